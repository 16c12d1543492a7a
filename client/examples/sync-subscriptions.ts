import {
  createWebhookHandler,
  eventOrder,
  type PaddleEventOf,
  type WebhookDelivery,
  type WebhookHandler,
  type WebhookHandlerOptions,
} from '../index.ts';
import { inTransaction, type SqlDatabase } from './sql-database.ts';
import { createSqlSeenStore } from './sql-seen-store.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS subscription_status (
    subscription_id TEXT PRIMARY KEY,
    customer_id     TEXT NOT NULL,
    status          TEXT NOT NULL,
    event_order     TEXT NOT NULL  -- of the event that set the status
  ) STRICT;
  CREATE TABLE IF NOT EXISTS customer_email (
    customer_id TEXT PRIMARY KEY,
    email       TEXT NOT NULL,
    event_order TEXT NOT NULL
  ) STRICT;
`;

/** Options of the webhook handler, and the application's database. */
export interface SubscriptionSyncOptions extends Pick<WebhookHandlerOptions, 'secret' | 'mode' | 'now' | 'onError'> {
  readonly database: SqlDatabase;
}

type SubscriptionEvent = PaddleEventOf<'subscription.created' | 'subscription.updated' | 'subscription.canceled'>;

/**
 * Keeps tables of the application in sync with Paddle by webhooks. Call `resume` at startup and every minute.
 *
 * - Duplicates and retries: a processed event is not processed again.
 * - Order: each row stores the order of its event, and older events are ignored.
 * - Crashes: the row and the completion of the event are written in one transaction. If the process dies before the
 *   commit, the next `resume` or retry processes the event once its lease has expired.
 * - Concurrency: a process whose lease has expired can no longer commit.
 */
export function createSubscriptionSync({ database, ...options }: SubscriptionSyncOptions): WebhookHandler {
  const seen = createSqlSeenStore(database, options);
  database.exec(schema);
  const saveSubscription = database.prepare(`
    INSERT INTO subscription_status VALUES (?, ?, ?, ?)
    ON CONFLICT (subscription_id) DO UPDATE
    SET customer_id = excluded.customer_id, status = excluded.status, event_order = excluded.event_order
    WHERE excluded.event_order > subscription_status.event_order`);
  const saveCustomer = database.prepare(`
    INSERT INTO customer_email VALUES (?, ?, ?)
    ON CONFLICT (customer_id) DO UPDATE SET email = excluded.email, event_order = excluded.event_order
    WHERE excluded.event_order > customer_email.event_order`);

  const syncSubscription = (event: SubscriptionEvent, { lease }: WebhookDelivery) =>
    inTransaction(database, () => {
      const { id, customer_id, status } = event.data;
      saveSubscription.run(id, customer_id, status, eventOrder(event));
      seen.completeWithin(event.event_id, lease);
    });

  return createWebhookHandler({
    ...options,
    seen,
    on: {
      // Covers every change of status, since pauses and missed payments also send subscription.updated.
      'subscription.created': syncSubscription,
      'subscription.updated': syncSubscription,
      'subscription.canceled': syncSubscription,
      'customer.updated': (event, { lease }) =>
        inTransaction(database, () => {
          saveCustomer.run(event.data.id, event.data.email, eventOrder(event));
          seen.completeWithin(event.event_id, lease);
        }),
    },
  });
}
