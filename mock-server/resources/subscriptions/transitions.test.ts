import { describe, expect, test } from 'vitest';
import { buildSubscription } from '#fixtures/index.ts';
import { profile } from '../../spec/behaviours.ts';
import { type ChangeOf, changed } from '../../state/change.ts';
import { activate, cancel, change, pause, recover, renew, resume, start, startTrial } from './transitions.ts';

const now = '2026-07-01T12:00:00Z';
const later = '2026-07-15T12:00:00Z';
const moment = { now, behaviours: profile('official') };
const active = { ...buildSubscription({ seed: 1, status: 'active' }), billing_cycle: month() };
const trialing = { ...buildSubscription({ seed: 1, status: 'trialing' }), billing_cycle: month() };
const paused = { ...buildSubscription({ seed: 1, status: 'paused' }), billing_cycle: month() };

/** Returns the entity of a change and the types of its events. */
function partsOf({ puts: [{ entity }], events }: ChangeOf<'subscriptions'>) {
  return { entity, events: events.map(({ type }) => type) };
}

function month() {
  return { interval: 'month' as const, frequency: 1 };
}

const billed = {
  status: 'active',
  next_billed_at: '2026-08-01T12:00:00Z',
  current_billing_period: { starts_at: now, ends_at: '2026-08-01T12:00:00Z' },
};
const billedItem = {
  status: 'active',
  updated_at: now,
  previously_billed_at: now,
  next_billed_at: '2026-08-01T12:00:00Z',
};

describe('a subscription begins', () => {
  test('as paid, with a period that is billed now', () => {
    expect(start(trialing, moment)).toEqual({
      ...trialing,
      ...billed,
      first_billed_at: now,
      started_at: now,
      created_at: now,
      updated_at: now,
      items: trialing.items.map((item) => ({ ...item, ...billedItem, created_at: now, trial_dates: null })),
    });
  });

  test('with a trial, which is its first period and is not billed', () => {
    const period = { starts_at: now, ends_at: later };
    const born = { status: 'trialing', created_at: now, updated_at: now, next_billed_at: later };
    expect(startTrial(active, { interval: 'day', frequency: 14 }, moment)).toEqual({
      ...active,
      ...born,
      started_at: now,
      first_billed_at: null,
      current_billing_period: period,
      items: active.items.map((item) => ({ ...item, ...born, previously_billed_at: null, trial_dates: period })),
    });
  });
});

describe('a subscription that is changed', () => {
  const period = { starts_at: now, ends_at: later };
  const cancellation = { action: 'cancel', effective_at: later, resume_at: null } as const;
  const canceling = { ...active, scheduled_change: cancellation, current_billing_period: period };

  test('is not billed next while a change is scheduled', () => {
    expect(change(canceling, moment)).toEqual(
      changed(
        'subscriptions',
        {
          ...canceling,
          next_billed_at: null,
          updated_at: now,
          items: canceling.items.map((item) => ({ ...item, next_billed_at: null })),
        },
        ['subscription.updated'],
      ),
    );
  });

  test('is billed next at a scheduled resume date', () => {
    const pausing = { ...canceling, scheduled_change: { ...cancellation, action: 'pause', resume_at: later } } as const;
    expect(change(pausing, moment).puts[0].entity).toMatchObject({
      next_billed_at: later,
      items: [{ next_billed_at: later }],
    });
    const scheduled_change = { action: 'resume', effective_at: later, resume_at: null } as const;
    expect(change({ ...paused, scheduled_change }, moment).puts[0].entity.next_billed_at).toBe(later);
    expect(change({ ...paused, current_billing_period: period }, moment).puts[0].entity.next_billed_at).toBeNull();
    const taken = { ...pausing, scheduled_change: null, next_billed_at: '2027-01-01T00:00:00Z' };
    const before = { ...pausing, next_billed_at: taken.next_billed_at };
    expect(change(taken, moment, before).puts[0].entity.next_billed_at).toBe(later);
  });

  test('keeps its next billing date, or else is billed at the end of its period', () => {
    const unscheduled = { ...canceling, scheduled_change: null };
    expect(change({ ...unscheduled, next_billed_at: now }, moment).puts[0].entity.next_billed_at).toBe(now);
    expect(change({ ...unscheduled, next_billed_at: null }, moment).puts[0].entity.next_billed_at).toBe(later);
    const stopped = { ...unscheduled, next_billed_at: null, current_billing_period: null };
    expect(change(stopped, moment).puts[0].entity.next_billed_at).toBeNull();
  });
});

describe('a subscription that moves', () => {
  test('from a trial to active is billed now, for the first time', () => {
    const { entity, events } = partsOf(activate({ ...trialing, first_billed_at: null }, moment));
    expect(entity).toMatchObject({ ...billed, first_billed_at: now, updated_at: now });
    expect(events).toEqual(['subscription.updated', 'subscription.activated']);
  });

  test('from a trial to active ends the trial, but never later than planned', () => {
    const trial = (ends_at: string) => ({ starts_at: '2026-06-20T00:00:00Z', ends_at });
    const endOf = (ends_at: string) => {
      const items = trialing.items.map((item) => ({ ...item, trial_dates: trial(ends_at) }));
      return activate({ ...trialing, items }, moment).puts[0].entity.items[0]?.trial_dates;
    };
    expect(endOf(later)).toEqual(trial(now));
    expect(endOf('2026-07-01T00:00:00Z')).toEqual(trial('2026-07-01T00:00:00Z'));
  });

  test('from past due to active keeps its dates', () => {
    const { entity, events } = partsOf(recover({ ...active, status: 'past_due' }, moment));
    expect(entity).toEqual({ ...active, updated_at: now });
    expect(events).toEqual(['subscription.updated', 'subscription.activated']);
  });

  test('month by month keeps the day of its first bill, also after a shorter month and when it is late', () => {
    const monthly = { interval: 'month', frequency: 1 } as const;
    let subscription: Parameters<typeof renew>[0] = {
      ...active,
      billing_cycle: monthly,
      first_billed_at: '2026-01-31T10:00:00Z',
      current_billing_period: { starts_at: '2026-01-31T10:00:00Z', ends_at: '2026-02-28T10:00:00Z' },
    };
    const ends: (string | null)[] = [];
    for (const late of ['2026-02-28T10:00:00Z', '2026-03-31T10:00:01Z', '2026-05-02T00:00:00Z']) {
      const [{ entity }] = renew(subscription, undefined, { ...moment, now: late }).puts;
      expect(entity.current_billing_period?.starts_at).toBe(subscription.current_billing_period?.ends_at);
      subscription = entity;
      ends.push(entity.next_billed_at);
    }
    expect(ends).toEqual(['2026-03-31T10:00:00Z', '2026-04-30T10:00:00Z', '2026-05-31T10:00:00Z']);
  });

  test.each([
    ['without a date to resume', null, null],
    ['with one', later, { action: 'resume', effective_at: later, resume_at: null }],
  ] as const)('to paused, %s, keeps its period and is billed when it resumes', (_, resume_at, scheduled_change) => {
    const change = { action: 'pause', effective_at: now, resume_at } as const;
    const stopped = { status: 'paused' as const, next_billed_at: resume_at, scheduled_change };
    expect(pause({ ...active, scheduled_change: change }, moment)).toEqual(
      changed(
        'subscriptions',
        {
          ...active,
          ...stopped,
          paused_at: now,
          updated_at: now,
          items: active.items.map((item) => ({
            ...item,
            status: 'inactive',
            next_billed_at: resume_at,
            updated_at: now,
          })),
        },
        ['subscription.updated', 'subscription.paused'],
      ),
    );
  });

  test('from paused to active has a new period and nothing scheduled', () => {
    const scheduled_change = { action: 'resume', effective_at: later, resume_at: null } as const;
    const { entity, events } = partsOf(resume({ ...paused, scheduled_change }, moment));
    expect(entity).toMatchObject({ ...billed, paused_at: null, scheduled_change: null, updated_at: now });
    expect(entity.items).toEqual(paused.items.map((item) => ({ ...item, ...billedItem })));
    expect(events).toEqual(['subscription.updated', 'subscription.resumed']);
  });

  test('to canceled drops everything that was scheduled', () => {
    const ended = { next_billed_at: null, updated_at: now };
    expect(cancel({ ...paused, paused_at: now }, moment)).toEqual(
      changed(
        'subscriptions',
        {
          ...paused,
          ...ended,
          status: 'canceled',
          canceled_at: now,
          paused_at: null,
          current_billing_period: null,
          scheduled_change: null,
          items: paused.items.map((item) => ({ ...item, ...ended })),
        },
        ['subscription.updated', 'subscription.canceled'],
      ),
    );
  });
});
