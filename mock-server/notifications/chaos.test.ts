import { describe, expect, test } from 'vitest';
import { startPaddock } from '../index.ts';
import { call } from '../testing/call.ts';
import { Chaos, type ChaosPlan } from './chaos.ts';
import { signatureHeader } from './signature.ts';

/** Creates customers under a chaos plan, and waits for all deliveries that will arrive. */
async function receiveUnder(plan: ChaosPlan, customers: number) {
  await using paddock = await startPaddock({ clock: { now: '2026-07-01T00:00:00Z', frozen: true } });
  await paddock.webhooks.collect();
  const [setting] = (await call(paddock, 'GET', '/notification-settings')).data;
  await call(paddock, 'PUT', `/_paddock/chaos/${setting.id}`, plan);
  for (let number = 1; number <= customers; number += 1) {
    await call(paddock, 'POST', '/customers', { email: `${number}@example.com` });
  }
  const settled = await call(paddock, 'POST', '/_paddock/deliveries/settle', {});
  const numbers = paddock.webhooks.received.map(({ event }) =>
    parseInt(JSON.parse(JSON.stringify(event.data)).email, 10),
  );
  const { applied } = await call(paddock, 'GET', `/_paddock/chaos/${setting.id}`);
  const { deliveries } = await call(paddock, 'GET', '/_paddock/deliveries');
  const [first] = paddock.webhooks.received;
  return { numbers, applied, deliveries, settled, first, secret: String(setting.endpoint_secret_key) };
}

describe('plans', () => {
  test('belong to one destination each, count their faults, and are restored from snapshots', () => {
    const chaos = new Chaos();
    chaos.count('unknown', 'duplicate');
    expect([chaos.planFor('unknown'), chaos.appliedTo('unknown'), chaos.drops('unknown')]).toEqual([{}, {}, false]);
    chaos.set('first', { drop_first: 1, duplicate: true });
    const { state } = chaos;
    expect([chaos.drops('first'), chaos.drops('first'), chaos.drops('second')]).toEqual([true, false, false]);
    chaos.count('first', 'duplicate');
    expect(chaos.appliedTo('first')).toEqual({ drop_first: 1, duplicate: 1 });
    chaos.set('second', { reorder: 2 });
    chaos.goTo(state);
    expect([chaos.planFor('second'), chaos.appliedTo('first')]).toEqual([{}, {}]);
    expect(chaos.drops('first')).toBe(true);
    chaos.set('first', { reorder: 2 });
    expect([chaos.planFor('first'), chaos.appliedTo('first')]).toEqual([{ reorder: 2 }, {}]);
    chaos.clear();
    expect([chaos.planFor('first'), chaos.state]).toEqual([{}, []]);
  });
});

describe('delivery faults', () => {
  test('duplicate deliveries, and are counted', async () => {
    const { numbers, applied, deliveries } = await receiveUnder({ duplicate: true }, 3);
    expect(numbers).toEqual([1, 1, 2, 2, 3, 3]);
    expect(applied).toEqual({ duplicate: 3 });
    expect(deliveries.map(({ chaos }: { chaos: string[] }) => chaos)).toEqual(Array(6).fill(['duplicate']));
  });

  test('batch deliveries in reverse order', async () => {
    const { numbers } = await receiveUnder({ reorder: 3 }, 7);
    expect(numbers).toEqual([3, 2, 1, 6, 5, 4, 7]);
  });

  test('drop first deliveries, which are retried later', async () => {
    const { numbers, applied, settled, deliveries } = await receiveUnder({ drop_first: 2 }, 3);
    expect(numbers).toEqual([3]);
    expect(applied).toEqual({ drop_first: 2 });
    expect(settled).toEqual({ settled: true, due: 0, later: 2 });
    expect(deliveries.filter(({ status }: { status: string }) => status === 'failed')).toMatchObject(
      Array(2).fill({
        response_code: 0,
        response_body: "Dropped by the destination's chaos setting.",
        signature: null,
        chaos: ['drop_first'],
      }),
    );
  });

  test('delay deliveries', async () => {
    const { numbers, settled } = await receiveUnder({ delay_seconds: 60 }, 2);
    expect([numbers, settled]).toEqual([[], { settled: true, due: 0, later: 2 }]);
  });

  test('sign with a wrong secret, or with a timestamp of an hour ago', async () => {
    const { first, deliveries, secret } = await receiveUnder({ wrong_signature: true }, 1);
    if (!first) throw new Error('Nothing was received.');
    expect(deliveries[0]).toMatchObject({ signature: first.signature, chaos: ['wrong_signature'] });
    expect(first.signature).toMatch(/^ts=\d+;h1=[\da-f]{64}$/);
    const seconds = Number(/ts=(\d+)/.exec(first.signature)?.[1]);
    expect(first.signature).not.toBe(signatureHeader(first.rawBody, [secret], seconds));
    const stale = await receiveUnder({ stale_timestamp: true }, 1);
    const age = Date.now() / 1000 - Number(/ts=(\d+)/.exec(stale.first?.signature ?? '')?.[1]);
    expect(age).toBeGreaterThan(3590);
    expect(age).toBeLessThan(3700);
  });
});
