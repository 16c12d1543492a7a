import { expect, test } from 'vitest';
import { startPaddock } from '../../index.ts';
import { call } from '../../testing/call.ts';

const clock = { now: '2026-07-01T00:03:00Z', frozen: true };

/** Draws sales in dollars, of which the fee of a chargeback needs no conversion. */
const inDollars = { clock, seed: 4 };

/** Starts a mock with a pending refund of a new purchase. */
async function startWithRefund() {
  const paddock = await startPaddock({ profile: 'official', clock });
  await paddock.trigger('adjustment.created');
  const read = async () => (await call(paddock, 'GET', '/adjustments')).data[0];
  const sale = async () => (await call(paddock, 'GET', `/transactions/${(await read()).transaction_id}`)).data;
  return { paddock, read, sale, refund: await read() };
}

test('a refund is approved at once, and its transaction is adjusted at that time', async () => {
  const { paddock, read, sale, refund } = await startWithRefund();
  const approved = await paddock.adjustments.approve(refund.id);
  expect(approved).toEqual({ ...refund, status: 'approved', updated_at: '2026-07-01T00:03:00Z' });
  expect(await read()).toEqual(approved);
  expect((await sale()).details.adjusted_totals).toMatchObject({ total: '0', fee: '0', earnings: '0' });
  await paddock.clock.advance({ minutes: 10 });
  expect(await read()).toEqual(approved);
  await paddock.close();
});

test('a rejected refund changes no transaction, and is never approved', async () => {
  const { paddock, read, sale, refund } = await startWithRefund();
  const before = await sale();
  expect(await paddock.adjustments.reject(refund.id)).toMatchObject({ status: 'rejected' });
  await paddock.clock.advance({ minutes: 10 });
  expect((await read()).status).toBe('rejected');
  expect(await sale()).toEqual(before);
  await paddock.close();
});

test('a decision about a decided or an unknown refund is refused', async () => {
  const { paddock, refund } = await startWithRefund();
  await paddock.adjustments.approve(refund.id);
  for (const decide of [paddock.adjustments.approve, paddock.adjustments.reject])
    await expect(decide(refund.id)).rejects.toThrow(/is approved; this needs pending_approval/);
  await expect(paddock.adjustments.approve('adj_01h00000000000000000000000')).rejects.toThrow('Could not find');
  await paddock.close();
});

test('a pending refund that is seeded is approved when it is due', async () => {
  const { paddock, refund, sale } = await startWithRefund();
  const transaction = await sale();
  const { data: customers } = await call(paddock, 'GET', '/customers');
  const { data: addresses } = await call(paddock, 'GET', `/customers/${customers[0].id}/addresses`);
  await using other = await startPaddock({ profile: 'official', clock });
  const sold = { ...transaction, subscription_id: null };
  await other.seed({ customers, addresses, transactions: [sold], adjustments: [{ ...refund, subscription_id: null }] });
  await other.clock.advance({ minutes: 7 });
  expect((await call(other, 'GET', '/adjustments')).data).toMatchObject([
    { id: refund.id, status: 'approved', updated_at: '2026-07-01T00:10:00Z' },
  ]);
  await paddock.close();
});

test('a chargeback that is won gives back what it took, and its fee', async () => {
  await using paddock = await startPaddock({ profile: 'official', ...inDollars });
  const { data } = await paddock.trigger('adjustment.created', { overrides: { action: 'chargeback_reverse' } });
  const [reversal, chargeback] = (await call(paddock, 'GET', '/adjustments')).data;
  expect([reversal.id, reversal.action, reversal.status]).toEqual([data['id'], 'chargeback_reverse', 'approved']);
  expect(chargeback).toMatchObject({ action: 'chargeback', status: 'reversed' });
  expect(Number(reversal.totals.total)).toBe(-Number(chargeback.totals.total));
  expect(reversal.payout_totals.chargeback_fee).toEqual({ amount: '-1500', original: null });
  const query = 'include=adjustments_totals&status=completed';
  const [sale] = (await call(paddock, 'GET', `/transactions?${query}`)).data;
  const { totals, adjusted_totals, adjusted_payout_totals } = sale.details;
  expect(adjusted_totals).toMatchObject({ total: totals.total, fee: totals.fee, earnings: totals.earnings });
  expect(adjusted_payout_totals.chargeback_fee).toEqual({ amount: '0', original: null });
  expect(sale.adjustments_totals.breakdown.chargeback).toBe('0');
});

test('a chargeback that Paddle makes takes effect at once', async () => {
  await using paddock = await startPaddock({ profile: 'official', ...inDollars });
  const { data } = await paddock.trigger('adjustment.created', { overrides: { action: 'chargeback' } });
  const chargeback_fee = { amount: '1500', original: null };
  expect(data).toMatchObject({ action: 'chargeback', status: 'approved', payout_totals: { chargeback_fee } });
  const query = 'include=adjustments_totals&status=completed';
  const [sale] = (await call(paddock, 'GET', `/transactions?${query}`)).data;
  expect(sale.details.adjusted_totals.total).toBe('0');
  expect(sale.details.adjusted_payout_totals).toMatchObject({ total: '0', chargeback_fee });
  expect(sale.adjustments_totals.breakdown).toEqual({
    credit: '0',
    refund: '0',
    chargeback: sale.details.totals.total,
  });
});
