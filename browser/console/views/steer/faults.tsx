import { useSignal } from '@preact/signals';
import type { operations } from '#openapi/generated/control.ts';
import { useLoaded } from '../../load.ts';
import { Action, Form, Problem } from '../../parts/action.tsx';
import { boundTo, Choice, Proposals, Text } from '../../parts/field.tsx';

type List = operations['listFaults']['responses'][200]['content']['application/json'];

const effects: readonly { title: string; fault: object }[] = [
  { title: 'Service unavailable (503)', fault: { error: 503 } },
  { title: 'Too many requests (429)', fault: { error: 'too_many_requests', retry_after: 1 } },
  { title: 'Internal error (500)', fault: { error: 500 } },
  { title: 'An error code of Paddle', fault: {} },
  { title: 'Answer after 3 seconds', fault: { delay_ms: 3_000 } },
  { title: 'Cut the connection before processing', fault: { reset: 'before' } },
  { title: 'Cut the connection after processing', fault: { reset: 'after' } },
  { title: 'Cut off the response', fault: { body: 'truncated' } },
  { title: 'Answer with broken JSON', fault: { body: 'broken_json' } },
  { title: 'Answer with an empty body', fault: { body: 'empty' } },
  { title: 'Declare the response as HTML', fault: { body: 'wrong_content_type' } },
  { title: 'Answer with stale entities', fault: { stale: true } },
  { title: 'Process a POST twice', fault: { duplicate: true } },
];
const withCode = 'An error code of Paddle';

/** Faults, which make requests fail. */
export function Faults({ operations: known }: { operations: readonly string[] }) {
  const { data, problem, reload } = useLoaded<List>('/_paddock/faults', 2_000);
  const operation = useSignal('');
  const entity = useSignal('');
  const first = useSignal('1');
  const effect = useSignal(effects[0]?.title ?? '');
  const code = useSignal('');
  const fault = {
    ...(operation.value.trim() !== '' && { operation_id: operation.value.trim() }),
    ...(entity.value.trim() !== '' && { entity_id: entity.value.trim() }),
    ...(Number(first.value) > 0 && { first: Number(first.value) }),
    ...effects.find(({ title }) => title === effect.value)?.fault,
    ...(effect.value === withCode && { error: code.value.trim() }),
  };
  return (
    <section class="card wide" aria-labelledby="faults">
      <h2 id="faults">Faults</h2>
      <Form label="Add a fault">
        <Choice label="What happens" {...boundTo(effect)}>
          {effects.map(({ title }) => (
            <option key={title}>{title}</option>
          ))}
        </Choice>
        {effect.value === withCode && (
          <Text label="Code" required placeholder="customer_already_exists" {...boundTo(code)} />
        )}
        <Text label="Operation" list="fault-operations" placeholder="any, or createCustomer" {...boundTo(operation)} />
        <Proposals id="fault-operations" values={known} />
        <Text label="Entity" placeholder="any, or its ID" {...boundTo(entity)} />
        <Text label="How many times" type="number" min="0" placeholder="always" {...boundTo(first)} />
        <Action isSubmit method="POST" path="/_paddock/faults" body={fault} onDone={reload}>
          Add fault
        </Action>
      </Form>
      {problem !== undefined && <Problem text={problem} />}
      {data && data.faults.length === 0 && <p class="quiet">No fault: every request is answered as Paddle would.</p>}
      <ul class="rows">
        {data?.faults.map(({ id, fault: added, matched, hits }) => (
          <li key={id}>
            <span class="what">
              <code>{JSON.stringify(added)}</code>{' '}
              <span class="quiet">
                hit {hits} of {matched}
              </span>
            </span>
            <Action method="DELETE" path={`/_paddock/faults/${id}`} label={`Remove ${id}`} onDone={reload}>
              Remove
            </Action>
          </li>
        ))}
      </ul>
      {data && data.faults.length > 1 && (
        <Action method="DELETE" path="/_paddock/faults" onDone={reload}>
          Remove all
        </Action>
      )}
    </section>
  );
}
