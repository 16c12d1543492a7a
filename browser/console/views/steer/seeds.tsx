import { useSignal } from '@preact/signals';
import type { Description } from '../../load.ts';
import { Action } from '../../parts/action.tsx';

/** Built-in seeds, whose entities are added to the account. */
export function Seeds({ seeds }: { seeds: Description['seeds'] }) {
  const added = useSignal<string | undefined>(undefined);
  return (
    <section class="card" aria-labelledby="seeds">
      <h2 id="seeds">Seeds</h2>
      <ul class="rows">
        {seeds
          .map(({ name, entities }) => ({ name, content: listed(entities) }))
          .filter(({ content }) => content !== '')
          .map(({ name, content }) => (
            <li key={name}>
              <span class="what">
                <b>{name}</b> <span class="quiet">{content}</span>
              </span>
              <Action<Record<string, number>>
                method="POST"
                path={`/_paddock/seeds/${name}`}
                label={`Add the seed ${name}`}
                onDone={(counts) => {
                  added.value = listed(counts);
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

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => `${kind.replaceAll('_', ' ')} ${number}`)
    .join(' · ');
}
