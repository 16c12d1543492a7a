import { afterEach, describe, expect, test, vi } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { answerOf, gate, receiver } from '../testing/webhook-receiver.ts';
import { customerEvent, deliveryOf } from '../testing/webhook-requests.ts';
import { createMemorySeenStore } from './stores/memory-seen-store.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('process-then-answer', () => {
  test('answers 500 when a listener fails, and processes the retry', async () => {
    let failures = 1;
    const error = new Error('no database');
    const { deliver, problems } = receiver({
      on: {
        'customer.updated': () => {
          if (failures-- > 0) throw error;
        },
      },
    });
    expect(await deliver(customerEvent())).toBe('500 failed');
    expect(problems).toMatchObject([{ kind: 'failed', error, event: { event_id: customerEvent().event_id } }]);
    expect(await deliver(customerEvent())).toBe('200 processed');
    expect(await deliver(customerEvent())).toBe('200 duplicate');
  });

  test('answers 503 while another delivery of the event is processed, which may still fail', async () => {
    const { wait, open } = gate();
    const begun = gate();
    const { deliver } = receiver({
      on: {
        'customer.updated': () => {
          begun.open();
          return wait;
        },
      },
    });
    const first = deliver(customerEvent());
    await begun.wait;
    expect(await deliver(customerEvent())).toBe('503 busy');
    open();
    expect(await first).toBe('200 processed');
    expect(await deliver(customerEvent())).toBe('200 duplicate');
  });

  test('answers 503 before Paddle gives up, and goes on processing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { wait, open } = gate();
    const begun = gate();
    const { handler, deliver } = receiver({
      on: {
        'customer.updated': () => {
          begun.open();
          return wait;
        },
      },
    });
    const request = await deliveryOf(customerEvent());
    const kept: Promise<unknown>[] = [];
    const response = handler.fetch(request, { waitUntil: (work) => kept.push(work) });
    await begun.wait;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await answerOf(await response)).toBe('503 busy');
    open();
    // Not all: timers of other test files in this process may set new ones again and again.
    await vi.runOnlyPendingTimersAsync();
    await handler.idle();
    expect(kept).toHaveLength(1);
    expect(await deliver(customerEvent())).toBe('200 duplicate');
  });

  test('answers 500 when the store fails, at the claim and at the end', async () => {
    const seen = createMemorySeenStore();
    const broken = () => Promise.reject(new Error('no store'));
    expect(await receiver({ seen: { ...seen, claim: broken } }).deliver(customerEvent())).toBe('500 failed');
    const atEnd = receiver({ seen: { ...seen, complete: broken, release: broken } });
    expect(await atEnd.deliver(customerEvent())).toBe('500 failed');
    expect(atEnd.problems).toMatchObject([{ kind: 'failed' }, { kind: 'failed' }]);
  });

  test('processes an event again once its lease has expired, as after a crash', async () => {
    let time = Date.now();
    const seen = createMemorySeenStore({ leaseSeconds: 60, now: () => time });
    await seen.claim(customerEvent().event_id, '');
    const { deliver, processed } = receiver({ seen });
    expect(await deliver(customerEvent())).toBe('503 busy');
    time += 60_000;
    expect(await deliver(customerEvent())).toBe('200 processed');
    expect(processed).toHaveLength(1);
  });
});

describe('answer-then-process', () => {
  test('answers before it processes, and idle waits for it', async () => {
    const { handler, deliver, processed } = receiver({ mode: 'answer-then-process' });
    expect(await deliver(customerEvent())).toBe('200 accepted');
    expect(processed).toEqual([]);
    await handler.idle();
    expect(processed).toEqual(['sam+1@example.com']);
  });

  test('answers a duplicate with 200 while the first is processed', async () => {
    const { handler, deliver, processed } = receiver({ mode: 'answer-then-process' });
    const answers = await Promise.all([deliver(customerEvent()), deliver(customerEvent())]);
    expect(answers.sort()).toEqual(['200 accepted', '200 duplicate']);
    await handler.idle();
    expect(processed).toHaveLength(1);
  });

  test('hands its work to waitUntil', async () => {
    const { handler, processed } = receiver({ mode: 'answer-then-process' });
    const kept: Promise<unknown>[] = [];
    await handler.fetch(await deliveryOf(customerEvent()), { waitUntil: (work) => kept.push(work) });
    await Promise.all(kept);
    expect(processed).toHaveLength(1);
  });

  test('reports what fails', async () => {
    const { handler, deliver, problems } = receiver({
      mode: 'answer-then-process',
      on: { 'customer.updated': () => Promise.reject(new Error('no database')) },
    });
    expect(await deliver(customerEvent())).toBe('200 accepted');
    await handler.idle();
    expect(problems).toMatchObject([{ kind: 'failed', event: { event_type: 'customer.updated' } }]);
  });

  test('is the default with a store that keeps events', async () => {
    const seen = { ...createMemorySeenStore(), takeOverdue: async () => [] };
    expect(await receiver({ seen }).deliver(customerEvent())).toBe('200 accepted');
    expect(await receiver({ seen, mode: 'process-then-answer' }).deliver(customerEvent(2))).toBe('200 processed');
  });

  test('resume processes the stored events and counts the outcomes', async () => {
    const kept = [1, 2].map((number) => ({
      eventId: customerEvent(number).event_id,
      lease: `lease-${number}`,
      body: JSON.stringify(customerEvent(number)),
    }));
    const completed: string[] = [];
    const { handler } = receiver({
      on: {
        'customer.updated': ({ data }, { lease }) => {
          if (data.email.startsWith('sam+1')) throw new Error('no database');
          completed.push(lease);
        },
      },
      seen: { ...createMemorySeenStore(), takeOverdue: async (limit) => kept.slice(0, limit) },
    });
    expect(await handler.resume()).toEqual({ completed: 1, failed: 1 });
    expect(completed).toEqual(['lease-2']);
    expect(await handler.resume(1)).toEqual({ completed: 0, failed: 1 });
  });

  test('resume refuses a store that does not keep events', async () => {
    await expect(receiver().handler.resume()).rejects.toThrow(UsageError);
  });
});
