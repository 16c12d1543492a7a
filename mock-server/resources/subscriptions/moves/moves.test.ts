import { describe, expect, test } from 'vitest';
import { buildSubscription } from '#fixtures/index.ts';
import { profile } from '../../../spec/behaviours.ts';
import { type ChangeOf, changed } from '../../../state/change.ts';
import { casesOf, outcomeOf } from '../../../testing/outcome.ts';
import type { Subscription } from '../kind.ts';
import { schedulePause, scheduleResume } from '../scheduled-changes.ts';
import {
  activate,
  announce,
  announceImported,
  announceTrial,
  becomePastDue,
  cancel,
  change,
  pause,
  recover,
  renew,
  resume,
} from '../transitions.ts';
import { moveSubscription } from './moves.ts';
import type { SubscriptionOperation } from './moves-table.ts';

const moment = { now: '2026-07-01T12:00:00Z', behaviours: profile('official') };
const later = '2026-08-01T12:00:00Z';
const statuses = ['trialing', 'active', 'past_due', 'paused', 'canceled'] as const;

const moves = {
  announce: (subscription) => announce(subscription, 'txn_1'),
  beginTrial: (subscription) => announceTrial(subscription, moment),
  update: (subscription) => change(subscription, moment),
  activate: (subscription) => activate(subscription, moment),
  recover: (subscription) => recover(subscription, moment),
  failRenewal: (subscription) => failRenewal(subscription),
  pause: (subscription) => pause(subscription, moment),
  schedulePause: (subscription) => schedulePause(subscription, null, moment),
  resume: (subscription) => resume(subscription, moment),
  scheduleResume: (subscription) => scheduleResume(subscription, later, moment),
  renew: (subscription) => renew(subscription, undefined, moment),
  becomePastDue: (subscription) => becomePastDue(subscription, moment),
  cancel: (subscription) => cancel(subscription, moment),
} satisfies { [Operation in SubscriptionOperation]?: (subscription: Subscription) => ChangeOf<'subscriptions'> };

/** The move alone: the bill of the renewal is not stored here. */
function failRenewal(subscription: Subscription): ChangeOf<'subscriptions'> {
  return changed('subscriptions', { ...subscription, status: moveSubscription('failRenewal', subscription) }, []);
}

function subscription(status: Subscription['status'], overrides: Partial<Subscription> = {}): Subscription {
  return { ...buildSubscription({ seed: 1, status, overrides: { scheduled_change: null } }), ...overrides };
}

const [canceled, inactive] = ['subscription_is_canceled_action_invalid', 'subscription_is_inactive_action_invalid'];
const [notActive, cannotActivate] = ['subscription_not_active', 'subscription_cannot_activate'];
const mustBePaused = 'subscription_must_be_paused';

test.each(
  casesOf<keyof typeof moves, Subscription['status']>(statuses, {
    announce: ['trialing', 'active', inactive, inactive, canceled],
    beginTrial: ['trialing', notActive, notActive, notActive, canceled],
    update: ['trialing', 'active', 'past_due', 'paused', 'subscription_update_when_canceled'],
    activate: ['active', cannotActivate, cannotActivate, cannotActivate, cannotActivate],
    recover: [cannotActivate, cannotActivate, 'active', cannotActivate, canceled],
    failRenewal: ['past_due', 'past_due', notActive, notActive, canceled],
    pause: ['paused', 'paused', 'paused', 'subscription_cannot_be_paused', canceled],
    schedulePause: ['trialing', 'active', 'past_due', 'subscription_cannot_be_paused', canceled],
    resume: [mustBePaused, mustBePaused, mustBePaused, 'active', canceled],
    scheduleResume: [mustBePaused, mustBePaused, mustBePaused, 'paused', canceled],
    renew: ['subscription_update_when_trialing', 'active', 'past_due', notActive, canceled],
    becomePastDue: [notActive, 'past_due', 'past_due', notActive, canceled],
    cancel: ['canceled', 'canceled', 'canceled', 'canceled', 'subscription_update_when_canceled'],
  }),
)('%s of a subscription that is %s leads to %s', (operation, status, outcome) => {
  expect(outcomeOf(() => moves[operation](subscription(status)))).toBe(outcome);
});

test('an import allows the same subscriptions as a purchase', () => {
  const outcomes = statuses.map((status) => outcomeOf(() => announceImported(subscription(status))));
  expect(outcomes).toEqual(['trialing', 'active', inactive, inactive, canceled]);
});

test('a refusal names the required status', () => {
  expect(() => resume(subscription('active'), moment)).toThrow(
    expect.objectContaining({ hint: expect.stringMatching(/ is active; this needs paused\.$/) }),
  );
  expect(() => activate(subscription('past_due'), moment)).toThrow("Subscription status is 'past_due'");
});

describe('a subscription that contradicts its status is refused', () => {
  const scheduled = (action: 'cancel' | 'pause' | 'resume') => ({ action, effective_at: later, resume_at: null });
  test.each([
    ['a resumption of one that is active', subscription('active', { scheduled_change: scheduled('resume') })],
    ['a pause of one that is paused', subscription('paused', { scheduled_change: scheduled('pause') })],
    ['a bill of one that is paused for good', subscription('paused', { next_billed_at: later })],
  ])('%s', (_, contradiction) => {
    expect(outcomeOf(() => change(contradiction, moment))).toBe('invalid_field');
  });

  test('a renewal that failed while a change was scheduled', () => {
    const scheduled_change = scheduled('cancel');
    const outcome = outcomeOf(() => failRenewal(subscription('active', { scheduled_change })));
    expect(outcome).toBe('subscription_locked_pending_changes');
    expect(outcomeOf(() => cancel(subscription('active', { scheduled_change }), moment))).toBe('canceled');
  });
});
