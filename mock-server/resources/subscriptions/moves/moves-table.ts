import { paddleError } from '../../../errors/errors.ts';
import { type Refusal, refuse } from '../../moves.ts';
import type { Subscription } from '../kind.ts';

/** Changes of a subscription: those that requests ask for, and those that payments, the clock and imports make. */
export type SubscriptionOperation = SubscriptionRequest | Happening;

/** Operations of the API. `…Now` and `…Later` say when they are billed or take effect. */
export type SubscriptionRequest =
  | 'changeFields'
  | 'changeItems'
  | 'changeItemsNow'
  | 'changeItemsLater'
  | 'changeDate'
  | 'changeDateBilled'
  | 'changeDiscountNow'
  | 'changeDiscountLater'
  | 'removeScheduledChange'
  | 'chargeNow'
  | 'chargeLater'
  | 'cancel'
  | 'scheduleCancel'
  | 'pause'
  | 'schedulePause'
  | 'resume'
  | 'scheduleResume'
  | 'activate'
  | 'changePaymentMethod';

type Happening = 'announce' | 'beginTrial' | 'update' | 'recover' | 'renew' | 'becomePastDue' | 'failRenewal';

type Status = Subscription['status'];
/** The status afterwards, or the refusal. */
type Outcome = Status | Refusal<Subscription>;
/** An outcome that no source states. */
type Assumed = { assumed: Outcome };

/** Effect on a subscription in one state, which may depend on its scheduled change. */
export type Effect =
  | Outcome
  | Assumed
  | { [Scheduled in 'none' | 'pause' | 'cancel' | 'resume' | 'otherwise']?: Outcome | Assumed };

/** Effects by status. `cardless` is a trial without a payment method. */
type Effects = { readonly [State in Status | 'cardless' | 'otherwise']?: Effect };

const canceled = refuse('subscription_is_canceled_action_invalid');
const inactive = refuse('subscription_is_inactive_action_invalid');
const inTrial = refuse('subscription_update_when_trialing');
const unchangeable = refuse('subscription_update_when_canceled');
const pastDue = refuse('subscription_update_when_past_due');
const notActive = refuse('subscription_not_active');
const notPausable = refuse('subscription_cannot_be_paused');
const notPaused = refuse('subscription_must_be_paused');
const itemsOnly = refuse('subscription_only_update_items_on_paused_subscription');
const unbilledOnly = refuse('subscription_incorrect_proration_on_paused_subscription');
const quantitiesOnly = refuse('subscription_trialing_items_update_invalid_options');
const discountLaterOnly = refuse('subscription_trialing_discount_update_invalid_options');
const billedNowOnly = refuse('subscription_invalid_billing_mode_for_scheduled_change');
const noCardToCharge = refuse('subscription_missing_payment_method_cannot_update');
const noPause = refuse('subscription_pausing_not_allowed_for_cardless_trial');
const cannotActivate: Refusal<Subscription> = ({ status }, hint) =>
  paddleError('subscription_cannot_activate', { status, hint });
const hasChange: Refusal<Subscription> = ({ id, scheduled_change: change }) =>
  paddleError('subscription_locked_pending_changes', {
    hint: `${id} has a scheduled ${change?.action} at ${change?.effective_at}.`,
  });

const assumed = (outcome: Outcome): Assumed => ({ assumed: outcome });
/** Allows a move only if no change is scheduled. */
const unscheduled = (none: Outcome | Assumed, otherwise: Outcome | Assumed = hasChange) => ({ none, otherwise });
/** Allows a move only if a pause is scheduled. */
const beforePause = (pause: Outcome | Assumed) => ({ pause, none: notPaused, otherwise: assumed(notPaused) });

/** Refusals of every update. @evidence observed */
const closed = { past_due: pastDue, canceled: unchangeable } as const;

/**
 * Legal moves of subscriptions. `canceled` is final.
 *
 * @evidence official: the operations and the codes. Updates while a change is scheduled are official since 2025-04, and so
 *   is what a trial without a payment method refuses (2025-11). observed: canceling a canceled subscription fails like an
 *   update of one, a second scheduled change is refused, and a cancellation at once is not. Marked outcomes are assumed, and
 *   so are the codes of moves without an operation: announcements, trials, failed renewals and recoveries.
 * @see https://developer.paddle.com/errors/subscriptions
 */
export const subscriptionMoves: Readonly<Record<SubscriptionOperation, Effects>> = {
  changeFields: {
    trialing: 'trialing',
    cardless: assumed('trialing'),
    active: 'active',
    paused: itemsOnly,
    ...closed,
  },
  changeItems: {
    trialing: 'trialing',
    cardless: assumed('trialing'),
    active: 'active',
    paused: 'paused',
    ...closed,
  },
  changeItemsNow: {
    trialing: quantitiesOnly,
    cardless: quantitiesOnly,
    active: 'active',
    paused: unbilledOnly,
    ...closed,
  },
  changeItemsLater: {
    trialing: unscheduled(quantitiesOnly, assumed(quantitiesOnly)),
    cardless: quantitiesOnly,
    active: unscheduled('active', billedNowOnly),
    paused: unbilledOnly,
    ...closed,
  },
  changeDate: {
    trialing: unscheduled('trialing', assumed(hasChange)),
    cardless: assumed(noCardToCharge),
    active: unscheduled('active', assumed(hasChange)),
    paused: itemsOnly,
    ...closed,
  },
  changeDateBilled: {
    trialing: assumed(inTrial),
    cardless: assumed(inTrial),
    active: unscheduled('active', assumed(hasChange)),
    paused: itemsOnly,
    ...closed,
  },
  changeDiscountNow: {
    trialing: discountLaterOnly,
    cardless: discountLaterOnly,
    active: { none: 'active', otherwise: assumed('active') },
    paused: itemsOnly,
    ...closed,
  },
  changeDiscountLater: {
    trialing: { none: 'trialing', otherwise: assumed('trialing') },
    cardless: assumed('trialing'),
    active: { none: 'active', otherwise: assumed('active') },
    paused: itemsOnly,
    ...closed,
  },
  removeScheduledChange: {
    trialing: 'trialing',
    cardless: assumed('trialing'),
    active: 'active',
    past_due: assumed('past_due'),
    paused: assumed('paused'),
    canceled: unchangeable,
  },
  chargeNow: {
    trialing: 'trialing',
    cardless: noCardToCharge,
    active: { none: 'active', otherwise: assumed('active') },
    past_due: assumed(notActive),
    paused: notActive,
    canceled: assumed(unchangeable),
  },
  chargeLater: {
    trialing: 'trialing',
    cardless: assumed('trialing'),
    active: { none: 'active', otherwise: assumed('active') },
    past_due: assumed(notActive),
    paused: notActive,
    canceled: assumed(unchangeable),
  },
  cancel: {
    trialing: 'canceled',
    active: 'canceled',
    past_due: 'canceled',
    paused: 'canceled',
    canceled: unchangeable,
  },
  scheduleCancel: {
    trialing: unscheduled('trialing'),
    // Nothing can be scheduled for it.
    cardless: assumed('canceled'),
    active: unscheduled('active'),
    past_due: unscheduled('past_due'),
    paused: 'canceled',
    canceled: unchangeable,
  },
  pause: {
    trialing: assumed('paused'),
    cardless: noPause,
    active: { none: 'paused', otherwise: assumed('paused') },
    past_due: { none: 'paused', otherwise: assumed('paused') },
    paused: notPausable,
    canceled,
  },
  schedulePause: {
    trialing: unscheduled('trialing'),
    cardless: noPause,
    active: unscheduled('active'),
    past_due: unscheduled(assumed('past_due')),
    paused: notPausable,
    canceled,
  },
  resume: { paused: 'active', canceled, otherwise: notPaused },
  scheduleResume: {
    trialing: beforePause(assumed('trialing')),
    active: beforePause('active'),
    past_due: beforePause(assumed('past_due')),
    paused: 'paused',
    canceled,
    otherwise: notPaused,
  },
  activate: {
    trialing: { none: 'active', otherwise: assumed('active') },
    cardless: refuse('subscription_missing_payment_method_cannot_activate'),
    otherwise: cannotActivate,
  },
  changePaymentMethod: {
    trialing: 'trialing',
    cardless: 'trialing',
    active: 'active',
    past_due: 'past_due',
    paused: assumed('paused'),
    canceled: assumed(canceled),
  },

  announce: { active: 'active', trialing: 'trialing', canceled, otherwise: inactive },
  beginTrial: { trialing: 'trialing', canceled, otherwise: notActive },
  update: { active: 'active', trialing: 'trialing', past_due: 'past_due', paused: 'paused', canceled: unchangeable },
  recover: { past_due: 'active', canceled, otherwise: cannotActivate },
  renew: { active: 'active', past_due: 'past_due', canceled, trialing: inTrial, otherwise: notActive },
  becomePastDue: { active: 'past_due', past_due: 'past_due', canceled, otherwise: notActive },
  failRenewal: {
    active: unscheduled('past_due'),
    trialing: unscheduled('past_due'),
    canceled,
    otherwise: notActive,
  },
};
