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
    event_order     TEXT NOT NULL  -- of the event that said so
  ) STRICT;
  CREATE TABLE IF NOT EXISTS customer_email (
    customer_id TEXT PRIMARY KEY,
    email       TEXT NOT NULL,
    event_order TEXT NOT NULL
  ) STRICT;
`;

/** What the sync needs: the application's own database, and what {@link createWebhookHandler} takes. */
export interface SubscriptionSyncOptions extends Pick<WebhookHandlerOptions, 'secret' | 'mode' | 'now' | 'onError'> {
  readonly database: SqlDatabase;
}

type SubscriptionEvent = PaddleEventOf<'subscription.created' | 'subscription.updated' | 'subscription.canceled'>;

/**
 * Keeps tables of the application in step with Paddle, by webhooks. Call `resume` at the start and every minute.
 *
 * - Duplicates and retries: an event that is done is not processed again.
 * - Disorder: each row knows the event that it comes from, and an older one changes nothing.
 * - Crashes: what an event says and that it is done are written in one transaction. Before it, the event is kept, and
 *   the next `resume` or retry takes it up when the lease has run out; after it, nothing is left to do.
 * - Two at once: whose lease is over can no longer commit.
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
      // Each change of status, a pause or a missed payment too, also comes as subscription.updated.
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
