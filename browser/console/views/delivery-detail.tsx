import type { operations } from '#openapi/generated/control.ts';
import { useLoaded } from '../load.ts';
import { Action, Problem } from '../parts/action.tsx';
import { Code } from '../parts/code.tsx';
import { Json } from '../parts/json.tsx';
import { HttpStatus, Status } from '../parts/status.tsx';
import { Time } from '../parts/time.tsx';
import { linkTo, linkWithin } from '../route.ts';

type Deliveries = operations['listDeliveries']['responses'][200]['content']['application/json'];
export type Delivery = Deliveries['deliveries'][number];
type Shown = operations['getDelivery']['responses'][200]['content']['application/json'];

/** An attempt with its body and signature, and the other attempts to send its notification. */
export function DeliveryDetail({ id, onReplayed }: { id: string; onReplayed: () => unknown }) {
  const { data, problem } = useLoaded<Shown>(`/_paddock/deliveries/${encodeURIComponent(id)}`);
  const notification = data?.delivery.notification_id;
  const attempts = useLoaded<Deliveries>(
    notification && `/_paddock/deliveries?notification_id=${notification}&limit=50`,
    2_000,
  );
  if (problem !== undefined) return <Problem text={problem} />;
  if (!data) return <p class="quiet">Loading…</p>;
  const { delivery, body, verification } = data;
  return (
    <>
      <h2>
        <Status status={delivery.status} /> {delivery.event_type}
      </h2>
      <div class="buttons">
        <Action
          isPrimary
          method="POST"
          path={`/notifications/${delivery.notification_id}/replay`}
          done="Sent again, as a new notification"
          onDone={onReplayed}
        >
          Send again
        </Action>
      </div>
      <dl class="facts">
        <dt>Response</dt>
        <dd>
          {delivery.response_code === 0 ? 'none' : <HttpStatus status={delivery.response_code} />} at{' '}
          <Time at={delivery.attempted_at} />
        </dd>
        <dt>Destination</dt>
        <dd>{delivery.destination}</dd>
        <dt>Event</dt>
        <dd>
          <a href={linkTo('state', 'entity', delivery.event_id)}>{delivery.event_id}</a>
        </dd>
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
        {attempts.data?.deliveries.map((each) => (
          <li key={each.id}>
            <span class="what">
              <a href={linkWithin('webhooks', each.id)} aria-current={each.id === id ? 'true' : undefined}>
                Attempt {each.attempt}
              </a>{' '}
              {each.response_code === 0 ? (
                <span class="pill bad">no response</span>
              ) : (
                <HttpStatus status={each.response_code} />
              )}
            </span>
            <Time at={each.attempted_at} />
          </li>
        ))}
      </ol>
      {delivery.signature !== null && <Code label="Paddle-Signature" text={delivery.signature} />}
      {body === null ? (
        <p class="quiet">The notification is no longer kept.</p>
      ) : (
        <Json label="Body" value={pretty(body)} />
      )}
      {delivery.response_body === '' ? (
        <p class="quiet">The response had no body.</p>
      ) : (
        <Json label="Response" value={pretty(delivery.response_body)} />
      )}
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
