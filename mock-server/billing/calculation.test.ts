import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { calculate, type Discount, type Line, type LineTotals } from './calculation.ts';
import { Rational } from './money/rational.ts';

const rates = ['0', '0.05', '0.08875', '0.19', '0.2', '0.21', '0.255', '0.27'] as const;

const line: fc.Arbitrary<Line> = fc.record({
  unitPrice: fc.bigInt({ min: 0n, max: 10n ** 8n }),
  quantity: fc.bigInt({ min: 1n, max: 1000n }),
  taxRate: fc.constantFrom(...rates).map((rate) => Rational.parse(rate)),
  taxMode: fc.constantFrom('exclusive', 'inclusive'),
  proration: fc.integer({ min: 0, max: 100_000 }).map((share) => Rational.of(BigInt(share), 100_000n)),
  isDiscounted: fc.boolean(),
  isCounted: fc.boolean(),
});
const lines = fc.array(line, { minLength: 1, maxLength: 8 });
const whole = line.map((line) => ({ ...line, proration: Rational.of(1n) }));

const discount: fc.Arbitrary<Discount> = fc.oneof(
  fc.record({
    type: fc.constant('percentage' as const),
    amount: fc.integer({ min: 1, max: 10_000 }).map((hundredths) => String(hundredths / 100)),
  }),
  fc.record({
    type: fc.constantFrom('flat' as const, 'flat_per_seat' as const),
    amount: fc.bigInt({ min: 1n, max: 10n ** 10n }).map(String),
  }),
);
const anyDiscount = fc.option(discount, { nil: null });

describe('any calculation', () => {
  property.prop([lines, anyDiscount])('has totals that are sums of the counted lines', (lines, discount) => {
    const { line_items, totals, tax_rates_used } = calculate({ lines, discount });
    const counted = line_items.filter((_, index) => lines[index]?.isCounted).map(({ totals }) => totals);
    expect(totals).toEqual(sum(counted));
    expect(sum(tax_rates_used.map(({ totals }) => totals))).toEqual(totals);
    const rates = new Set(line_items.flatMap(({ tax_rate }, index) => (lines[index]?.isCounted ? tax_rate : [])));
    expect(tax_rates_used.map(({ tax_rate }) => tax_rate)).toEqual([...rates]);
  });

  property.prop([lines, anyDiscount])('has lines and units that add up', (lines, discount) => {
    const { line_items, totals } = calculate({ lines, discount });
    for (const sums of [totals, ...line_items.flatMap(({ totals, unit_totals }) => [totals, unit_totals])]) {
      expect(BigInt(sums.subtotal) - BigInt(sums.discount) + BigInt(sums.tax)).toBe(BigInt(sums.total));
    }
  });

  property.prop([lines, anyDiscount])('has nothing negative, and no discount above the price', (lines, discount) => {
    for (const { totals, unit_totals } of calculate({ lines, discount }).line_items) {
      for (const sums of [totals, unit_totals]) {
        expect(Object.values(sums).filter((sum) => sum.startsWith('-'))).toEqual([]);
        expect(BigInt(sums.discount)).toBeLessThanOrEqual(BigInt(sums.subtotal));
      }
    }
  });

  property.prop([lines, anyDiscount])('has a tax within a unit of the exact one', (lines, discount) => {
    calculate({ lines, discount }).line_items.forEach(({ totals }, index) => {
      const rate = lines[index]?.taxRate ?? Rational.of(0n);
      const exact = Rational.of(BigInt(totals.subtotal) - BigInt(totals.discount)).times(rate);
      const off = Rational.of(BigInt(totals.tax)).minus(exact);
      const limit = Rational.of(1n).plus(rate);
      expect(off.compare(limit)).toBeLessThanOrEqual(0);
      expect(off.negated().compare(limit)).toBeLessThanOrEqual(0);
    });
  });

  property.prop([lines])('of credits has the negative figures of the sale, for positive units', (lines) => {
    const credits = lines.map((line) => ({ ...line, quantity: -line.quantity }));
    const [sold, credited] = [calculate({ lines }), calculate({ lines: credits })];
    expect(credited.line_items.map(({ unit_totals }) => unit_totals)).toEqual(
      sold.line_items.map(({ unit_totals }) => unit_totals),
    );
    expect(sum([sold.totals, credited.totals])).toEqual(sum([]));
  });
});

describe('tax', () => {
  property.prop([whole])('in a price leaves its total as it is listed', (line) => {
    const { totals } = calculate({ lines: [{ ...line, taxMode: 'inclusive', isCounted: true }] });
    expect(BigInt(totals.total)).toBe(line.unitPrice * line.quantity);
  });

  property.prop([whole])('on a price leaves its subtotal as it is listed', (line) => {
    const { totals } = calculate({ lines: [{ ...line, taxMode: 'exclusive', isCounted: true }] });
    expect(BigInt(totals.subtotal)).toBe(line.unitPrice * line.quantity);
  });

  property.prop([whole])('added and taken out again leaves the price', (line) => {
    const sold = { ...line, taxMode: 'exclusive' as const, isCounted: true };
    const { totals } = calculate({ lines: [sold] });
    const back = { ...sold, taxMode: 'inclusive' as const, unitPrice: BigInt(totals.total), quantity: 1n };
    expect(calculate({ lines: [back] }).totals.subtotal).toBe(totals.subtotal);
  });

  property.prop([lines])('at a rate of zero is none, whatever the tax mode', (lines) => {
    const untaxed = lines.map((line) => ({ ...line, taxRate: Rational.of(0n), isCounted: true }));
    const { totals } = calculate({ lines: untaxed, discount: { type: 'percentage', amount: '7.5' } });
    expect(totals.tax).toBe('0');
  });
});

describe('a discount', () => {
  property.prop([lines])('of 100 % leaves nothing of the lines that it is for', (lines) => {
    const { line_items } = calculate({ lines, discount: { type: 'percentage', amount: '100' } });
    for (const [index, { totals, unit_totals }] of line_items.entries()) {
      if (!lines[index]?.isDiscounted) continue;
      expect([totals.total, totals.tax, unit_totals.total, unit_totals.tax]).toEqual(['0', '0', '0', '0']);
      expect(totals.discount).toBe(totals.subtotal);
    }
  });

  property.prop([lines, discount])('changes only the lines that it is for', (lines, discount) => {
    const [plain, discounted] = [calculate({ lines }), calculate({ lines, discount })];
    discounted.line_items.forEach((item, index) => {
      if (!lines[index]?.isDiscounted) expect(item).toEqual(plain.line_items[index]);
      expect(item.totals.subtotal).toBe(plain.line_items[index]?.totals.subtotal);
      expect(BigInt(item.totals.total)).toBeLessThanOrEqual(BigInt(plain.line_items[index]?.totals.total ?? '0'));
    });
  });

  property.prop([fc.array(whole, { minLength: 1, maxLength: 8 }), fc.bigInt({ min: 1n, max: 10n ** 10n })])(
    'of an amount is shared without rest, up to the price of all lines before tax',
    (lines, amount) => {
      const exclusive = lines.map((line) => ({
        ...line,
        taxMode: 'exclusive' as const,
        isCounted: true,
        isDiscounted: true,
      }));
      const { totals } = calculate({ lines: exclusive, discount: { type: 'flat', amount: String(amount) } });
      const subtotal = BigInt(totals.subtotal);
      expect(BigInt(totals.discount)).toBe(amount < subtotal ? amount : subtotal);
    },
  );

  test.each([
    [[100, 100, 100], '100', ['33', '33', '34']],
    [[100, 300], '100', ['25', '75']],
    [[1, 1, 1], '2', ['0', '1', '1']],
    [[100, 0], '1000', ['100', '0']],
  ])('of lines of %j, a flat one of %s is shared as %j', (prices, amount, shares) => {
    const { line_items } = calculate({
      lines: prices.map((price) => lineOf(BigInt(price))),
      discount: { type: 'flat', amount },
    });
    expect(line_items.map(({ totals }) => totals.discount)).toEqual(shares);
  });

  // Published: 10 items at 10 dollars, less 5 dollars, cost 50.
  test('per seat counts for each unit, and a unit costs no less than nothing', () => {
    const ten = lineOf(1000n, { quantity: 10n });
    const of = (amount: string) => calculate({ lines: [ten], discount: { type: 'flat_per_seat', amount } });
    expect(of('500').totals).toEqual({ subtotal: '10000', discount: '5000', tax: '0', total: '5000' });
    expect(of('500').line_items[0]?.unit_totals.discount).toBe('500');
    expect(of('1500').totals.total).toBe('0');
  });

  test('of a price with tax has the tax in it', () => {
    const taxed = lineOf(1200n, { taxRate: Rational.parse('0.2'), taxMode: 'inclusive' });
    const { totals } = calculate({ lines: [taxed], discount: { type: 'flat', amount: '120' } });
    expect(totals).toEqual({ subtotal: '1000', discount: '100', tax: '180', total: '1080' });
  });

  test('of an amount is for the counted lines', () => {
    const lines = [lineOf(100n, { isCounted: false }), lineOf(100n)];
    const { line_items, totals } = calculate({ lines, discount: { type: 'flat', amount: '50' } });
    expect(line_items.map(({ totals }) => totals.discount)).toEqual(['0', '50']);
    expect(totals.total).toBe('50');
  });
});

// Assumed; of an amount of 999 with a tax of 0.2, 833 before tax are recorded in an adjustment.
test('a tie before tax goes up, and one of a total down', () => {
  const inclusive = lineOf(999n, { taxRate: Rational.parse('0.2'), taxMode: 'inclusive' });
  expect(calculate({ lines: [inclusive] }).totals).toMatchObject({ subtotal: '833', tax: '166', total: '999' });
  const exclusive = lineOf(10_000n, { taxRate: Rational.parse('0.08875') });
  expect(calculate({ lines: [exclusive] }).totals).toMatchObject({ tax: '887', total: '10887' });
});

function lineOf(unitPrice: bigint, more: Partial<Line> = {}): Line {
  return { unitPrice, quantity: 1n, taxRate: Rational.of(0n), taxMode: 'exclusive', ...more };
}

function sum(all: readonly LineTotals[]): LineTotals {
  const of = (name: keyof LineTotals) => String(all.reduce((sum, one) => sum + BigInt(one[name]), 0n));
  return { subtotal: of('subtotal'), discount: of('discount'), tax: of('tax'), total: of('total') };
}
