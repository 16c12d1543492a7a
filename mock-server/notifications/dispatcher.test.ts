import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type PaddockOptions, startPaddock } from '../index.ts';
import { call } from '../testing/call.ts';

/** An email destination: deliveries are recorded but not sent, so tests need no network. */
const email = {
  description: 'Mail',
  type: 'email',
  destination: 'ops@example.com',
  subscribed_events: ['customer.created'],
};

async function startWith(destination: object, options: PaddockOptions = {}) {
  const paddock = await startPaddock({ behaviours: { 'webhook-retries': 'sandbox' }, ...options });
  const { data } = await call(paddock, 'POST', '/notification-settings', destination);
  return { paddock, setting: data };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the dispatcher', () => {
  test('retries on a running clock', async () => {
    const { paddock, setting } = await startWith(email);
    await call(paddock, 'PUT', `/_paddock/chaos/${setting.id}`, { drop_first: 1 });
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.now() });
    await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
    const statuses = async () =>
      (await call(paddock, 'GET', '/notifications')).data.map(({ status }: { status: string }) => status);
    await vi.waitUntil(async () => (await statuses()).join() === 'needs_retry');
    vi.advanceTimersByTime(20_000);
    await vi.waitUntil(async () => (await statuses()).join() === 'delivered');
    vi.useRealTimers();
    await paddock.close();
  });

  test('makes all sixty retries in their order while the clock is advanced by three days', async () => {
    const clock = { now: '2026-07-01T00:00:00Z', frozen: true };
    const { paddock, setting } = await startWith(email, { clock, behaviours: { 'webhook-retries': 'live' } });
    await call(paddock, 'PUT', `/_paddock/chaos/${setting.id}`, { drop_first: 1000 });
    await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
    await paddock.clock.advance({ days: 3 });
    const { deliveries } = await call(paddock, 'GET', '/_paddock/deliveries?limit=1000');
    expect(deliveries.map(({ attempt }: { attempt: number }) => attempt)).toEqual(
      Array.from({ length: 61 }, (_, index) => 61 - index),
    );
    const times = deliveries.map(({ attempted_at }: { attempted_at: string }) => attempted_at);
    expect(times.toSorted().reverse()).toEqual(times);
    expect(paddock.clock.now().toISOString()).toBe('2026-07-04T00:00:00.000Z');
    await paddock.close();
  });

  test('lets two advances happen one after the other', async () => {
    const { paddock } = await startWith(email, { clock: { now: '2026-07-01T00:00:00Z', frozen: true } });
    await Promise.all([paddock.clock.advance({ days: 1 }), paddock.clock.advance({ days: 2 })]);
    expect(paddock.clock.now().toISOString()).toBe('2026-07-04T00:00:00.000Z');
    await paddock.close();
  });

  test('delivers to one destination while another hangs, and counts what is still due', async () => {
    const hanging = createServer(() => {});
    await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(hanging.address() as AddressInfo).port}/`;
    const { paddock } = await startWith({ ...email, type: 'url', destination: url });
    await paddock.webhooks.collect();
    for (let number = 0; number < 30; number += 1)
      await call(paddock, 'POST', '/customers', { email: `${number}@example.com` });
    await paddock.webhooks.waitFor('customer.created', (event) => event.data.email === '29@example.com');
    expect(paddock.webhooks.received.length).toBe(30);
    const { due, later } = await call(paddock, 'POST', '/_paddock/deliveries/settle', { timeout_ms: 1 });
    // On a busy machine, some attempts have timed out by now and await their retry.
    expect(due + later).toBe(30);
    await paddock.close();
    hanging.closeAllConnections();
    hanging.close();
  });

  test('ends calls that wait for deliveries when the mock is closed', async () => {
    const hanging = createServer(() => {});
    await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(hanging.address() as AddressInfo).port}/`;
    const clock = { now: '2026-07-01T00:00:00Z', frozen: true };
    const { paddock } = await startWith({ ...email, type: 'url', destination: url }, { clock });
    const asked = new Promise((resolve) => hanging.once('request', resolve));
    await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
    await asked;
    const settling = call(paddock, 'POST', '/_paddock/deliveries/settle', { timeout_ms: 600_000 });
    const advancing = paddock.clock.advance({ days: 1 });
    // The first one must exist before the server stops accepting requests.
    await call(paddock, 'GET', '/_paddock/deliveries');
    await Promise.all([paddock.close(), advancing]);
    expect(await settling).toEqual({ settled: false, due: 1, later: 0 });
    hanging.closeAllConnections();
    hanging.close();
  });

  test('sends nothing to a destination that was deleted in the meantime', async () => {
    const { paddock, setting } = await startWith(email, { clock: { now: '2026-07-01T00:00:00Z', frozen: true } });
    await call(paddock, 'PUT', `/_paddock/chaos/${setting.id}`, { drop_first: 1 });
    await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
    await call(paddock, 'POST', '/_paddock/deliveries/settle', {});
    await call(paddock, 'DELETE', `/notification-settings/${setting.id}`);
    await paddock.clock.advance({ days: 1 });
    expect(await call(paddock, 'GET', '/_paddock/deliveries')).toEqual({ deliveries: [], waiting: 0 });
    expect((await call(paddock, 'GET', '/notifications')).data).toEqual([]);
    await paddock.close();
  });
});
