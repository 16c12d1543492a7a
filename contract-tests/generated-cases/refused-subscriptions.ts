import type { subscriptionsByStatus } from '../nouns/subscriptions/arbitrary.ts';
import { seedSubscription } from '../nouns/subscriptions/arrange.ts';
import { fillWithUnknownIds } from '../nouns/unknown-ids.ts';
import type { Account } from '../targets/account.ts';
import { refusedChangesOfSubscriptions } from './refused-subscription-changes.ts';
import type { Arrange } from './rule.ts';

type Status = keyof typeof subscriptionsByStatus;

const cardless = { next_billed_at: null };

/** Requests about subscriptions that must be refused, by operation and code. */
export const refusedOfSubscriptions: Readonly<Record<string, Arrange>> = {
  ...refusedChangesOfSubscriptions,
  'cancelSubscription/subscription_update_when_canceled': of('canceled'),
  'cancelSubscription/subscription_locked_pending_changes': of('active', { before: canceling }),
  'pauseSubscription/subscription_is_canceled_action_invalid': of('canceled'),
  'pauseSubscription/subscription_cannot_be_paused': of('paused'),
  'pauseSubscription/subscription_locked_pending_changes': of('active', { before: canceling }),
  'pauseSubscription/subscription_pausing_not_allowed_for_cardless_trial': of('trialing', { fields: cardless }),
  'resumeSubscription/subscription_is_canceled_action_invalid': of('canceled'),
  'resumeSubscription/subscription_must_be_paused': of('active'),
  'resumeSubscription/subscription_continuing_existing_billing_period_not_allowed': of('paused', {
    fields: { current_billing_period: { starts_at: '2026-06-01T00:00:00Z', ends_at: '2026-07-01T00:00:00Z' } },
    body: { on_resume: 'continue_existing_billing_period' },
  }),
  'resumeSubscription/invalid_field': of('paused', { body: { effective_from: '2026-07-01T00:00:00Z' } }),
  'activateSubscription/subscription_cannot_activate': of('active'),
  'activateSubscription/subscription_manual_collection_mode_activation_not_allowed': of('trialing', {
    fields: { collection_mode: 'manual' },
  }),
  'activateSubscription/subscription_missing_payment_method_cannot_activate': of('trialing', { fields: cardless }),
  'getSubscriptionUpdatePaymentMethodTransaction/subscription_is_canceled_action_invalid': of('canceled'),
  'getSubscriptionUpdatePaymentMethodTransaction/subscription_not_automatic_collection': of('active', {
    fields: { collection_mode: 'manual' },
  }),
  'pauseSubscription/invalid_field': of('active', { body: { resume_at: '2026-07-01T00:00:00Z' } }),
};

type Situation = {
  fields?: object;
  body?: object;
  before?: (account: Account, path: { subscription_id: string }) => Promise<unknown>;
};

/** Arranges a seeded subscription. Where none can be seeded, the request finds nothing. */
function of(status: Status, { fields, body, before }: Situation = {}): Arrange {
  return async ({ path }, account) => {
    const seeded = await seedSubscription(account, status, fields);
    if (seeded) await before?.(account, seeded);
    return {
      path: seeded ? path.replace('{subscription_id}', seeded.subscription_id) : fillWithUnknownIds(path),
      parts: body ? { body } : {},
    };
  };
}

function canceling(account: Account, path: { subscription_id: string }) {
  return account.call('cancelSubscription', { path });
}
