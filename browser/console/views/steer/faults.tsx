import { useSignal } from '@preact/signals';
import type { operations } from '#openapi/generated/control.ts';
import { useLoaded } from '../../load.ts';
import { Action, Problem } from '../../parts/action.tsx';

type List = operations['listFaults']['responses'][200]['content']['application/json'];

const effects = [
  { title: 'Service unavailable (503)', fault: { error: 503 } },
  { title: 'Too many requests (429)', fault: { error: 'too_many_requests' } },
  { title: 'Internal error (500)', fault: { error: 500 } },
  { title: 'Answer after 3 seconds', fault: { delay_ms: 3_000 } },
  { title: 'Cut the connection after processing', fault: { reset: 'after' } },
  { title: 'Cut off the response', fault: { body: 'truncated' } },
  { title: 'Answer with stale entities', fault: { stale: true } },
];

/** Faults, which make requests fail. */
export function Faults() {
  const { data, problem, reload } = useLoaded<List>('/_paddock/faults', 2_000);
  const operation = useSignal('');
  const first = useSignal('1');
  const effect = useSignal(effects[0]?.title ?? '');
  const fault = {
    ...(operation.value.trim() !== '' && { operation_id: operation.value.trim() }),
    ...(Number(first.value) > 0 && { first: Number(first.value) }),
    ...effects.find(({ title }) => title === effect.value)?.fault,
  };
  return (
    <section class="card" aria-labelledby="faults">
      <h2 id="faults">Faults</h2>
      <div class="filters">
        <label>
          What happens
          <select
            value={effect.value}
            onChange={({ currentTarget }) => {
              effect.value = currentTarget.value;
            }}
          >
            {effects.map(({ title }) => (
              <option key={title}>{title}</option>
            ))}
          </select>
        </label>
        <label>
          Operation
          <input
            type="text"
            placeholder="any, or createCustomer"
            value={operation.value}
            onInput={({ currentTarget }) => {
              operation.value = currentTarget.value;
            }}
          />
        </label>
        <label>
          How many times
          <input
            type="number"
            min="0"
            placeholder="always"
            value={first.value}
            onInput={({ currentTarget }) => {
              first.value = currentTarget.value;
            }}
          />
        </label>
        <Action method="POST" path="/_paddock/faults" body={fault} onDone={reload}>
          Add fault
        </Action>
      </div>
      {problem !== undefined && <Problem text={problem} />}
      <ul class="rows">
        {data?.faults.map(({ id, fault: added, hits }) => (
          <li key={id}>
            <span class="what">
              <code>{JSON.stringify(added)}</code> <span class="quiet">hit {hits}</span>
            </span>
            <Action method="DELETE" path={`/_paddock/faults/${id}`} onDone={reload}>
              Remove
            </Action>
          </li>
        ))}
      </ul>
    </section>
  );
}
