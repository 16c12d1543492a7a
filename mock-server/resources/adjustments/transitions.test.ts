import { expect, test } from 'vitest';
import { buildTransaction } from '#fixtures/index.ts';
import { adjustLine, sumAdjustment } from '../../billing/adjustment.ts';
import { Rational } from '../../billing/money/rational.ts';
import { openSums, settleSums } from '../../billing/settlement.ts';
import { profile } from '../../spec/behaviours.ts';
import type { Transaction } from '../transactions/kind.ts';
import type { Adjustment } from './kind.ts';
import { adjustTax, reverse } from './transitions.ts';

const creation = {
  id: 'adj_01h00000000000000000000000',
  now: '2026-07-01T00:00:00Z',
  behaviours: profile('official'),
  nextItemId: () => 'adjitm_01h00000000000000000000000',
};

/** Makes a completed sale of one line of 32662 cents with a tax of 2662. */
function sold(): Transaction {
  const drawn = buildTransaction({ seed: 1, profile: 'official' });
  const totals = { subtotal: '30000', discount: '0', tax: '2662', total: '32662' };
  const line_items = drawn.details.line_items.map((line) => ({ ...line, tax_rate: '0.08875', totals }));
  const details = { ...drawn.details, ...settleSums(openSums(totals, 'USD'), 'automatic'), line_items };
  return { ...drawn, currency_code: 'USD', details };
}

test('an exempt buyer gets the tax back, with the share of the fee, and once', () => {
  const transaction = sold();
  const change = adjustTax({ transaction, earlier: [] }, creation);
  const adjustment = change?.puts[0].entity;
  expect(adjustment).toMatchObject({
    action: 'refund',
    status: 'approved',
    items: [{ type: 'tax', amount: '2662', totals: { subtotal: '0', tax: '2662', total: '2662' } }],
  });
  // @evidence official: the earnings are negative by the share of the fee
  expect(Number(adjustment?.totals.earnings)).toBe(-Number(adjustment?.totals.fee));
  expect(change?.puts[1]?.entity).toMatchObject({ details: { adjusted_totals: { subtotal: '30000', tax: '0' } } });
  const earlier = adjustment ? [adjustment] : [];
  expect(adjustTax({ transaction, earlier }, creation)).toBeUndefined();
});

test('the reversal of a credit has every figure with the opposite sign', () => {
  const transaction = sold();
  const [line] = transaction.details.line_items;
  if (!line) throw new Error('A built transaction has no item.');
  const totals = adjustLine(line, [], { type: 'proration', rate: Rational.of(1n) });
  // @evidence observed 2024-01: a credit of 32662 and its reversal
  expect(totals).toEqual({ subtotal: '30000', tax: '2662', total: '32662' });
  const sums = sumAdjustment([totals], transaction.details.totals);
  const credit: Adjustment = {
    ...{ id: 'adj_01h00000000000000000000001', action: 'credit', type: 'partial', status: 'approved' },
    ...{ transaction_id: transaction.id, subscription_id: null, customer_id: 'ctm_01h00000000000000000000000' },
    ...{ reason: 'subscription_recurring', credit_applied_to_balance: true, currency_code: 'USD', payout_totals: null },
    items: [
      { id: creation.nextItemId(), item_id: line.id, type: 'proration', amount: totals.total, proration: null, totals },
    ],
    totals: sums,
    tax_rates_used: [],
    created_at: creation.now,
    updated_at: creation.now,
  };
  const change = reverse(credit, { transaction, earlier: [credit] }, creation);
  expect(change.puts.map(({ entity }) => 'status' in entity && entity.status)).toEqual([
    'approved',
    'reversed',
    'completed',
  ]);
  const [{ entity: reversal }] = change.puts;
  expect(reversal).toMatchObject({
    action: 'credit_reverse',
    items: [{ amount: '-32662', totals: { subtotal: '-30000', tax: '-2662', total: '-32662' } }],
    totals: { subtotal: '-30000', total: '-32662', fee: `-${sums.fee}`, earnings: `-${sums.earnings}` },
  });
  expect(change.events.map(({ type }) => type)).toEqual([
    'adjustment.created',
    'adjustment.updated',
    'transaction.updated',
  ]);
});
