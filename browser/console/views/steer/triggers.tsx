import { useSignal } from '@preact/signals';
import { Action, Form } from '../../parts/action.tsx';
import { boundTo, Choice, Text } from '../../parts/field.tsx';
import { linkTo } from '../../route.ts';

type Triggered = { event_id: string; event_type: string; data: Record<string, unknown> };

/** Events that can be triggered: each is a real change of the account, with all that follows from it. */
export function Triggers({ triggers }: { triggers: readonly string[] }) {
  const type = useSignal(triggers[0] ?? '');
  const entity = useSignal('');
  const made = useSignal<Triggered | undefined>(undefined);
  const about = entity.value.trim() === '' ? {} : { entity_id: entity.value.trim() };
  const id = String(made.value?.data['id']);
  return (
    <section class="card" aria-labelledby="triggers">
      <h2 id="triggers">Triggers</h2>
      <Form label="Trigger an event">
        <Choice label="Event" {...boundTo(type)}>
          {triggers.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Choice>
        <Text label="Entity" placeholder="a new one" {...boundTo(entity)} />
        <Action<Triggered>
          isSubmit
          method="POST"
          path={`/_paddock/trigger/${type.value}`}
          body={about}
          onDone={(event) => {
            made.value = event;
          }}
        >
          Trigger
        </Action>
      </Form>
      {made.value && (
        <p role="status">
          {made.value.event_type}: <a href={linkTo('state', 'entity', id)}>{id}</a>
        </p>
      )}
    </section>
  );
}
