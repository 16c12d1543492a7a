import { useSignal } from '@preact/signals';
import type { operations } from '#openapi/generated/control.ts';
import { type Description, reasonOf, useLoaded } from '../../load.ts';
import { Action, Problem } from '../../parts/action.tsx';
import { boundTo, Text } from '../../parts/field.tsx';
import { call } from '../../session.ts';

type Current = operations['getBehaviours']['responses'][200]['content']['application/json'];
type Behaviour = Description['behaviours'][number];

/** The behaviours with their values, the source of each, and where the profiles differ. */
export function Behaviours({ table }: { table: readonly Behaviour[] }) {
  const { data, problem, reload } = useLoaded<Current>('/_paddock/behaviours');
  const wanted = useSignal('');
  const isMixed = useSignal(false);
  const refusal = useSignal<string | undefined>(undefined);
  const set = async (name: string, value: string) => {
    try {
      await call('PUT', '/_paddock/behaviours', { behaviours: { [name]: value } });
      refusal.value = undefined;
    } catch (error) {
      refusal.value = reasonOf(error);
    }
    await reload();
  };
  const shown = table.filter(
    ({ name, summary, guide, official }) =>
      `${name} ${summary}`.toLowerCase().includes(wanted.value.trim().toLowerCase()) &&
      !(isMixed.value && guide === official),
  );
  return (
    <section class="card wide" aria-labelledby="behaviours">
      <h2 id="behaviours">Behaviours</h2>
      <p class="quiet">
        Points on which Paddle's integration guide and its published API differ.{' '}
        {data &&
          (data.profile === null
            ? 'This account mixes the profiles.'
            : `This account has the profile ${data.profile}.`)}
      </p>
      <div class="buttons">
        {['guide', 'official'].map((profile) => (
          <Action
            key={profile}
            method="PUT"
            path="/_paddock/behaviours"
            body={{ profile }}
            isPrimary={data?.profile === profile}
            onDone={reload}
          >
            Profile {profile}
          </Action>
        ))}
      </div>
      <div class="filters">
        <Text label="Find a behaviour" type="search" placeholder="archiving" {...boundTo(wanted)} />
        <label class="check">
          <input
            type="checkbox"
            checked={isMixed.value}
            onChange={({ currentTarget }) => {
              isMixed.value = currentTarget.checked;
            }}
          />
          Only where the profiles differ
        </label>
      </div>
      {problem !== undefined && <Problem text={problem} />}
      {refusal.value !== undefined && <Problem text={refusal.value} />}
      <ul class="behaviours">
        {shown.map(({ name, summary, values, guide, official }) => {
          const value = data?.behaviours[name] ?? guide;
          const chosen = values.find((each) => each.value === value);
          return (
            <li key={name}>
              <label>
                <b>{name}</b> <span class="quiet">{summary}</span>
                <select value={value} onChange={({ currentTarget }) => void set(name, currentTarget.value)}>
                  {values.map((each) => (
                    <option key={each.value} value={each.value}>
                      {each.value}
                      {each.value === guide ? ' · guide' : ''}
                      {each.value === official ? ' · official' : ''}
                    </option>
                  ))}
                </select>
              </label>
              <p>
                {chosen?.meaning} <span class="pill plain">{chosen?.evidence}</span>
                {guide !== official && <span class="pill warn">profiles differ</span>}
              </p>
              <details>
                <summary>All values with their evidence</summary>
                <dl class="values">
                  {values.map((each) => (
                    <div key={each.value}>
                      <dt>
                        <b>{each.value}</b>
                        {each.value === guide && ' · guide'}
                        {each.value === official && ' · official'}
                      </dt>
                      <dd>
                        {each.meaning} <span class="pill plain">{each.evidence}</span>
                      </dd>
                    </div>
                  ))}
                </dl>
              </details>
            </li>
          );
        })}
      </ul>
      {shown.length === 0 && <p class="empty">No behaviour matches.</p>}
    </section>
  );
}
