import { type PaddleClient, paginate, type Subscription } from '../index.ts';

/** What an application needs to know of a customer's subscription. */
export interface SubscriptionStatus {
  readonly subscriptionId: string;
  readonly status: Subscription['status'];
  /** When it is going to end or pause, as RFC 3339; `null` while nothing is scheduled. */
  readonly endsAt: string | null;
}

/** From what gives access to what gives none. */
const ranking = ['active', 'trialing', 'past_due', 'paused', 'canceled'] as const satisfies Subscription['status'][];

/**
 * Reads a customer's subscription status; `null` for someone who never had a subscription. Of several subscriptions
 * it takes the one that gives the most access, and of equal ones the newest.
 */
export async function readSubscriptionStatus(
  paddle: PaddleClient,
  customerId: string,
): Promise<SubscriptionStatus | null> {
  const query = { customer_id: [customerId], per_page: 200 };
  let best: Subscription | null = null;
  // Newest first, so among equals the first one stays.
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
