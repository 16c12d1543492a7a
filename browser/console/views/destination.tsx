import { useSignal } from '@preact/signals';
import type { operations } from '#openapi/generated/control.ts';
import { useLoaded } from '../load.ts';
import { Action, Problem } from '../parts/action.tsx';
import { Choice } from '../parts/field.tsx';
import { linkTo } from '../route.ts';

type Chaos = operations['getChaos']['responses'][200]['content']['application/json'];

const failures = [
  { title: 'None', plan: {} },
  { title: 'Fail the first two attempts', plan: { drop_first: 2 } },
  { title: 'Send everything twice', plan: { duplicate: true } },
  { title: 'Deliver a minute late', plan: { delay_seconds: 60 } },
  { title: 'Reverse the order of three', plan: { reorder: 3 } },
  { title: 'Sign with a wrong secret', plan: { wrong_signature: true } },
  { title: 'Date signatures an hour back', plan: { stale_timestamp: true } },
  { title: 'Everything at once', plan: { drop_first: 2, duplicate: true, reorder: 3, delay_seconds: 60 } },
];

type DestinationOptions = { setting: Record<string, unknown>; onChanged: () => unknown };

/** A destination, and the failures that its deliveries are given. */
export function Destination({ setting, onChanged }: DestinationOptions) {
  const id = String(setting['id']);
  const path = `/_paddock/chaos/${id}`;
  const { data, problem, reload } = useLoaded<Chaos>(path, 3_000);
  const chosen = useSignal<string | undefined>(undefined);
  const current = data && failures.find(({ plan }) => areSame(plan, data.chaos))?.title;
  const title = chosen.value ?? current ?? '';
  const isActive = setting['active'] === true;
  const events = Array.isArray(setting['subscribed_events']) ? setting['subscribed_events'].length : 0;
  return (
    <article class="card destination" aria-label={`Destination ${setting['destination']}`}>
      <div>
        <p>
          <b>{String(setting['destination'])}</b>{' '}
          <span class={`pill ${isActive ? 'good' : 'plain'}`}>{isActive ? 'active' : 'inactive'}</span>
          <br />
          <a href={linkTo('state', 'entity', id)}>{id}</a>{' '}
          <span class="quiet">
            · {events} event types{setting['description'] ? ` · ${setting['description']}` : ''}
          </span>
        </p>
        <div class="buttons">
          <Action
            method="PATCH"
            path={`/notification-settings/${id}`}
            body={{ active: !isActive }}
            label={`${isActive ? 'Deactivate' : 'Activate'} ${setting['destination']}`}
            onDone={onChanged}
          >
            {isActive ? 'Deactivate' : 'Activate'}
          </Action>
          <Action
            method="POST"
            path={`/_paddock/secrets/${id}/rotate`}
            confirm="Really rotate?"
            done="Rotated"
            onDone={onChanged}
          >
            Rotate secret
          </Action>
        </div>
      </div>
      <div>
        <div class="filters">
          <Choice
            label="Chaos"
            value={title}
            onChange={(value) => {
              chosen.value = value;
            }}
          >
            {title === '' && <option value="">{data ? 'As set by the API' : '…'}</option>}
            {failures.map((each) => (
              <option key={each.title}>{each.title}</option>
            ))}
          </Choice>
          <Action
            method="PUT"
            path={path}
            body={failures.find((each) => each.title === title)?.plan ?? data?.chaos ?? {}}
            label={`Set chaos of ${setting['destination']}`}
            done="Set"
            onDone={async () => {
              await reload();
              chosen.value = undefined;
            }}
          >
            Set
          </Action>
        </div>
        {problem !== undefined && <Problem text={problem} />}
        {data && Object.keys(data.chaos).length > 0 && (
          <p class="quiet">
            Now <code>{JSON.stringify(data.chaos)}</code>, applied <code>{JSON.stringify(data.applied)}</code>
          </p>
        )}
      </div>
    </article>
  );
}

function areSame(one: object, other: object): boolean {
  const [entries, others] = [one, other].map((each) => Object.entries(each).toSorted().join());
  return entries === others;
}
