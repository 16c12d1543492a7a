import { useSignal } from '@preact/signals';
import { useLoaded } from '../../load.ts';
import { Action, Problem } from '../../parts/action.tsx';

/** A table of rates, as JSON. */
export function Rates({ name, title }: { name: 'tax-rates' | 'exchange-rates'; title: string }) {
  const path = `/_paddock/${name}`;
  const { data, problem, reload } = useLoaded<object>(path);
  const edited = useSignal<string | undefined>(undefined);
  const text = edited.value ?? (data ? JSON.stringify(data, null, 2) : '');
  const body = parsed(text);
  return (
    <section class="card" aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      {problem !== undefined && <Problem text={problem} />}
      <label>
        {title} as JSON
        <textarea
          rows={8}
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => {
            edited.value = currentTarget.value;
          }}
        />
      </label>
      <div class="buttons">
        {body === undefined ? (
          <Problem text="This is not JSON." />
        ) : (
          <Action
            method="PUT"
            path={path}
            body={body}
            done="Set"
            onDone={async () => {
              edited.value = undefined;
              await reload();
            }}
          >
            Set {title.toLowerCase()}
          </Action>
        )}
      </div>
    </section>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
