/** A subscription before a request. */
export type Before = { status: string; scheduled_change: object | null; next_billed_at: string | null };
type Bill = { origin: string; status: string };
/** Fields of the subscription afterwards, and the bill that was made. */
type Effect = (before: Before) => { after: object; bill?: Bill };

/** Five days into a period, which ends in March. */
const now = '2026-03-05T10:00:00Z';
/** Within the period, and after the end of the trial. */
export const later = '2026-03-20T10:00:00Z';
export const muchLater = '2026-05-01T10:00:00Z';

const kept: Effect = ({ status, scheduled_change }) => ({ after: { status, scheduled_change } });
const paying =
  (origin: string, status = 'completed'): Effect =>
  (before) => ({ ...kept(before), bill: { origin, status } });
const planned =
  (action: string, resume_at: string | null = null): Effect =>
  ({ status, next_billed_at: effective_at }) => ({
    after: { status, next_billed_at: resume_at, scheduled_change: { action, effective_at, resume_at } },
  });
const starting =
  (scheduled_change: object | null): Effect =>
  () => ({
    after: { status: 'active', paused_at: null, current_billing_period: { starts_at: now }, scheduled_change },
    bill: { origin: 'subscription_recurring', status: 'completed' },
  });
const untilMuchLater: Effect = () => ({
  after: {
    status: 'paused',
    next_billed_at: muchLater,
    scheduled_change: { action: 'resume', effective_at: muchLater, resume_at: null },
  },
});
/** The first period after a trial that is activated. */
const ends = { effective_at: '2026-04-05T10:00:00Z' };

/** Effects of requests that are answered. */
export const effects: Readonly<Record<string, Effect>> = {
  kept,
  taken: ({ status }) => ({ after: { status, scheduled_change: null } }),
  billed: paying('subscription_update'),
  charged: paying('subscription_charge'),
  ends: () => ({ after: { status: 'canceled', canceled_at: now, scheduled_change: null, next_billed_at: null } }),
  endsLater: planned('cancel'),
  stops: () => ({ after: { status: 'paused', paused_at: now, scheduled_change: null, next_billed_at: null } }),
  stopsUntil: untilMuchLater,
  stopsLater: planned('pause'),
  stopsLaterUntil: planned('pause', muchLater),
  postponed: ({ status }) => ({ after: { status, scheduled_change: { action: 'pause', resume_at: muchLater } } }),
  resumes: untilMuchLater,
  starts: starting(null),
  startsToPause: starting({ action: 'pause', ...ends }),
  startsToEnd: starting({ action: 'cancel', ...ends }),
  asks: paying('subscription_payment_method_change', 'ready'),
  asksForDebt: paying('subscription_recurring', 'past_due'),
};

/** Codes and words of refusals. Some codes have no published words. */
export const refusals: Readonly<Record<string, readonly [code: string, words: string]>> = {
  canceled: ['subscription_update_when_canceled', 'cannot update subscription, as subscription is canceled'],
  ended: ['subscription_is_canceled_action_invalid', "action can't be performed on canceled subscription"],
  pastDue: [
    'subscription_update_when_past_due',
    "cannot update subscription, as the subscription status is 'past_due'",
  ],
  inTrial: ['subscription_update_when_trialing', 'cannot update subscription, as subscription is trialing'],
  itemsOnly: [
    'subscription_only_update_items_on_paused_subscription',
    'only items can be updated when a subscription is paused',
  ],
  unbilled: [
    'subscription_incorrect_proration_on_paused_subscription',
    '`proration_billing_mode` must be set to `do_not_bill`',
  ],
  quantities: ['subscription_trialing_items_update_invalid_options', "You can't add or remove items"],
  later: ['subscription_trialing_discount_update_invalid_options', 'effective from next billing period'],
  sooner: ['subscription_invalid_billing_mode_for_scheduled_change', 'because it has a scheduled change.'],
  pending: ['subscription_locked_pending_changes', 'cannot update subscription, pending scheduled changes'],
  noCard: ['subscription_missing_payment_method_cannot_update', 'to make changes that result in a charge.'],
  noTrialCard: ['subscription_missing_payment_method_cannot_activate', 'require a payment method to be activated.'],
  notActive: ['subscription_not_active', 'action requires the subscription to be active'],
  notTrial: ['subscription_cannot_activate', "Only subscriptions which have status 'trialing' can be activated."],
  paused: ['subscription_cannot_be_paused', ''],
  unpaused: ['subscription_must_be_paused', 'action can only be performed on paused subscription'],
  cardless: ['subscription_pausing_not_allowed_for_cardless_trial', "Pausing isn't supported on cardless trial"],
  early: ['invalid_field', ''],
};
