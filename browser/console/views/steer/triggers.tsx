import { useSignal } from '@preact/signals';
import { Action } from '../../parts/action.tsx';
import { linkTo } from '../../route.ts';

type Triggered = { event_type: string; data: Record<string, unknown> };

/** Events that can be triggered, and built-in seeds. */
export function Triggers({ triggers, seeds }: { triggers: readonly string[]; seeds: readonly string[] }) {
  const type = useSignal(triggers[0] ?? '');
  const entity = useSignal('');
  const made = useSignal<Triggered | undefined>(undefined);
  const added = useSignal<string | undefined>(undefined);
  const about = entity.value.trim() === '' ? {} : { entity_id: entity.value.trim() };
  return (
    <section class="card" aria-labelledby="triggers">
      <h2 id="triggers">Triggers and seeds</h2>
      <div class="filters">
        <label>
          Event
          <select
            value={type.value}
            onChange={({ currentTarget }) => {
              type.value = currentTarget.value;
            }}
          >
            {triggers.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        <label>
          Entity
          <input
            type="text"
            placeholder="a new one"
            onInput={({ currentTarget }) => {
              entity.value = currentTarget.value;
            }}
          />
        </label>
        <Action<Triggered>
          method="POST"
          path={`/_paddock/trigger/${type.value}`}
          body={about}
          onDone={(event) => {
            made.value = event;
          }}
        >
          Trigger
        </Action>
      </div>
      {made.value && (
        <p role="status">
          {made.value.event_type}:{' '}
          <a href={linkTo('state', 'entity', String(made.value.data['id']))}>{String(made.value.data['id'])}</a>
        </p>
      )}
      <div class="buttons">
        {seeds
          .filter((seed) => seed !== 'empty')
          .map((seed) => (
            <Action<Record<string, number>>
              key={seed}
              method="POST"
              path={`/_paddock/seeds/${seed}`}
              onDone={(counts) => {
                const numbers = Object.entries(counts).filter(([, number]) => number > 0);
                added.value = numbers.map(([kind, number]) => `${number} ${kind.replaceAll('_', ' ')}`).join(', ');
              }}
            >
              Add the seed {seed}
            </Action>
          ))}
      </div>
      {added.value !== undefined && <p role="status">Added {added.value}.</p>}
    </section>
  );
}
