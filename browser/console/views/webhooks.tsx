import { useSignal } from '@preact/signals';
import type { operations } from '#openapi/generated/control.ts';
import { useLoaded } from '../load.ts';
import { Action, Form, Problem } from '../parts/action.tsx';
import { Detail } from '../parts/detail.tsx';
import { boundTo, Choice, Proposals, Text } from '../parts/field.tsx';
import { Status } from '../parts/status.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { linkTo, linkWithin, query, route, setQuery } from '../route.ts';
import { type Delivery, DeliveryDetail } from './delivery-detail.tsx';
import { Destination } from './destination.tsx';

type Deliveries = operations['listDeliveries']['responses'][200]['content']['application/json'];
type Page = operations['listEntities']['responses'][200]['content']['application/json'];

const pageSize = 200;
const deliveriesAtMost = 5_000;
const refreshMs = 2_000;

/** The destinations, and each attempt to deliver an event to one. */
export function WebhooksView() {
  const url = useSignal('');
  const limit = useSignal(pageSize);
  const settings = useLoaded<Page>('/_paddock/entities?kind=notification_settings&limit=50', 3_000);
  const { data, problem, reload } = useLoaded<Deliveries>(pathOf(limit.value), refreshMs);
  const [id] = route.value.parts;
  const deliveries = data?.deliveries ?? [];
  const notification = query.value.get('notification');
  const isFiltered = ['status', 'event', 'destination', 'notification'].some((name) => query.value.has(name));
  const destinations = settings.data?.entities ?? [];
  return (
    <>
      {id === undefined && (
        <section aria-labelledby="destinations">
          <h2 id="destinations">Destinations</h2>
          {settings.problem !== undefined && <Problem text={settings.problem} />}
          {destinations.map((setting) => (
            <Destination key={String(setting['id'])} setting={setting} onChanged={settings.reload} />
          ))}
          {settings.data && destinations.length === 0 && (
            <p class="empty">No destination yet. Register the address at which your application takes webhooks.</p>
          )}
          <Form label="New destination">
            <Text
              label="New destination"
              type="url"
              required
              placeholder="http://127.0.0.1:3000/webhooks"
              {...boundTo(url)}
            />
            <Action
              isSubmit
              method="POST"
              path="/_paddock/destinations"
              body={{ destination: url.value, past_events: true }}
              done="Registered"
              onDone={settings.reload}
            >
              Register
            </Action>
          </Form>
        </section>
      )}
      <div class={id === undefined ? 'split' : 'split open'}>
        <section class="list" aria-labelledby="deliveries">
          <h2 id="deliveries">Deliveries</h2>
          <div class="filters">
            <Choice label="Outcome" value={query.value.get('status') ?? ''} onChange={(status) => setQuery({ status })}>
              <option value="">All</option>
              <option value="failed">Failed</option>
              <option value="delivered">Delivered</option>
            </Choice>
            <Text
              label="Event type"
              type="search"
              list="event-types"
              placeholder="any"
              value={query.value.get('event') ?? ''}
              onChange={(event) => setQuery({ event })}
            />
            <Proposals id="event-types" values={[...new Set(deliveries.map(({ event_type }) => event_type))]} />
            {destinations.length > 1 && (
              <Choice
                label="Destination"
                value={query.value.get('destination') ?? ''}
                onChange={(destination) => setQuery({ destination })}
              >
                <option value="">All</option>
                {destinations.map((each) => (
                  <option key={String(each['id'])} value={String(each['id'])}>
                    {String(each['destination'])}
                  </option>
                ))}
              </Choice>
            )}
            <Action method="POST" path="/_paddock/deliveries/settle" body={{ timeout_ms: 5_000 }} onDone={reload}>
              Wait for due deliveries
            </Action>
          </div>
          {notification !== null && (
            <p>
              <button
                type="button"
                class="chip"
                aria-label={`Remove the filter notification ${notification}`}
                onClick={() => setQuery({ notification: '' })}
              >
                notification {notification} <span aria-hidden="true">✕</span>
              </button>
            </p>
          )}
          {problem !== undefined && <Problem text={problem} />}
          <p class="quiet">
            {deliveries.length.toLocaleString('en')} attempts ·{' '}
            <a href={linkTo('now')}>{(data?.waiting ?? 0).toLocaleString('en')} waiting</a>
          </p>
          {data && deliveries.length === 0 ? (
            <p class="empty">
              {isFiltered
                ? 'No delivery matches. Attempts that are still to come are under Now.'
                : 'No delivery yet. Register a destination, and each event is sent there.'}
            </p>
          ) : (
            <VirtualList
              label="Deliveries, newest first"
              count={deliveries.length}
              rowHeight={52}
              keyOf={(index) => deliveries[index]?.id ?? index}
              row={(index) => {
                const delivery = deliveries[index];
                return delivery && <Row delivery={delivery} isChosen={delivery.id === id} />;
              }}
              onEnd={() => {
                if (deliveries.length === limit.value && limit.value < deliveriesAtMost) limit.value += pageSize;
              }}
            />
          )}
        </section>
        {id !== undefined && (
          <Detail label={`Delivery ${id}`} id={id} back={linkWithin('webhooks')} backTitle="All deliveries">
            <DeliveryDetail key={id} id={id} onReplayed={reload} />
          </Detail>
        )}
      </div>
    </>
  );
}

function pathOf(limit: number): string {
  const { value } = query;
  const wanted = new URLSearchParams({ limit: String(limit) });
  const filters = {
    status: value.get('status'),
    event_type: value.get('event')?.trim(),
    notification_setting_id: value.get('destination'),
    notification_id: value.get('notification'),
  };
  for (const [name, filter] of Object.entries(filters)) if (filter) wanted.set(name, filter);
  return `/_paddock/deliveries?${wanted}`;
}

function Row({ delivery, isChosen }: { delivery: Delivery; isChosen: boolean }) {
  return (
    <a class="row" href={linkWithin('webhooks', delivery.id)} aria-current={isChosen ? 'true' : undefined}>
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
