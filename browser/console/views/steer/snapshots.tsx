import { useSignal } from '@preact/signals';
import type { operations } from '#openapi/generated/control.ts';
import { useLoaded } from '../../load.ts';
import { Action, Problem } from '../../parts/action.tsx';
import { Copy } from '../../parts/copy.tsx';
import { Time } from '../../parts/time.tsx';
import { account } from '../../session.ts';

type List = operations['listSnapshots']['responses'][200]['content']['application/json'];
type Fork = operations['forkAccount']['responses'][201]['content']['application/json'];

/** Snapshots of the account, forks, and its reset. */
export function Snapshots() {
  const { data, problem, reload } = useLoaded<List>('/_paddock/snapshots');
  const name = useSignal('before');
  const forked = useSignal<string | undefined>(undefined);
  const path = (of: string) => `/_paddock/snapshots/${encodeURIComponent(of)}`;
  return (
    <section class="card" aria-labelledby="snapshots">
      <h2 id="snapshots">Snapshots</h2>
      <div class="filters">
        <label>
          Name
          <input
            type="text"
            value={name.value}
            onInput={({ currentTarget }) => {
              name.value = currentTarget.value;
            }}
          />
        </label>
        <Action method="PUT" path={path(name.value)} onDone={reload}>
          Take snapshot
        </Action>
      </div>
      {problem !== undefined && <Problem text={problem} />}
      <ul class="rows">
        {data?.snapshots.map((snapshot) => (
          <li key={snapshot.name}>
            <span class="what">
              <b>{snapshot.name}</b> <Time at={snapshot.created_at} />
            </span>
            <span class="buttons">
              <Action method="POST" path={path(snapshot.name)}>
                Restore
              </Action>
              <Action method="DELETE" path={path(snapshot.name)} onDone={reload}>
                Remove
              </Action>
            </span>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <Action<Fork>
          method="POST"
          path="/_paddock/fork"
          onDone={({ api_key }) => {
            forked.value = api_key;
          }}
        >
          Fork the account
        </Action>
        <Action method="POST" path="/_paddock/reset" onDone={reload}>
          Reset the account
        </Action>
      </div>
      {forked.value !== undefined && (
        <p role="status">
          The fork has a key of its own.{' '}
          <Copy text={forked.value} label="Copy the key of the fork">
            Copy its key
          </Copy>{' '}
          <button
            type="button"
            class="small"
            onClick={() => {
              account.value = { ...account.value, apiKey: forked.value ?? '' };
              forked.value = undefined;
            }}
          >
            Show the fork
          </button>
        </p>
      )}
    </section>
  );
}
