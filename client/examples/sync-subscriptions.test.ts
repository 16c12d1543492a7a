import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSubscription } from '#fixtures/index.ts';
import type { WebhookHandlerOptions } from '../index.ts';
import { brokenConsumers, type StartConsumer, type SubscriptionEvent } from '../testing/broken-consumers.ts';
import { createMortalDatabase, type Fault } from '../testing/mortal-database.ts';
import { customerEvent, deliveryOf, webhookSecret } from '../testing/webhook-requests.ts';
import type { SqlDatabase } from './sql-database.ts';
import { createSqlSeenStore } from './sql-seen-store.ts';
import { createSubscriptionSync } from './sync-subscriptions.ts';

const startSync =
  (mode: NonNullable<WebhookHandlerOptions['mode']>): StartConsumer =>
  (database, now) => {
    const handler = createSubscriptionSync({ database, secret: webhookSecret, mode, now, onError: () => {} });
    return {
      receive: async (event) => (await handler.fetch(await deliveryOf(event, now))).status === 200,
      idle: handler.idle,
      resume: async () => {
        const { completed, failed } = await handler.resume();
        return completed + failed > 0;
      },
    };
  };

const statuses = ['active', 'trialing', 'past_due', 'paused', 'canceled'] as const;
const template = buildSubscription({ seed: 1 });

interface Delivery {
  readonly event: SubscriptionEvent;
  readonly fault: Fault | null;
  readonly secondsLater: number;
}

const fault = fc.record({ kind: fc.constantFrom('fails', 'dies'), atStatement: fc.nat({ max: 8 }) });
const arrival = fc.record({
  turn: fc.nat({ max: 99 }),
  fault: fc.option(fault, { freq: 2 }),
  secondsLater: fc.constantFrom(0, 1, 61),
});

/**
 * Events of up to three subscriptions, often less than a millisecond apart, and their deliveries: in any order, some
 * repeated, with faults of the database and the process.
 */
const course = fc
  .array(
    fc.record({
      subscription: fc.integer({ min: 1, max: 3 }),
      status: fc.constantFrom(...statuses),
      microseconds: fc.constantFrom(0, 1, 90, 400_000, 3_600_000_000),
      arrivals: fc.array(arrival, { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((steps) => {
    let microseconds = 500_000;
    const sent = steps.map(({ subscription, status, arrivals, ...step }, index) => {
      microseconds += step.microseconds;
      const event: SubscriptionEvent = {
        ...customerEvent(index),
        event_type: 'subscription.updated',
        occurred_at: textOf(microseconds),
        data: { ...template, id: `sub_${subscription}`, status },
      };
      return arrivals.map((arrival) => ({ ...arrival, event }));
    });
    const newest = new Map(sent.map(([first]) => [first?.event.data.id, first?.event.data.status]));
    return { newest, deliveries: sent.flat().sort((a, b) => a.turn - b.turn) };
  });

/** Formats a time as Paddle does, without trailing zeros. */
function textOf(microseconds: number): string {
  const seconds = new Date(Date.UTC(2026, 6, 1) + Math.floor(microseconds / 1_000_000) * 1000)
    .toISOString()
    .slice(0, 19);
  const fraction = String(microseconds % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${seconds}${fraction && '.'}${fraction}Z`;
}

function columnOf(database: DatabaseSync, column: string, table: string): unknown[] {
  return database
    .prepare(`SELECT ${column} FROM ${table}`)
    .all()
    .map((row) => row[column]);
}

/** Delivers events to a consumer and returns the statuses in its table afterwards. */
async function live(start: StartConsumer, deliveries: readonly Delivery[]) {
  const disk = new DatabaseSync(':memory:');
  let time = Date.UTC(2026, 6, 2);
  const boot = () => {
    const mortal = createMortalDatabase(disk);
    return { ...mortal, consumer: start(mortal.connection, () => time) };
  };
  let process = boot();

  async function deliver(event: SubscriptionEvent, planned: Fault | null): Promise<boolean> {
    process.plan(planned);
    const answered = await process.consumer.receive(event).catch(() => false);
    await process.consumer.idle();
    process.plan(null);
    if (process.isDead()) process = boot();
    return answered;
  }

  const refused: SubscriptionEvent[] = [];
  for (const { event, fault, secondsLater } of deliveries) {
    time += secondsLater * 1000;
    if (!(await deliver(event, fault))) refused.push(event);
  }
  // Paddle retries, now without faults.
  for (const event of refused) {
    time += 61_000;
    expect(await deliver(event, null)).toBe(true);
  }
  do time += 3_600_000;
  while (await process.consumer.resume());
  return new Map(
    disk
      .prepare('SELECT subscription_id AS id, status FROM subscription_status')
      .all()
      .map(({ id, status }) => [String(id), String(status)]),
  );
}

const converges = (start: StartConsumer) =>
  fc.asyncProperty(course, async ({ newest, deliveries }) => {
    expect(await live(start, deliveries)).toEqual(newest);
  });

describe('a table that is kept in sync by webhooks', () => {
  test.for(['answer-then-process', 'process-then-answer'] as const)(
    'has the newest status of every subscription after any disorder, repetition, failure and crash, with %s',
    async (mode) => {
      await fc.assert(converges(startSync(mode)), { numRuns: 80 });
    },
  );

  test.for(Object.entries(brokenConsumers))('goes out of sync if the consumer %s', async ([, start]) => {
    const found = await fc.check(converges(start), { numRuns: 1_000, seed: 1 });
    expect(found.failed).toBe(true);
    const smallest = found.counterexample?.[0].deliveries ?? [];
    expect(smallest.length).toBeLessThanOrEqual(3);
  });
});

describe('createSubscriptionSync', () => {
  function sync() {
    const disk = new DatabaseSync(':memory:');
    let time = Date.UTC(2026, 6, 2);
    const now = () => time;
    const mortal = createMortalDatabase(disk);
    const start = (database: SqlDatabase) =>
      createSubscriptionSync({ database, secret: webhookSecret, now, onError: () => {} });
    return {
      disk,
      mortal,
      start,
      handler: start(mortal.connection),
      pass: (seconds: number) => {
        time += seconds * 1000;
      },
      delivery: (fields: object = {}) =>
        deliveryOf(customerEvent(1, { event_type: 'subscription.canceled', data: { ...template, ...fields } }), now),
      statuses: () => columnOf(disk, 'status', 'subscription_status'),
    };
  }

  test('keeps the email address of a customer', async () => {
    const { handler, disk } = sync();
    const now = () => Date.UTC(2026, 6, 2);
    for (const number of [2, 1]) await handler.fetch(await deliveryOf(customerEvent(number), now));
    await handler.idle();
    expect(columnOf(disk, 'email', 'customer_email')).toEqual(['sam+2@example.com']);
  });

  test('takes up an event whose process died between claim and commit, although Paddle got its 200', async () => {
    const { handler, mortal, disk, start, pass, delivery, statuses } = sync();
    // 0 claims, 1 begins, 2 writes the status, 3 completes the event.
    mortal.plan({ kind: 'dies', atStatement: 3 });
    expect((await handler.fetch(await delivery({ status: 'canceled' }))).status).toBe(200);
    await handler.idle();
    expect([mortal.isDead(), statuses()]).toEqual([true, []]);
    const next = start(disk);
    expect(await next.resume()).toEqual({ completed: 0, failed: 0 });
    pass(60);
    expect(await next.resume()).toEqual({ completed: 1, failed: 0 });
    expect(statuses()).toEqual(['canceled']);
  });

  test('writes nothing once another process has claimed the event', async () => {
    const { handler, disk, start, pass, delivery, statuses } = sync();
    const slow = createSqlSeenStore(disk, { now: () => Date.UTC(2026, 6, 2) });
    const claim = await slow.claim(customerEvent(1).event_id, '{}');
    pass(60);
    await handler.fetch(await delivery({ status: 'canceled' }));
    await handler.idle();
    expect(statuses()).toEqual(['canceled']);
    const late = () => slow.completeWithin(customerEvent(1).event_id, claim.outcome === 'claimed' ? claim.lease : '');
    expect(late).toThrow(/another process/);
    expect(await start(disk).resume()).toEqual({ completed: 0, failed: 0 });
  });

  test('retries a failed event without a retry by Paddle', async () => {
    const { handler, mortal, pass, delivery, statuses } = sync();
    mortal.plan({ kind: 'fails', atStatement: 2 });
    await handler.fetch(await delivery({ status: 'canceled' }));
    await handler.idle();
    expect(statuses()).toEqual([]);
    pass(60);
    expect(await handler.resume()).toEqual({ completed: 1, failed: 0 });
    expect(statuses()).toEqual(['canceled']);
  });
});
