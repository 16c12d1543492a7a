import { useSignal } from '@preact/signals';
import type { operations } from '#openapi/generated/control.ts';
import { useLoaded } from '../load.ts';
import { Action, Form, Problem } from '../parts/action.tsx';
import { boundTo, Text } from '../parts/field.tsx';
import { Status } from '../parts/status.tsx';
import { distance, Time } from '../parts/time.tsx';
import { linkTo } from '../route.ts';

export type Overview = operations['getOverview']['responses'][200]['content']['application/json'];
type Agenda = operations['listAgenda']['responses'][200]['content']['application/json'];

const steps = [
  { title: '1 hour', body: { hours: 1 } },
  { title: '1 day', body: { days: 1 } },
  { title: '7 days', body: { days: 7 } },
  { title: '30 days', body: { days: 30 } },
];

const refreshMs = 1_000;
/** The agenda changes less often, and takes longer to list. */
const agendaMs = 3_000;

/** The clock and what is due, running deliveries, and the account in figures. */
export function NowView() {
  const overview = useLoaded<Overview>('/_paddock/overview', refreshMs);
  const agenda = useLoaded<Agenda>('/_paddock/agenda?limit=30', agendaMs);
  const until = useSignal('');
  const { data, problem } = overview;
  const reload = async () => {
    await Promise.all([overview.reload(), agenda.reload()]);
  };
  if (problem !== undefined && !data) return <Problem text={problem} />;
  if (!data) return <p class="quiet">Loading…</p>;
  const [next] = agenda.data?.agenda ?? [];
  return (
    <div class="columns">
      <section class="card wide clock" aria-labelledby="clock">
        <h2 id="clock">Clock</h2>
        <p class="big">
          <Time at={data.clock.now} /> <span class="quiet">UTC</span>{' '}
          <span class={`pill ${data.clock.frozen ? 'warn' : 'good'}`}>{data.clock.frozen ? 'stopped' : 'running'}</span>
        </p>
        <div class="buttons">
          {next && (
            <Action
              isPrimary
              method="POST"
              path="/_paddock/clock/advance"
              body={advanceTo(next.due_at, data.clock.now)}
              onDone={reload}
            >
              To what is due next
            </Action>
          )}
          {steps.map(({ title, body }) => (
            <Action key={title} method="POST" path="/_paddock/clock/advance" body={body} onDone={reload}>
              + {title}
            </Action>
          ))}
          <Action method="PUT" path="/_paddock/clock" body={{ frozen: !data.clock.frozen }} onDone={reload}>
            {data.clock.frozen ? 'Start the clock' : 'Stop the clock'}
          </Action>
        </div>
        <Form label="Advance the clock">
          <Text
            label="Advance to, in UTC"
            type="datetime-local"
            required
            min={data.clock.now.slice(0, 16)}
            {...boundTo(until)}
          />
          <Action
            isSubmit
            method="POST"
            path="/_paddock/clock/advance"
            body={{ to: `${until.value.slice(0, 16)}:00Z` }}
            onDone={reload}
          >
            Advance
          </Action>
        </Form>
      </section>
      <section class="card" aria-labelledby="due">
        <h2 id="due">Due next</h2>
        {agenda.problem !== undefined && <Problem text={agenda.problem} />}
        {agenda.data && agenda.data.agenda.length === 0 && (
          <p class="quiet">
            Nothing is due. Subscriptions renew here, invoices become past due, webhooks are sent again.
          </p>
        )}
        <ol class="rows">
          {agenda.data?.agenda.map(({ due_at, kind, id, status, note }) => (
            <li key={`${kind} ${id} ${due_at}`}>
              <span class="when" title={due_at}>
                {distance(data.clock.now, due_at)}
              </span>
              <span class="what">
                {describe(kind, status, note)}
                {id !== null && kind !== 'notifications' ? (
                  <a href={linkTo('state', 'entity', id)}>
                    <code>{id}</code>
                  </a>
                ) : (
                  id !== null && (
                    <a href={`${linkTo('webhooks')}?notification=${id}`}>
                      <code>{id}</code>
                    </a>
                  )
                )}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <section class="card" aria-labelledby="figures">
        <h2 id="figures">Figures</h2>
        <dl class="figures">
          <Figure title="Requests" number={data.requests} to={linkTo('requests')} />
          <Figure title="Events" number={data.events} to={linkTo('state', 'events')} />
          <Figure title="Deliveries now" number={data.deliveries.due} to={linkTo('webhooks')} />
          <Figure title="Deliveries later" number={data.deliveries.later} to={linkTo('webhooks')} />
          <Figure title="Faults" number={data.faults} to={linkTo('steer')} />
        </dl>
        <h3>Entities</h3>
        {data.entities.length === 0 && (
          <p class="quiet">
            The account is empty. <a href={linkTo('steer')}>Add a seed</a>, or call the API.
          </p>
        )}
        <dl class="rows">
          {kindsOf(data).map(([kind, counts]) => (
            <div key={kind}>
              <dt>
                <a href={linkTo('state', kind)}>{kind.replaceAll('_', ' ')}</a>
              </dt>
              <dd>
                {counts.map(({ status, number }) => (
                  <span key={status} class="count">
                    {number.toLocaleString('en')}{' '}
                    {status !== null && (
                      <a href={`${linkTo('state', kind)}?where=status%3D${status}`} aria-label={`${kind}: ${status}`}>
                        <Status status={status} />
                      </a>
                    )}
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <p class="quiet">
          Paddock {data.version} · {data.profile === null ? 'a mix of behaviours' : `profile ${data.profile}`}
        </p>
      </section>
    </div>
  );
}

function Figure({ title, number, to }: { title: string; number: number; to: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <a href={to}>{number.toLocaleString('en')}</a>
      </dd>
    </div>
  );
}

/** Overdue entries happen at once, since the clock cannot go back. */
function advanceTo(due: string, now: string): object {
  return Date.parse(due) > Date.parse(now) ? { to: due } : { seconds: 0 };
}

function describe(kind: string, status: string | null, note: string | null): string {
  if (kind === 'notifications') return `${note}: ${status === 'needs_retry' ? 'retry' : 'delivery'} of `;
  const noun = kind.replace(/s$/, '');
  if (note !== null) return `${noun}: scheduled ${note} of `;
  if (kind === 'subscriptions') return status === 'trialing' ? 'end of the trial of ' : 'renewal of ';
  if (kind === 'transactions') return 'invoice becomes past due: ';
  if (kind === 'adjustments') return 'approval of ';
  if (kind === 'discounts') return 'expiry of ';
  return `${noun} `;
}

function kindsOf({ entities }: Overview): [kind: string, counts: Overview['entities']][] {
  return [...Map.groupBy(entities, ({ kind }) => kind)];
}
