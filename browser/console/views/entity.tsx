import type { operations } from '#openapi/generated/control.ts';
import { curlOf } from '../curl.ts';
import { useLoaded } from '../load.ts';
import { Action, Problem } from '../parts/action.tsx';
import { Copy } from '../parts/copy.tsx';
import { Json } from '../parts/json.tsx';
import { Status } from '../parts/status.tsx';
import { Time } from '../parts/time.tsx';
import { linkTo } from '../route.ts';

type Shown = operations['getEntity']['responses'][200]['content']['application/json'];

/** Referring entities of a kind that are shown; its list has all of them. */
const idsAtMost = 5;

/** An entity with the moves that its status allows, its relations, its events and its JSON. */
export function EntityView({ id }: { id: string }) {
  const { data, problem, reload } = useLoaded<Shown>(`/_paddock/entities/${encodeURIComponent(id)}`, 2_000);
  if (problem !== undefined && !data)
    return (
      <>
        <p>
          <a class="back" href={linkTo('state')}>
            ← All kinds
          </a>
        </p>
        <Problem text={problem} />
      </>
    );
  if (!data) return <p class="quiet">Loading…</p>;
  const { kind, entity, refers_to, referred_by, events, moves } = data;
  const legal = moves.filter(({ refusal }) => refusal === null);
  const refused = moves.filter(({ refusal }) => refusal !== null);
  const { status } = entity;
  return (
    <>
      <p>
        <a class="back" href={linkTo('state', kind)}>
          ← {kind.replaceAll('_', ' ')}
        </a>
      </p>
      <h2 class="entity">
        <code>{id}</code> {typeof status === 'string' && <Status status={status} />}{' '}
        <Copy text={id} label="Copy the ID" />
      </h2>
      {moves.length > 0 && (
        <section class="card" aria-labelledby="moves">
          <h3 id="moves">Moves</h3>
          <div class="buttons">
            {legal.map(({ name, request }) => (
              <Action
                key={name}
                method={request.method}
                path={request.path}
                body={request.body}
                onDone={reload}
                done="Done"
              >
                {words(name)}
              </Action>
            ))}
            {legal.length === 0 && <p class="quiet">This status allows none.</p>}
          </div>
          {refused.length > 0 && (
            <details>
              <summary>Not in this status: {refused.map(({ name }) => words(name)).join(', ')}</summary>
              <ul class="refusals">
                {refused.map(({ name, refusal }) => (
                  <li key={name}>
                    <b>{words(name)}</b> <code>{refusal?.code}</code> {refusal?.hint}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {legal.length > 0 && (
            <details>
              <summary>As curl</summary>
              <ul class="refusals">
                {legal.map(({ name, request }) => (
                  <li key={name}>
                    <b>{words(name)}</b> <code>{curlOf(request)}</code>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      )}
      {problem !== undefined && <Problem text={problem} />}
      <div class="columns">
        <section class="card" aria-labelledby="relations">
          <h3 id="relations">Relations</h3>
          {refers_to.length + referred_by.length === 0 && <p class="quiet">None.</p>}
          <dl class="rows">
            {refers_to.map(({ field, id: other }) => (
              <div key={`${field} ${other}`}>
                <dt>{field}</dt>
                <dd>
                  <a href={linkTo('state', 'entity', other)}>{other}</a>
                </dd>
              </div>
            ))}
            {[...Map.groupBy(referred_by, (each) => each.kind)].map(([other, all]) => (
              <div key={other}>
                <dt>
                  <a href={`${linkTo('state', other)}?where=${all[0]?.field}%3D${id}`}>{other.replaceAll('_', ' ')}</a>
                </dt>
                <dd class="ids">
                  {all.slice(0, idsAtMost).map((each) => (
                    <a key={each.id} href={linkTo('state', 'entity', each.id)}>
                      {each.id}
                    </a>
                  ))}
                  {all.length > idsAtMost && <span class="quiet">and more</span>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
        {kind !== 'events' && (
          <section class="card" aria-labelledby="events">
            <h3 id="events">Events</h3>
            {events.length === 0 && <p class="quiet">None yet. Seeded entities have none.</p>}
            <ol class="rows">
              {events.map(({ event_id, event_type, occurred_at }) => (
                <li key={event_id}>
                  <span class="what">
                    <a href={linkTo('state', 'entity', event_id)}>{event_type}</a>
                  </span>{' '}
                  <Time at={occurred_at} />
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
      <Json label={kind === 'events' ? 'Event' : 'Entity'} value={entity} />
    </>
  );
}

/** Separates the words of a move: `schedulePause` becomes `Schedule pause`. */
function words(name: string): string {
  const text = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
