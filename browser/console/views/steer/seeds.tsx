import { useSignal } from '@preact/signals';
import { Action } from '../../parts/action.tsx';

const about: Readonly<Record<string, string>> = {
  'small-saas': 'a small business with a catalogue, customers and subscriptions in each status',
};

/** Built-in seeds, whose entities are added to the account. */
export function Seeds({ seeds }: { seeds: readonly string[] }) {
  const added = useSignal<string | undefined>(undefined);
  return (
    <section class="card" aria-labelledby="seeds">
      <h2 id="seeds">Seeds</h2>
      <ul class="rows">
        {seeds
          .filter((seed) => seed !== 'empty')
          .map((seed) => (
            <li key={seed}>
              <span class="what">
                <b>{seed}</b> <span class="quiet">{about[seed]}</span>
              </span>
              <Action<Record<string, number>>
                method="POST"
                path={`/_paddock/seeds/${seed}`}
                label={`Add the seed ${seed}`}
                onDone={(counts) => {
                  const numbers = Object.entries(counts).filter(([, number]) => number > 0);
                  added.value = numbers.map(([kind, number]) => `${number} ${kind.replaceAll('_', ' ')}`).join(', ');
                }}
              >
                Add
              </Action>
            </li>
          ))}
      </ul>
      {added.value !== undefined && <p role="status">Added {added.value || 'nothing: it was there already'}.</p>}
    </section>
  );
}
