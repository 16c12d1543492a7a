import { paddleError } from '../../errors/errors.ts';
import { type Moves, move, type Refusal, refuse } from '../moves.ts';
import type { Subscription } from './kind.ts';

export type SubscriptionOperation =
  | 'announce'
  | 'beginTrial'
  | 'update'
  | 'activate'
  | 'recover'
  | 'renew'
  | 'becomePastDue'
  | 'failRenewal'
  | 'pause'
  | 'schedulePause'
  | 'resume'
  | 'scheduleResume'
  | 'cancel'
  | 'scheduleCancel';

const canceled = refuse('subscription_is_canceled_action_invalid');
const inactive = refuse('subscription_is_inactive_action_invalid');
const cannotActivate: Refusal<Subscription> = ({ status }, hint) =>
  paddleError('subscription_cannot_activate', { status, hint });
const unchangeable = refuse('subscription_update_when_canceled');

/**
 * Legal moves of subscriptions. `canceled` is final.
 *
 * @evidence official: the operations cancel, pause, resume and activate, and the codes; observed: canceling a
 *   canceled subscription fails like an update of one. assumed: that a trial can be paused and become past due, that
 *   a past due one can be paused, and the codes of moves without an operation: announcements, trials, failed renewals
 *   and recoveries
 * @see https://developer.paddle.com/errors/subscriptions
 */
const subscriptionMoves: Moves<Subscription, SubscriptionOperation> = {
  announce: { active: 'active', trialing: 'trialing', canceled, otherwise: inactive },
  beginTrial: { trialing: 'trialing', canceled, otherwise: refuse('subscription_not_active') },
  update: { active: 'active', trialing: 'trialing', past_due: 'past_due', paused: 'paused', canceled: unchangeable },
  activate: { trialing: 'active', otherwise: cannotActivate },
  recover: { past_due: 'active', canceled, otherwise: cannotActivate },
  renew: {
    active: 'active',
    past_due: 'past_due',
    canceled,
    trialing: refuse('subscription_update_when_trialing'),
    otherwise: refuse('subscription_not_active'),
  },
  becomePastDue: { active: 'past_due', past_due: 'past_due', canceled, otherwise: refuse('subscription_not_active') },
  failRenewal: { active: 'past_due', trialing: 'past_due', canceled, otherwise: refuse('subscription_not_active') },
  pause: {
    active: 'paused',
    trialing: 'paused',
    past_due: 'paused',
    paused: refuse('subscription_cannot_be_paused'),
    canceled,
  },
  schedulePause: {
    active: 'active',
    trialing: 'trialing',
    past_due: 'past_due',
    paused: refuse('subscription_cannot_be_paused'),
    canceled,
  },
  resume: { paused: 'active', canceled, otherwise: refuse('subscription_must_be_paused') },
  scheduleResume: { paused: 'paused', canceled, otherwise: refuse('subscription_must_be_paused') },
  cancel: {
    active: 'canceled',
    trialing: 'canceled',
    past_due: 'canceled',
    paused: 'canceled',
    canceled: unchangeable,
  },
  scheduleCancel: {
    active: 'active',
    trialing: 'trialing',
    past_due: 'past_due',
    paused: refuse('subscription_not_active'),
    canceled: unchangeable,
  },
};

/** Changes that can be scheduled, by status. @evidence official; assumed for a pause of a trial. */
const schedulableChanges: Readonly<Record<Subscription['status'], readonly string[]>> = {
  active: ['cancel', 'pause'],
  past_due: ['cancel', 'pause'],
  trialing: ['cancel', 'pause'],
  paused: ['resume'],
  canceled: [],
};

const pendingChange = refuse('subscription_locked_pending_changes');

/**
 * Returns the status after an operation.
 *
 * @throws PaddleApiError if the subscription's status does not allow the operation, or its fields contradict its
 * status
 */
export function moveSubscription(operation: SubscriptionOperation, subscription: Subscription): Subscription['status'] {
  const status = move(subscriptionMoves, operation, subscription);
  refuseContradiction(subscription);
  if (operation === 'failRenewal' && subscription.scheduled_change) {
    throw pendingChange(subscription, `${subscription.id} has a scheduled change, so no payment can be past due.`);
  }
  return status;
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
