import { useSignal } from '@preact/signals';
import { Action } from '../parts/action.tsx';

const failures = [
  { title: 'None', plan: {} },
  { title: 'Fail the first two attempts', plan: { drop_first: 2 } },
  { title: 'Send everything twice', plan: { duplicate: true } },
  { title: 'Deliver a minute late', plan: { delay_seconds: 60 } },
  { title: 'Reverse the order of three', plan: { reorder: 3 } },
  { title: 'Sign with a wrong secret', plan: { wrong_signature: true } },
  { title: 'Date signatures an hour back', plan: { stale_timestamp: true } },
];

/** A destination, and the failures that its deliveries are given. */
export function Destination({ setting }: { setting: Record<string, unknown> }) {
  const chosen = useSignal('None');
  const id = String(setting['id']);
  const plan = failures.find(({ title }) => title === chosen.value)?.plan ?? {};
  return (
    <article class="card">
      <p>
        <b>{String(setting['destination'])}</b>{' '}
        <span class={`pill ${setting['active'] === true ? 'good' : 'plain'}`}>
          {setting['active'] === true ? 'active' : 'inactive'}
        </span>
        <br />
        <code>{id}</code>
      </p>
      <div class="filters">
        <label>
          Chaos
          <select
            value={chosen.value}
            onChange={({ currentTarget }) => {
              chosen.value = currentTarget.value;
            }}
          >
            {failures.map(({ title }) => (
              <option key={title}>{title}</option>
            ))}
          </select>
        </label>
        <Action method="PUT" path={`/_paddock/chaos/${id}`} body={plan}>
          Set
        </Action>
      </div>
    </article>
  );
}
