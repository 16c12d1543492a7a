import fc from 'fast-check';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { stoppedClock } from '../../webhooks/arrange.ts';
import { adjust, readTransaction, seedSale } from './arrange.ts';

export default laws(({ target, test }) => {
  test('adjustment-approvals: refunds are approved every ten minutes, and not before', async (context) => {
    const account = target.newAccount();
    const clock = await stoppedClock(account, context);
    const sale = await seedSale(account, context);
    await clock.advance(account, { minutes: 3 });
    const refund = await adjust(account, sale);
    const read = async () => (await account.call('listAdjustments', { query: { id: refund.id } })).data[0];
    await clock.advance(account, { minutes: 6, seconds: 59 });
    expect(await read()).toEqual(refund);
    await clock.advance(account, { seconds: 1 });
    expect(await read()).toEqual({ ...refund, status: 'approved', updated_at: '2026-07-01T00:10:00Z' });
    expect((await readTransaction(account, sale)).updated_at).toBe('2026-07-01T00:10:00Z');
  });

  test('adjustment-approvals: an approved refund reduces the adjusted totals by each of its figures', async (context) => {
    const account = target.newAccount();
    const clock = await stoppedClock(account, context);
    const sale = await seedSale(account, context);
    const { totals } = await adjust(account, sale, {
      items: [{ item_id: sale.details.line_items[0]?.id, type: 'partial', amount: '270' }],
    });
    await clock.advance(account, { minutes: 10 });
    const { details } = await readTransaction(account, sale);
    expect(details.totals).toEqual(sale.details.totals);
    expect(details.payout_totals).toEqual(sale.details.payout_totals);
    for (const name of ['adjusted_totals', 'adjusted_payout_totals'] as const)
      for (const figure of ['subtotal', 'tax', 'total', 'fee', 'earnings'] as const) {
        const [before, after] = [sale.details[name]?.[figure], details[name]?.[figure]];
        expect(Number(after), `${name}.${figure}`).toBe(Number(before) - Number(totals[figure]));
      }
    expect(details.adjusted_totals).toMatchObject({ total: '1000', grand_total: '1000' });
  });

  test('adjustment-approvals: includes show the adjustments of a transaction, and the sums of those that took effect', async (context) => {
    const account = target.newAccount();
    const clock = await stoppedClock(account, context);
    const sale = await seedSale(account, context);
    const include = async () =>
      (
        await account.call('getTransaction', {
          path: { transaction_id: sale.id },
          query: { include: 'adjustments,adjustments_totals' },
        })
      ).data;
    const refund = await adjust(account, sale, { type: 'full', items: null });
    const nothing = { credit: '0', refund: '0', chargeback: '0' };
    expect(await include()).toMatchObject({
      adjustments: [refund],
      adjustments_totals: { total: '0', breakdown: nothing },
    });
    await clock.advance(account, { minutes: 10 });
    const { totals } = refund;
    expect(await include()).toMatchObject({
      adjustments: [{ id: refund.id, status: 'approved' }],
      adjustments_totals: { ...totals, breakdown: { ...nothing, refund: '1270' } },
    });
  });

  test('adjustment-approvals: however the clock advances, refunds are approved at the same times', async (context) => {
    const advances = fc.array(fc.integer({ min: 1, max: 2_000 }), { maxLength: 5 });
    const outcomeOf = async (steps: readonly number[]) => {
      const account = target.newAccount();
      const clock = await stoppedClock(account, context);
      const sales = [await seedSale(account, context)];
      for (const sale of sales) await adjust(account, sale);
      await clock.advance(account, { minutes: 4 });
      const later = await seedSale(account, context);
      await adjust(account, later);
      for (const seconds of steps) await clock.advance(account, { seconds });
      const total = steps.reduce((sum, seconds) => sum + seconds, 0);
      await clock.advance(account, { seconds: 10_000 - total });
      const { data } = await account.call('listAdjustments');
      return data.map(({ status, updated_at }) => [status, updated_at]);
    };
    const once = await outcomeOf([]);
    expect(once).toEqual([
      ['approved', '2026-07-01T00:10:00Z'],
      ['approved', '2026-07-01T00:10:00Z'],
    ]);
    const property = fc.asyncProperty(advances, async (steps) => {
      expect(await outcomeOf(steps)).toEqual(once);
    });
    await assertProperty(property);
  });

  test('credit-notes: an approved refund has a link to its credit note, which opens for an hour', async (context) => {
    const visit = target.can.visit ?? context.skip('links of the target cannot be opened');
    const account = target.newAccount();
    const clock = await stoppedClock(account, context);
    const sale = await seedSale(account, context);
    const refund = await adjust(account, sale);
    const path = { adjustment_id: refund.id };
    expect(await account.refusal('getAdjustmentCreditNote', { path })).toMatchObject({ code: 'not_found' });
    await clock.advance(account, { minutes: 10 });
    for (const query of [{}, { disposition: 'inline' }]) {
      const { url } = (await account.call('getAdjustmentCreditNote', { path, query })).data;
      expect(await visit(url)).toMatchObject({ status: 200, text: expect.stringContaining('$12.70') });
      expect((await visit(url.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).status).toBe(404);
    }
    const { url } = (await account.call('getAdjustmentCreditNote', { path })).data;
    await clock.advance(account, { minutes: 59, seconds: 59 });
    expect((await visit(url)).status).toBe(200);
    await clock.advance(account, { seconds: 1 });
    expect((await visit(url)).status).toBe(410);
  });
});
