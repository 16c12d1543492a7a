import { expect, test } from 'vitest';
import { adjustSums, type CountedAdjustment, totalAdjustments } from './adjusted-totals.ts';
import { type AdjustableLine, type AdjustedItem, adjustLine, payOutAdjustment, sumAdjustment } from './adjustment.ts';
import type { LineTotals } from './calculation.ts';
import { openSums, type Sums, settleSums } from './settlement.ts';

const line = lineOf('833', '0', '167', '1000');

// Observed 2023-08: 833-833-1 and 167-166-0 after credits of 999 and of the rest.
test('after credits of 999 and of the rest, what is left of 1000 with a tax of 0.2 adds up to zero', () => {
  const first = adjustLine(line, [], { type: 'partial', amount: 999n });
  const rest = adjustLine(line, [first], { type: 'full' });
  const sums = settleSums(openSums(line.totals, 'USD'), 'automatic');
  const adjustments = [first, rest].map((item) => adjustmentOf(item, sums, 'credit'));
  const { adjusted_totals, totals } = adjustSums(sums, adjustments);
  expect(adjusted_totals).toMatchObject({ subtotal: '-1', tax: '1', total: '0', grand_total: '0', fee: '0' });
  expect(totals).toEqual(sums.totals);
});

// Observed: 2819900 less a discount of 281990.
test('without adjustments, adjusted totals are after the discount', () => {
  const sums = openSums(lineOf('2819900', '281990', '225239', '2763149').totals, 'USD');
  expect(adjustSums(sums, [])).toEqual(sums);
  expect(sums.adjusted_totals).toMatchObject({ subtotal: '2537910', total: '2763149', grand_total: '2763149' });
});

test('a full refund leaves nothing, of the payout neither', () => {
  const sums = settleSums(openSums(line.totals, 'USD'), 'automatic');
  const refund = adjustmentOf(adjustLine(line, [], { type: 'full' }), sums, 'refund');
  const nothing = { subtotal: '0', tax: '0', total: '0', fee: '0', retained_fee: '0', earnings: '0' };
  const adjusted = adjustSums(sums, [refund]);
  expect(adjusted.adjusted_totals).toMatchObject({ ...nothing, grand_total: '0', grand_total_tax: '0' });
  expect(adjusted.adjusted_payout_totals).toMatchObject({ ...nothing, currency_code: 'USD', exchange_rate: '1' });
});

test('the credit of an invoice is taken off once', () => {
  const credited = openSums(line.totals, 'USD', 600n);
  const credit = adjustmentOf(adjustLine(line, [], { type: 'partial', amount: 500n }), credited, 'credit');
  const { adjusted_totals } = adjustSums(credited, [{ ...credit, credit_applied_to_balance: false }]);
  expect(adjusted_totals).toMatchObject({ total: '500', grand_total: '400', fee: '0', earnings: '0' });
});

test('a fee that Paddle retains is shown, and costs the seller', () => {
  const sums = settleSums(openSums(line.totals, 'USD'), 'automatic');
  const refund = adjustmentOf(adjustLine(line, [], { type: 'full' }), sums, 'refund');
  const retained = { ...refund, totals: { ...refund.totals, fee: '0', retained_fee: '100', earnings: '833' } };
  const { adjusted_totals } = adjustSums(sums, [retained]);
  expect(adjusted_totals).toMatchObject({ fee: '100', retained_fee: '100', earnings: '-100' });
});

test('adjustments are summed by action, and reversals are taken off', () => {
  const sums = settleSums(openSums(line.totals, 'USD'), 'automatic');
  const of = (amount: bigint, action: string) =>
    adjustmentOf(adjustLine(line, [], { type: 'partial', amount }), sums, action);
  const all = [of(100n, 'credit'), of(-100n, 'credit_reverse'), of(200n, 'refund'), of(300n, 'chargeback')];
  expect(totalAdjustments(all, 'USD')).toMatchObject({
    total: '500',
    breakdown: { credit: '0', refund: '200', chargeback: '300' },
  });
});

function lineOf(
  subtotal: string,
  discount: string,
  tax: string,
  total: string,
): AdjustableLine & { totals: LineTotals } {
  return { totals: { subtotal, discount, tax, total }, tax_rate: '0.2' };
}

function adjustmentOf(item: AdjustedItem, { totals, payout_totals }: Sums, action: string): CountedAdjustment {
  const sums = sumAdjustment([item], totals);
  return {
    action,
    credit_applied_to_balance: action.startsWith('credit') ? true : null,
    totals: sums,
    payout_totals: payout_totals && payOutAdjustment(sums, payout_totals),
  };
}
