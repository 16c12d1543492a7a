import { eventOrder, type PaddleEventOf } from '../../index.ts';

type SubscriptionEvent = PaddleEventOf<'subscription.created' | 'subscription.updated' | 'subscription.canceled'>;

/** A user's subscription, as the shop remembers it from webhooks. */
export interface Subscription {
  readonly id: string;
  readonly customerId: string;
  readonly priceId: string;
  readonly status: string;
  /** The scheduled change and its time; `null` without one. */
  readonly scheduled: { readonly action: string; readonly at: string } | null;
  readonly order: string;
}

/** The subscriptions of the shop's users. In memory here, in a database elsewhere. */
export class Subscriptions {
  readonly #byUser = new Map<string, Subscription>();

  of(userId: string): Subscription | undefined {
    return this.#byUser.get(userId);
  }

  /** Remembers what an event says, unless a later one was here before. */
  readonly follow = async (event: SubscriptionEvent): Promise<void> => {
    const { id, customer_id, status, items, scheduled_change, custom_data } = event.data;
    const userId = custom_data?.['user_id'];
    if (typeof userId !== 'string') return;
    const before = this.#byUser.get(userId);
    const order = eventOrder(event);
    if (before?.id === id && before.order >= order) return;
    this.#byUser.set(userId, {
      id,
      customerId: customer_id,
      priceId: items[0]?.price.id ?? '',
      status,
      scheduled: scheduled_change && { action: scheduled_change.action, at: scheduled_change.effective_at },
      order,
    });
  };
}
