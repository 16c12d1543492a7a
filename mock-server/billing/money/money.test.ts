import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { type CurrencyCode, currencyDecimals } from './currencies.ts';
import { Money } from './money.ts';
import { Rational } from './rational.ts';
import { roundings } from './roundings.ts';

const codes = Object.keys(currencyDecimals) as CurrencyCode[];
const amounts = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const currencies = fc.constantFrom(...codes);

describe('money', () => {
  property.prop([amounts, amounts, currencies])('of one currency is added and subtracted', (one, other, currency) => {
    const [a, b] = [new Money(one, currency), new Money(other, currency)];
    expect(a.plus(b).minus(b)).toEqual(a);
    expect(a.plus(b).toString()).toBe(String(one + other));
  });

  property.prop([amounts, fc.tuple(currencies, currencies).filter(([one, other]) => one !== other)])(
    'of two currencies is not added',
    (amount, [one, other]) => {
      expect(() => new Money(amount, one).plus(new Money(amount, other))).toThrow(RangeError);
    },
  );

  property.prop([amounts, currencies])('at a rate of one stays as it is', (amount, currency) => {
    const money = new Money(amount, currency);
    expect(money.in(currency, Rational.of(1n))).toEqual(money);
  });

  // Observed in 2024: prices of 3000 and 10000 cents at 0.8029.
  test.each([
    [3000n, 'GBP', '0.8029', 2409n],
    [10000n, 'GBP', '0.8029', 8029n],
    [1000n, 'JPY', '151.5', 1515n],
  ] as const)('%i US cents in %s at %s are %i', (cents, currency, rate, amount) => {
    expect(new Money(cents, 'USD').in(currency, Rational.parse(rate))).toEqual(new Money(amount, currency));
  });

  test('of a currency without a smaller unit is converted to one with it', () => {
    expect(new Money(1515n, 'JPY').in('USD', Rational.parse('0.0066'))).toEqual(new Money(1000n, 'USD'));
  });

  // Observed: totals, from which the tax is derived.
  test.each([
    [10_000n, 10_887n],
    [30_000n, 32_662n],
    [150_000n, 163_312n],
  ])('%i with a tax of 8.875 %% is %i', (subtotal, total) => {
    const taxed = new Money(subtotal, 'USD').times(Rational.parse('1.08875'), roundings.total);
    expect(taxed.amount).toBe(total);
  });
});
