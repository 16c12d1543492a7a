import { type PaddleClient, paginate, type Subscription } from '../index.ts';

export interface SubscriptionStatus {
  readonly subscriptionId: string;
  readonly status: Subscription['status'];
  /** Time of a scheduled cancellation or pause, as RFC 3339; `null` if nothing is scheduled. */
  readonly endsAt: string | null;
}

/** Statuses from full access to none. */
const ranking = ['active', 'trialing', 'past_due', 'paused', 'canceled'] as const satisfies Subscription['status'][];

/**
 * Reads a customer's subscription status; `null` if the customer never had a subscription. Of several subscriptions it
 * uses the one that grants the most access, and among equals the newest.
 */
export async function readSubscriptionStatus(
  paddle: PaddleClient,
  customerId: string,
): Promise<SubscriptionStatus | null> {
  const query = { customer_id: [customerId], per_page: 200 };
  let best: Subscription | null = null;
  // The list starts with the newest, so the first of equals is kept.
  for await (const subscription of paginate(paddle, '/subscriptions', { params: { query } })) {
    if (best === null || rank(subscription) < rank(best)) best = subscription;
  }
  return best && { subscriptionId: best.id, status: best.status, endsAt: endOf(best) };
}

function rank({ status }: Subscription): number {
  return ranking.indexOf(status);
}

function endOf({ scheduled_change }: Subscription): string | null {
  return scheduled_change === null || scheduled_change.action === 'resume' ? null : scheduled_change.effective_at;
}
