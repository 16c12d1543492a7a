import { expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../../index.ts';
import { call } from '../../testing/call.ts';
import { csvRows } from '../../testing/csv-rows.ts';

const begin = (profile: 'guide' | 'official') =>
  startPaddock({ profile, clock: { now: '2026-01-15T00:00:00Z', frozen: true } });

const advanceTo = (paddock: Paddock, to: string) => call(paddock, 'POST', '/_paddock/clock/advance', { to });

async function payoutsOf(paddock: Paddock) {
  const { data } = await call(paddock, 'GET', '/events?per_page=200&order_by=id[ASC]');
  const events: { event_type: string; occurred_at: string; data: Record<string, string | null> }[] = data;
  return events.filter(({ event_type }) => event_type.startsWith('payout.'));
}

/** Reads what the account earned and lost until now, by the reference of the payout. */
async function reported(paddock: Paddock) {
  const rows = await csvRows(paddock, { type: 'payout_reconciliation' });
  const sum: Record<string, bigint> = {};
  for (const { remittance_reference: reference = '', balance_movement_in_balance_currency: earnings = '0' } of rows)
    sum[reference] = (sum[reference] ?? 0n) + BigInt(earnings);
  return sum;
}

test('the balance is paid out on the first of the month, and arrives by the fifteenth', async () => {
  await using paddock = await begin('official');
  for (let sold = 0; sold < 3; sold += 1) await paddock.trigger('subscription.created');
  await paddock.trigger('adjustment.created', { overrides: { action: 'chargeback' } });
  const { '': balance = 0n } = await reported(paddock);
  await paddock.payouts.start();
  await advanceTo(paddock, '2026-01-31T23:59:59Z');
  expect(await payoutsOf(paddock)).toEqual([]);
  await advanceTo(paddock, '2026-02-01T00:00:00Z');
  const [created] = await payoutsOf(paddock);
  expect(created).toMatchObject({
    event_type: 'payout.created',
    data: { status: 'unpaid', remittance_reference: null },
  });
  const renewed = BigInt(String(created?.data['amount'])) - balance;
  expect(renewed).toBeGreaterThanOrEqual(0n);
  await paddock.payouts.stop();
  await advanceTo(paddock, '2026-02-15T00:00:00Z');
  const [, paid, ...more] = await payoutsOf(paddock);
  expect(more).toEqual([]);
  expect(paid?.data).toEqual({ ...created?.data, status: 'paid', remittance_reference: expect.any(String) });
  const sums = await reported(paddock);
  expect(sums[String(paid?.data['remittance_reference'])]).toBe(BigInt(String(paid?.data['amount'])));
});

test('less than 100 waits for the next month, and nothing is paid twice', async () => {
  await using paddock = await begin('official');
  await paddock.payouts.start();
  await advanceTo(paddock, '2026-03-02T00:00:00Z');
  expect(await payoutsOf(paddock)).toEqual([]);
  const { data: product } = await call(paddock, 'POST', '/products', { name: 'Chat', tax_category: 'standard' });
  const { data: price } = await call(paddock, 'POST', '/prices', {
    product_id: product.id,
    description: 'Monthly',
    unit_price: { amount: '6000', currency_code: 'USD' },
    billing_cycle: { interval: 'month', frequency: 1 },
  });
  await paddock.subscriptions.create({
    items: [{ price_id: price.id, quantity: 1 }],
    customer: { email: 'sam@example.com' },
    address: { country_code: 'US', postal_code: '10021' },
  });
  // By the first of April, one payment of the two that it takes was made.
  // Events are kept for 90 days.
  await paddock.clock.advance({ days: 85 });
  const payouts = await payoutsOf(paddock);
  const created = payouts.filter(({ event_type }) => event_type === 'payout.created');
  for (const { data } of created) expect(Number(data['amount'])).toBeGreaterThanOrEqual(10_000);
  expect(created.map(({ occurred_at }) => occurred_at.slice(0, 19))).toEqual(['2026-05-01T00:00:00']);
  const { '': waiting = 0n, ...sums } = await reported(paddock);
  const paid = payouts.filter(({ event_type }) => event_type === 'payout.paid');
  expect(Object.values(sums)).toEqual(paid.map(({ data }) => BigInt(String(data['amount']))));
  expect(waiting).toBeGreaterThan(0n);
});

test('the guide lists no such events', async () => {
  await using paddock = await begin('guide');
  await paddock.trigger('subscription.created');
  await paddock.payouts.start();
  await paddock.clock.advance({ days: 60 });
  expect(await payoutsOf(paddock)).toEqual([]);
});
