import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  type AdjustableLine,
  type AdjustedItem,
  adjustLine,
  type ItemAdjustment,
  leftOf,
  payOutAdjustment,
  reverseAdjustment,
  sumAdjustment,
} from './adjustment.ts';
import type { CurrencyCode } from './money/currencies.ts';
import { Rational } from './money/rational.ts';

type Recorded = {
  name: string;
  source: string;
  currency?: CurrencyCode;
  /** Fee and total of the transaction; inferred in A01, A02, A03, A04 and A05, of which it is not published. */
  of: [fee: number, total: number];
  taxRate: string;
  /** Subtotal and total of each line, what is adjusted, and the recorded subtotal, tax and total. */
  items: [subtotal: number, total: number, item: ItemAdjustment, recorded: [number, number, number]][];
  /** Subtotal, tax, total, fee and earnings. */
  totals: [number, number, number, number, number];
  /** The same in the currency of the payout. */
  payout?: [rate: string, totals: [number, number, number, number, number]];
};

const partial = (amount: bigint): ItemAdjustment => ({ type: 'partial', amount });
const share = (rate: string): ItemAdjustment => ({ type: 'proration', rate: Rational.parse(rate) });

const recorded: Recorded[] = [
  {
    name: 'A01, T2',
    source: 'PaddleHQ/paddle-openapi 2024-02-16, created refund',
    of: [3311, 65215],
    taxRate: '0.08875',
    items: [[30000, 32662, partial(100n), [92, 8, 100]]],
    totals: [92, 8, 100, 5, 87],
  },
  {
    name: 'A02, A1',
    source: 'PaddleHQ/paddle-openapi 2024-02-16, credit for txn_01h8bx69629a16wwm9z8rjmak3',
    of: [8216, 163312],
    taxRate: '0.08875',
    items: [[150000, 163312, share('0.99991'), [149986, 13311, 163297]]],
    totals: [149986, 13311, 163297, 8215, 141771],
  },
  {
    name: 'A03, A2',
    source: 'PaddleHQ/paddle-openapi 2024-02-16, credit of 2023-12-11',
    of: [5750, 114000],
    taxRate: '0.2',
    items: [[60000, 72000, share('0.99978'), [59987, 11997, 71984]]],
    totals: [59987, 11997, 71984, 3631, 56356],
  },
  {
    name: 'A04, A3',
    source: 'PaddleHQ/paddle-openapi 2024-02-16, credit of 2023-11-11',
    of: [2450, 48000],
    taxRate: '0.2',
    items: [[30000, 36000, share('0.99961'), [29988, 5998, 35986]]],
    totals: [29988, 5998, 35986, 1837, 28151],
  },
  {
    name: 'A05',
    source: 'PaddleHQ/paddle-openapi 2024-02-16, credit for txn_01h468crc3b3fe98a5ft53recb',
    currency: 'AUD',
    of: [3898, 77000],
    taxRate: '0.1',
    items: [
      [50000, 55000, share('0.99988'), [49994, 4999, 54993]],
      [20000, 22000, share('0.99988'), [19997, 2000, 21997]],
    ],
    totals: [69991, 6999, 76990, 3897, 66094],
    payout: ['0.644668', [45120, 4513, 49633, 2512, 42608]],
  },
  {
    name: 'A07',
    source: 'PaddleHQ/paddle-openapi 2024-05-14, credit for txn_01hj327s2cpxh4mprx55p5qwdz',
    of: [3311, 65215],
    taxRate: '0.08875',
    items: [
      [10000, 10887, share('0.62305'), [6230, 553, 6783]],
      [30000, 32662, share('0.62305'), [18691, 1659, 20350]],
    ],
    totals: [24921, 2212, 27133, 1378, 23543],
  },
  {
    name: 'A09, A7',
    source: 'PaddleHQ/paddle-openapi 2024-05-14, reversed credit for txn_01hkmv58gk496gyak35j4gt1nh',
    of: [3311, 65215],
    taxRate: '0.08875',
    items: [[30000, 32662, share('1'), [30000, 2662, 32662]]],
    totals: [30000, 2662, 32662, 1658, 28342],
  },
  {
    name: 'P1',
    source: 'PaddleHQ/paddle-openapi 2024-02-19, credit in the preview of an update',
    of: [3311, 65215],
    taxRate: '0.08875',
    items: [
      [30000, 32662, share('0.99993'), [29998, 2662, 32660]],
      [10000, 10887, share('0.99993'), [9999, 887, 10886]],
    ],
    totals: [39997, 3549, 43546, 2211, 37786],
  },
  {
    name: 'A12',
    source: 'websideproject/paddle-billing-client, test_list_adjustments_pending.yaml',
    of: [44, 1270],
    taxRate: '0.27',
    items: [[1000, 1270, partial(100n), [79, 21, 100]]],
    totals: [79, 21, 100, 3, 76],
  },
];

test.each(recorded)('$name: lines, fee, earnings and payout of $source', (row) => {
  const { currency = 'USD', of, taxRate, items } = row;
  const adjusted = items.map(([subtotal, total, item]) => adjustLine(lineOf(subtotal, total, taxRate), [], item));
  expect(adjusted.map(({ subtotal, tax, total }) => [subtotal, tax, total].map(Number))).toEqual(
    items.map(([, , , recorded]) => recorded),
  );
  const sums = sumAdjustment(adjusted, { fee: String(of[0]), total: String(of[1]), currency_code: currency });
  expect(figuresOf(sums)).toEqual(row.totals);
  const [exchange_rate, paidOut] = row.payout ?? ['1', row.totals];
  expect(figuresOf(payOutAdjustment(sums, { currency_code: 'USD', exchange_rate }))).toEqual(paidOut);
});

test('A08, A7: a reversal of PaddleHQ/paddle-openapi 2024-05-14 has the negative figures of its credit', () => {
  const credit = adjustLine(lineOf(30000, 32662, '0.08875'), [], share('1'));
  const sums = sumAdjustment([credit], { fee: '3311', total: '65215', currency_code: 'USD' });
  expect(figuresOf(reverseAdjustment(sums))).toEqual([-30000, -2662, -32662, -1658, -28342]);
});

test('A10: in deanpcmad/paddle, test_adjustment_create.yml, a full credit after one of 999 is of the last cent', () => {
  const line = lineOf(833, 1000, '0.2');
  const first = adjustLine(line, [], partial(999n));
  expect(first).toEqual({ subtotal: '833', tax: '166', total: '999' });
  expect(leftOf(line, [first])).toBe(1n);
  const rest = adjustLine(line, [first], { type: 'full' });
  expect(rest).toEqual({ subtotal: '1', tax: '0', total: '1' });
  const sums = sumAdjustment([rest], { fee: '100', total: '1000', currency_code: 'USD' });
  expect(figuresOf(sums)).toEqual([1, 0, 1, 0, 1]);
});

describe('an adjustment', () => {
  const line: AdjustableLine = {
    totals: { subtotal: '1000', discount: '100', tax: '180', total: '1080' },
    tax_rate: '0.2',
  };

  test('of a whole line is of its price less the discount', () => {
    expect(adjustLine(line, [], { type: 'full' })).toEqual({ subtotal: '900', tax: '180', total: '1080' });
  });

  test('with external tax adds it to the amount', () => {
    const item = { type: 'partial', amount: 100n, taxMode: 'external' } as const;
    expect(adjustLine(line, [], item)).toEqual({ subtotal: '100', tax: '20', total: '120' });
  });

  test('of the tax costs earnings only the share of the fee', () => {
    const tax = adjustLine(line, [], { type: 'tax' });
    expect(tax).toEqual({ subtotal: '0', tax: '180', total: '180' });
    expect(adjustLine(line, [tax], { type: 'tax' }).total).toBe('0');
    const sums = sumAdjustment([tax], { fee: '104', total: '1080', currency_code: 'USD' });
    expect(sums).toMatchObject({ fee: '17', earnings: '-17' });
  });

  test('before completion has no fee', () => {
    const sums = sumAdjustment([adjustLine(line, [], { type: 'full' })], {
      fee: null,
      total: '1080',
      currency_code: 'USD',
    });
    expect(sums).toMatchObject({ fee: '0', earnings: '900' });
  });
});

describe('adjustments of a line', () => {
  const rates = fc.constantFrom('0', '0.05', '0.08875', '0.2', '0.27');
  const shares = fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 5 });

  property.prop([fc.integer({ min: 1, max: 10 ** 9 }), rates, shares])(
    'in any parts leave nothing after a full one, and none of them has a negative amount',
    (total, rate, shares) => {
      const whole = Rational.of(1n).plus(Rational.parse(rate));
      const line = lineOf(Number(Rational.of(BigInt(total)).over(whole).round('half-up')), total, rate);
      const items: AdjustedItem[] = [];
      for (const share of shares) {
        const amount = (leftOf(line, items) * BigInt(share)) / 100n;
        if (amount > 0n && amount < leftOf(line, items)) items.push(adjustLine(line, items, partial(amount)));
      }
      items.push(adjustLine(line, items, { type: 'full' }));
      expect(leftOf(line, items)).toBe(0n);
      for (const { subtotal, tax, total } of items) {
        expect(BigInt(subtotal) + BigInt(tax)).toBe(BigInt(total));
        expect([subtotal, tax, total].filter((amount) => amount.startsWith('-'))).toEqual([]);
      }
    },
  );

  property.prop([fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), rates])(
    'give back no more of the fee than was charged, and their reversal takes all of it again',
    (amount, more, rate) => {
      const transaction = { fee: '1234', total: String(amount + more), currency_code: 'USD' } as const;
      const item = adjustLine(lineOf(0, 0, rate), [], partial(amount));
      const sums = sumAdjustment([item], transaction);
      expect(Number(sums.fee)).toBeLessThanOrEqual(1234);
      const reversed = reverseAdjustment(sums);
      expect(figuresOf(sums).map((figure, index) => figure + (figuresOf(reversed)[index] ?? 0))).toEqual([
        0, 0, 0, 0, 0,
      ]);
    },
  );
});

function lineOf(subtotal: number, total: number, tax_rate: string): AdjustableLine {
  const totals = {
    subtotal: String(subtotal),
    discount: '0',
    tax: String(total - subtotal),
    total: String(total),
  };
  return { totals, tax_rate };
}

function figuresOf(sums: ReturnType<typeof sumAdjustment>): number[] {
  return [sums.subtotal, sums.tax, sums.total, sums.fee, sums.earnings].map(Number);
}
