import { useSignal } from '@preact/signals';
import type { operations } from '#openapi/generated/control.ts';
import { useLoaded } from '../../load.ts';
import { Action, Form, Problem } from '../../parts/action.tsx';
import { Copy } from '../../parts/copy.tsx';
import { boundTo, Text } from '../../parts/field.tsx';
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
      <Form label="Take a snapshot">
        <Text label="Name" required {...boundTo(name)} />
        <Action isSubmit method="PUT" path={path(name.value)} done="Taken" onDone={reload}>
          Take snapshot
        </Action>
      </Form>
      {problem !== undefined && <Problem text={problem} />}
      {data && data.snapshots.length === 0 && (
        <p class="quiet">No snapshot yet. One keeps the whole account, and brings it back in milliseconds.</p>
      )}
      <ul class="rows">
        {data?.snapshots.map((snapshot) => (
          <li key={snapshot.name}>
            <span class="what">
              <b>{snapshot.name}</b> <Time at={snapshot.created_at} />
            </span>
            <span class="buttons">
              <Action
                method="POST"
                path={path(snapshot.name)}
                label={`Restore ${snapshot.name}`}
                confirm="Really restore?"
                done="Restored"
              >
                Restore
              </Action>
              <Action
                method="DELETE"
                path={path(snapshot.name)}
                label={`Remove ${snapshot.name}`}
                confirm="Really remove?"
                onDone={reload}
              >
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
        <Action method="POST" path="/_paddock/reset" confirm="Really reset everything?" done="Reset" onDone={reload}>
          Reset the account
        </Action>
      </div>
      {forked.value !== undefined && (
        <p role="status">
          The fork has a key of its own.{' '}
          <Copy text={forked.value} label="Copy its key: the fork">
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
