import { later, muchLater } from './move-outcomes.ts';

/** States of a subscription, and the changes that can be scheduled in each. */
export const states = {
  trialing: ['none', 'pause', 'cancel'],
  cardless: ['none'],
  active: ['none', 'pause', 'cancel'],
  past_due: ['none', 'pause', 'cancel'],
  paused: ['none', 'resume'],
  canceled: ['none'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Names of outcomes in the order of the states: one for each scheduled change, or one for all of them. */
type Outcomes = readonly [
  trialing: string | readonly string[],
  cardless: string,
  active: string | readonly string[],
  pastDue: string | readonly string[],
  paused: string,
  canceled: string,
];

/** A request. Words in braces are replaced by IDs. */
export type MoveCase = {
  /** Its name in the table of moves. */
  operation: string;
  method: 'POST' | 'PATCH' | 'GET';
  path: string;
  body?: object | undefined;
  /** Fields of the subscription afterwards, if it has an effect. */
  changes?: object | undefined;
  outcomes: Outcomes;
};

/** Lists an update and its preview, which is refused alike. */
function updates(operation: string, body: object, outcomes: Outcomes, changes: object = body): MoveCase[] {
  const own = { operation, method: 'PATCH', body, changes, outcomes } as const;
  return ['', '/preview'].map((path) => ({ ...own, path }));
}

function quantities(operation: string, modes: readonly string[], outcomes: Outcomes): MoveCase[] {
  const [items, changed] = [[{ price_id: '{price}', quantity: 2 }], [{ price: { id: '{price}' }, quantity: 2 }]];
  return modes.flatMap((mode) =>
    updates(operation, { items, proration_billing_mode: mode }, outcomes, { items: changed }),
  );
}

function dates(operation: string, mode: string, next_billed_at: string, outcomes: Outcomes): MoveCase[] {
  return updates(operation, { next_billed_at, proration_billing_mode: mode }, outcomes, { next_billed_at });
}

function discounts(operation: string, effective_from: string, outcomes: Outcomes): MoveCase[] {
  const discount = { id: '{discount}' };
  return updates(operation, { discount: { ...discount, effective_from } }, outcomes, { discount });
}

function charges(operation: string, effective_from: string, outcomes: Outcomes): MoveCase[] {
  const body = { items: [{ price_id: '{setup}', quantity: 1 }], effective_from };
  return ['/charge', '/charge/preview'].map((path) => ({ operation, method: 'POST', path, body, outcomes }));
}

function action(path: string, operation: string, body: object | undefined, outcomes: Outcomes): MoveCase {
  return { operation, method: 'POST', path, body, outcomes };
}

const closed = ['pastDue', 'itemsOnly', 'canceled'] as const;
const now = { effective_from: 'immediately' };
const then = { effective_from: 'next_billing_period' };
const invoiced = {
  collection_mode: 'manual',
  billing_details: { payment_terms: { interval: 'day', frequency: 14 } },
};
const onlyFirst = (name: string) => [name, 'pending', 'pending'];
const onlyPaused = (name: string) => ['unpaused', name, 'unpaused'];

/** All operations, with all times from which they can have an effect. */
export const moveCases: readonly MoveCase[] = [
  ...updates('changeFields', { custom_data: { crm: '1' } }, ['kept', 'kept', 'kept', ...closed]),
  ...updates('changeFields', invoiced, ['kept', 'kept', 'kept', ...closed]),
  ...quantities('changeItems', ['do_not_bill'], ['kept', 'kept', 'kept', 'pastDue', 'kept', 'canceled']),
  ...quantities(
    'changeItemsNow',
    ['prorated_immediately', 'full_immediately'],
    ['quantities', 'quantities', 'billed', 'pastDue', 'unbilled', 'canceled'],
  ),
  ...quantities(
    'changeItemsLater',
    ['prorated_next_billing_period', 'full_next_billing_period'],
    ['quantities', 'quantities', ['kept', 'sooner', 'sooner'], 'pastDue', 'unbilled', 'canceled'],
  ),
  ...dates('changeDate', 'do_not_bill', later, [onlyFirst('kept'), 'noCard', onlyFirst('kept'), ...closed]),
  ...dates('changeDateBilled', 'prorated_immediately', muchLater, [
    ...(['inTrial', 'inTrial', onlyFirst('billed')] as const),
    ...closed,
  ]),
  ...dates('changeDateBilled', 'prorated_next_billing_period', later, [
    ...(['inTrial', 'inTrial', onlyFirst('kept')] as const),
    ...closed,
  ]),
  ...discounts('changeDiscountNow', 'immediately', ['later', 'later', 'kept', ...closed]),
  ...discounts('changeDiscountLater', 'next_billing_period', ['kept', 'kept', 'kept', ...closed]),
  ...updates('changeDiscountLater', { discount: null }, ['kept', 'kept', 'kept', ...closed]),
  ...updates('removeScheduledChange', { scheduled_change: null }, [
    ...(['taken', 'taken', 'taken', 'taken', 'taken', 'canceled'] as const),
  ]),
  ...charges('chargeNow', 'immediately', ['charged', 'noCard', 'charged', 'notActive', 'notActive', 'canceled']),
  ...charges('chargeLater', 'next_billing_period', ['kept', 'kept', 'kept', 'notActive', 'notActive', 'canceled']),
  action('/cancel', 'cancel', now, ['ends', 'ends', 'ends', 'ends', 'ends', 'canceled']),
  action('/cancel', 'scheduleCancel', then, [
    ...([onlyFirst('endsLater'), 'ends', onlyFirst('endsLater'), onlyFirst('endsLater'), 'ends', 'canceled'] as const),
  ]),
  action('/pause', 'pause', now, ['stops', 'cardless', 'stops', 'stops', 'paused', 'ended']),
  action('/pause', 'pause', { ...now, resume_at: muchLater }, [
    ...(['stopsUntil', 'cardless', 'stopsUntil', 'stopsUntil', 'paused', 'ended'] as const),
  ]),
  ...[
    { body: then, effect: onlyFirst('stopsLater') },
    { body: { ...then, resume_at: muchLater }, effect: onlyFirst('stopsLaterUntil') },
  ].map(({ body, effect }) =>
    action('/pause', 'schedulePause', body, [effect, 'cardless', effect, effect, 'paused', 'ended']),
  ),
  action('/resume', 'resume', now, ['unpaused', 'unpaused', 'unpaused', 'unpaused', 'starts', 'ended']),
  ...[
    { at: muchLater, paused: 'resumes', effect: onlyPaused('postponed') },
    { at: '2026-03-01T10:00:00Z', paused: 'early', effect: onlyPaused('early') },
  ].map(({ at, paused, effect }) =>
    action('/resume', 'scheduleResume', { effective_from: at }, [effect, 'unpaused', effect, effect, paused, 'ended']),
  ),
  action('/activate', 'activate', undefined, [
    ['starts', 'startsToPause', 'startsToEnd'],
    ...(['noTrialCard', 'notTrial', 'notTrial', 'notTrial', 'notTrial'] as const),
  ]),
  {
    ...{ operation: 'changePaymentMethod', method: 'GET', path: '/update-payment-method-transaction' },
    outcomes: ['asks', 'asks', 'asks', 'asksForDebt', 'asks', 'ended'],
  },
];
