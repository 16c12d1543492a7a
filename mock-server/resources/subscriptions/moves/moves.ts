import { paddleError } from '../../../errors/errors.ts';
import { follow, type Refusal } from '../../moves.ts';
import type { Subscription } from '../kind.ts';
import { type Effect, type SubscriptionOperation, subscriptionMoves } from './moves-table.ts';

/** Changes that can be scheduled, by status. @evidence official; assumed for a pause of a trial. */
const schedulableChanges: Readonly<Record<Subscription['status'], readonly string[]>> = {
  active: ['cancel', 'pause'],
  past_due: ['cancel', 'pause'],
  trialing: ['cancel', 'pause'],
  paused: ['resume'],
  canceled: [],
};

/**
 * Returns the status after an operation.
 *
 * @throws PaddleApiError if the subscription's status or its scheduled change does not allow the operation, or its fields
 * contradict its status
 */
export function moveSubscription(operation: SubscriptionOperation, subscription: Subscription): Subscription['status'] {
  const scheduled = subscription.scheduled_change?.action ?? 'none';
  const effects = Object.fromEntries(
    Object.entries(subscriptionMoves[operation]).map(([state, effect]) => [state, outcomeOf(effect, scheduled)]),
  );
  const state = 'cardless' in effects && isCardless(subscription) ? 'cardless' : subscription.status;
  const status = follow<Subscription>(effects, operation, subscription, state);
  refuseContradiction(subscription);
  return status;
}

/** Returns true for a trial that is never billed, since there is no payment method. */
export function isCardless({
  status,
  collection_mode,
  next_billed_at,
  scheduled_change,
}: Pick<Subscription, 'status' | 'collection_mode' | 'next_billed_at' | 'scheduled_change'>): boolean {
  return (
    status === 'trialing' && collection_mode === 'automatic' && next_billed_at === null && scheduled_change === null
  );
}

function outcomeOf(
  effect: Effect,
  scheduled: 'none' | 'pause' | 'cancel' | 'resume',
): Subscription['status'] | Refusal<Subscription> | undefined {
  if (typeof effect !== 'object') return effect;
  if ('assumed' in effect) return effect.assumed;
  const chosen = scheduled === 'none' ? effect.none : (effect[scheduled] ?? effect.otherwise);
  return chosen && outcomeOf(chosen, scheduled);
}

/** @evidence assumed, for code and messages */
function refuseContradiction({ status, scheduled_change, next_billed_at }: Subscription): void {
  if (scheduled_change && !schedulableChanges[status].includes(scheduled_change.action)) {
    const message = `one that is ${status} cannot have a scheduled ${scheduled_change.action}`;
    throw paddleError('invalid_field', { errors: [{ field: 'scheduled_change.action', message }] });
  }
  if (status === 'paused' && !scheduled_change && next_billed_at !== null) {
    const message = 'one that is paused without a date to resume has no next_billed_at';
    throw paddleError('invalid_field', { errors: [{ field: 'next_billed_at', message }] });
  }
}
