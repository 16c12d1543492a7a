import { PaddleApiError } from '../../errors/errors.ts';
import type { Subscription } from '../../resources/subscriptions/kind.ts';
import { moveSubscription } from '../../resources/subscriptions/moves/moves.ts';
import type { SubscriptionRequest } from '../../resources/subscriptions/moves/moves-table.ts';

/** Changes that the portal offers for a subscription. */
export type Offer = 'cancel' | 'keep' | 'pause' | 'resume' | 'payment-method';

const moves = { cancel: 'scheduleCancel', pause: 'schedulePause', resume: 'resume' } as const;

/**
 * Returns the changes that a subscription's status allows.
 *
 * @evidence official: customers cancel and change the payment method in the portal. assumed: they may also take a scheduled
 *   change back, pause and resume
 */
export function offersFor(subscription: Subscription): readonly Offer[] {
  const { status, scheduled_change, collection_mode } = subscription;
  if (status === 'canceled') return [];
  const offers: Offer[] = [];
  if (scheduled_change) offers.push('keep');
  if (allows(moves.cancel, subscription)) offers.push('cancel');
  if (status !== 'trialing' && allows(moves.pause, subscription)) offers.push('pause');
  if (allows(moves.resume, subscription)) offers.push('resume');
  if (collection_mode === 'automatic' && status !== 'paused') offers.push('payment-method');
  return offers;
}

function allows(operation: SubscriptionRequest, subscription: Subscription): boolean {
  try {
    moveSubscription(operation, subscription);
    return true;
  } catch (error) {
    if (error instanceof PaddleApiError) return false;
    throw error;
  }
}
