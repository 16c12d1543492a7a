import { describe, expect, test } from 'vitest';
import { gate, receiver } from '../testing/webhook-receiver.ts';
import { customerEvent } from '../testing/webhook-requests.ts';
import { createMemorySeenStore } from './stores/memory-seen-store.ts';

describe('drop-older', () => {
  test('calls no listener for an event older than the newest of its entity', async () => {
    const { deliver, processed, problems } = receiver({ ordering: 'drop-older' });
    const answers: string[] = [];
    for (const number of [2, 1, 3, 1]) answers.push(await deliver(customerEvent(number)));
    expect(answers).toEqual(['200 processed', '200 dropped', '200 processed', '200 duplicate']);
    expect(processed).toEqual(['sam+2@example.com', 'sam+3@example.com']);
    expect(problems).toMatchObject([{ kind: 'dropped', event: { event_id: customerEvent(1).event_id } }]);
  });

  test('retries a failed event although newer events of the entity were processed', async () => {
    let failures = 1;
    const fulfilled: unknown[] = [];
    const { deliver, problems } = receiver({
      ordering: 'drop-older',
      on: {
        'transaction.completed': ({ event_id }, { overtaken }) => {
          if (failures-- > 0) throw new Error('no database');
          fulfilled.push([event_id, overtaken]);
        },
        'transaction.updated': () => {},
      },
    });
    const event = (number: number, event_type: string) => customerEvent(number, { event_type });
    const completed = event(1, 'transaction.completed');
    const answers: string[] = [];
    const later = [event(2, 'transaction.updated'), event(3, 'transaction.updated')];
    for (const each of [completed, ...later, completed]) answers.push(await deliver(each));
    expect(answers).toEqual(['500 failed', '200 processed', '200 processed', '200 processed']);
    expect(fulfilled).toEqual([[completed.event_id, true]]);
    expect(problems.map(({ kind }) => kind)).toEqual(['failed']);
  });

  test('does not compare with events that have no listener', async () => {
    const { deliver, processed } = receiver({ ordering: 'drop-older' });
    expect(await deliver(customerEvent(2, { event_type: 'customer.imported' }))).toBe('200 processed');
    expect(await deliver(customerEvent(1))).toBe('200 processed');
    expect(processed).toEqual(['sam+1@example.com']);
    expect(await deliver(customerEvent(0, { event_type: 'customer.imported' }))).toBe('200 processed');
  });

  test('retries an event whose process died', async () => {
    let time = Date.now();
    const seen = createMemorySeenStore({ leaseSeconds: 60, now: () => time });
    await seen.claim(customerEvent(1).event_id, '');
    time += 60_000;
    const { deliver, processed } = receiver({ ordering: 'drop-older', seen });
    await deliver(customerEvent(2));
    expect(await deliver(customerEvent(1))).toBe('200 processed');
    expect(processed).toEqual(['sam+2@example.com', 'sam+1@example.com']);
  });

  test('treats entities separately', async () => {
    const { deliver, processed } = receiver({ ordering: 'drop-older' });
    await deliver(customerEvent(2));
    await deliver(customerEvent(1, { data: { id: 'ctm_01kpadd0ck0000000000000002', email: 'kim@example.com' } }));
    expect(processed).toContain('kim@example.com');
  });

  test('drops nothing for an event that failed', async () => {
    let failures = 1;
    const emails: string[] = [];
    const { deliver } = receiver({
      ordering: 'drop-older',
      on: {
        'customer.updated': ({ data }) => {
          if (failures-- > 0) throw new Error('no database');
          emails.push(data.email);
        },
      },
    });
    for (const number of [2, 1, 2]) await deliver(customerEvent(number));
    expect(emails).toEqual(['sam+1@example.com', 'sam+2@example.com']);
  });

  test('never has two events of one entity at once, so that the older cannot write last', async () => {
    let copy = '';
    const { wait, open } = gate();
    const first = gate();
    const { handler, deliver } = receiver({
      ordering: 'drop-older',
      mode: 'answer-then-process',
      on: {
        'customer.updated': async ({ data }) => {
          if (data.email.startsWith('sam+1')) {
            first.open();
            await wait;
          }
          copy = data.email;
        },
      },
    });
    await deliver(customerEvent(1));
    await deliver(customerEvent(2));
    await first.wait;
    // Long enough for the second to finish, if it did not wait.
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(copy).toBe('');
    open();
    await handler.idle();
    expect(copy).toBe('sam+2@example.com');
  });

  test('does not call a listener again if only completing the event failed', async () => {
    const store = createMemorySeenStore();
    let failures = 1;
    const complete: typeof store.complete = async (id, lease) => {
      if (failures-- > 0) throw new Error('no store');
      await store.complete(id, lease);
    };
    const { deliver, processed } = receiver({ ordering: 'drop-older', seen: { ...store, complete } });
    expect(await deliver(customerEvent())).toBe('500 failed');
    expect(await deliver(customerEvent())).toBe('200 processed');
    expect(processed).toHaveLength(1);
  });

  test('is not the default', async () => {
    const { deliver, processed } = receiver();
    for (const number of [2, 1]) await deliver(customerEvent(number));
    expect(processed).toHaveLength(2);
  });
});
