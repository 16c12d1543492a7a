import { useSignal } from '@preact/signals';
import type { operations } from '#openapi/generated/control.ts';
import { useLoaded } from '../load.ts';
import { Action, Problem } from '../parts/action.tsx';
import { Code } from '../parts/code.tsx';
import { Json } from '../parts/json.tsx';
import { HttpStatus, Status } from '../parts/status.tsx';
import { Time } from '../parts/time.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { linkTo, route } from '../route.ts';
import { Destination } from './destination.tsx';

type Deliveries = operations['listDeliveries']['responses'][200]['content']['application/json'];
type Delivery = Deliveries['deliveries'][number];
type Shown = operations['getDelivery']['responses'][200]['content']['application/json'];
type Page = operations['listEntities']['responses'][200]['content']['application/json'];

/** The destinations, and each attempt to deliver an event to one. */
export function WebhooksView() {
  const status = useSignal('');
  const url = useSignal('');
  const settings = useLoaded<Page>('/_paddock/entities?kind=notification_settings&limit=50', 3_000);
  const query = status.value === '' ? '' : `&status=${status.value}`;
  const { data, problem, reload } = useLoaded<Deliveries>(`/_paddock/deliveries?limit=500${query}`, 1_000);
  const [id] = route.value.parts;
  const deliveries = data?.deliveries ?? [];
  return (
    <div class={id === undefined ? 'split' : 'split open'}>
      <section class="list" aria-label="Destinations and deliveries">
        <h2>Destinations</h2>
        {settings.data?.entities.map((setting) => (
          <Destination key={String(setting['id'])} setting={setting} />
        ))}
        <div class="filters">
          <label>
            New destination
            <input
              type="url"
              placeholder="http://127.0.0.1:3000/webhooks"
              value={url.value}
              onInput={({ currentTarget }) => {
                url.value = currentTarget.value;
              }}
            />
          </label>
          <Action
            method="POST"
            path="/_paddock/destinations"
            body={{ destination: url.value, past_events: true }}
            onDone={() => settings.reload()}
          >
            Register
          </Action>
        </div>
        <h2>Deliveries</h2>
        <div class="filters">
          <label>
            Outcome
            <select
              value={status.value}
              onChange={({ currentTarget }) => {
                status.value = currentTarget.value;
              }}
            >
              <option value="">All</option>
              <option value="failed">Failed</option>
              <option value="delivered">Delivered</option>
            </select>
          </label>
          <Action method="POST" path="/_paddock/deliveries/settle" body={{ timeout_ms: 5_000 }} onDone={reload}>
            Wait for due deliveries
          </Action>
        </div>
        {problem !== undefined && <Problem text={problem} />}
        <p class="quiet">
          {deliveries.length} attempts · {data?.waiting ?? 0} waiting
        </p>
        {deliveries.length === 0 && (
          <p class="empty">No delivery yet. Register a destination, and each event is sent there.</p>
        )}
        <VirtualList
          label="Deliveries, newest first"
          count={deliveries.length}
          rowHeight={52}
          keyOf={(index) => deliveries[index]?.id ?? index}
          row={(index) => {
            const delivery = deliveries[index];
            return delivery && <Row delivery={delivery} isChosen={delivery.id === id} />;
          }}
        />
      </section>
      {id !== undefined && (
        <section class="detail" aria-label={`Delivery ${id}`}>
          <a class="back" href={linkTo('webhooks')}>
            ← All deliveries
          </a>
          <DeliveryDetail id={id} others={deliveries} onReplayed={reload} />
        </section>
      )}
    </div>
  );
}

function Row({ delivery, isChosen }: { delivery: Delivery; isChosen: boolean }) {
  return (
    <a class="row" href={linkTo('webhooks', delivery.id)} aria-current={isChosen ? 'true' : undefined}>
      <Status status={delivery.status} />
      <span class="main">
        <b>{delivery.event_type}</b>
        <span class="quiet">{delivery.destination}</span>
      </span>
      <span class="quiet side">
        {delivery.attempted_at.slice(11, 19)}
        <br />
        attempt {delivery.attempt}
      </span>
    </a>
  );
}

function DeliveryDetail({
  id,
  others,
  onReplayed,
}: {
  id: string;
  others: readonly Delivery[];
  onReplayed: () => unknown;
}) {
  const { data, problem } = useLoaded<Shown>(`/_paddock/deliveries/${encodeURIComponent(id)}`);
  if (problem !== undefined) return <Problem text={problem} />;
  if (!data) return <p class="quiet">Loading…</p>;
  const { delivery, body, verification } = data;
  const attempts = others.filter(({ notification_id }) => notification_id === delivery.notification_id);
  return (
    <>
      <h2>
        <Status status={delivery.status} /> {delivery.event_type}
      </h2>
      <div class="buttons">
        <Action isPrimary method="POST" path={`/notifications/${delivery.notification_id}/replay`} onDone={onReplayed}>
          Send again
        </Action>
      </div>
      <dl class="facts">
        <dt>Destination</dt>
        <dd>{delivery.destination}</dd>
        <dt>Notification</dt>
        <dd>
          <code>{delivery.notification_id}</code>
        </dd>
        <dt>Signature</dt>
        <dd>
          <span class={`pill ${verification.is_valid ? 'good' : 'bad'}`}>
            {verification.is_valid ? 'valid' : 'not valid'}
          </span>{' '}
          {verification.explanation}
          {verification.age_seconds !== null && ` Signed ${verification.age_seconds} s ago.`}
        </dd>
        {delivery.chaos.length > 0 && (
          <>
            <dt>Chaos</dt>
            <dd>{delivery.chaos.join(', ')}</dd>
          </>
        )}
      </dl>
      <h3>Attempts</h3>
      <ol class="rows">
        {attempts.map((each) => (
          <li key={each.id}>
            <span class="what">
              <a href={linkTo('webhooks', each.id)}>Attempt {each.attempt}</a>{' '}
              <HttpStatus status={each.response_code} />
            </span>
            <Time at={each.attempted_at} />
          </li>
        ))}
      </ol>
      {delivery.signature !== null && <Code label="Paddle-Signature" text={delivery.signature} />}
      {body !== null && <Json label="Body" value={pretty(body)} />}
      <Json label="Response" value={delivery.response_body} />
    </>
  );
}

function pretty(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
