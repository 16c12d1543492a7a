import { describe, expect, test } from 'vitest';
import { defaultExchangeRates, ExchangeRates } from './exchange-rates.ts';
import { minimumChargeIn } from './minimum-charge.ts';
import { Money } from './money.ts';
import { Rational } from './rational.ts';

const rates = new ExchangeRates({ base: 'USD', rates: { GBP: '0.8', EUR: '0.9', JPY: '150' } });

function expectEqual(rate: Rational, expected: Rational): void {
  expect(rate.compare(expected)).toBe(0);
}

describe('rates of exchange', () => {
  test('between two currencies other than the base are exact', () => {
    expectEqual(rates.rate('USD', 'GBP'), Rational.parse('0.8'));
    expectEqual(rates.rate('EUR', 'GBP').times(Rational.of(9n)), Rational.of(8n));
    expectEqual(rates.rate('GBP', 'EUR').times(rates.rate('EUR', 'GBP')), Rational.of(1n));
    expectEqual(rates.rate('EUR', 'EUR'), Rational.of(1n));
  });

  test('of a table with another base are the same', () => {
    const perPound = new ExchangeRates({ base: 'GBP', rates: { USD: '1.25', EUR: '1.125' } });
    expectEqual(perPound.rate('EUR', 'GBP'), rates.rate('EUR', 'GBP'));
  });

  test('that a table lacks are the built-in ones', () => {
    const few = new ExchangeRates({ base: 'EUR', rates: { USD: '1.1' } }, defaultExchangeRates);
    expectEqual(few.rate('USD', 'EUR').times(Rational.parse('1.1')), Rational.of(1n));
    expectEqual(few.rate('EUR', 'SEK'), defaultExchangeRates.rate('EUR', 'SEK'));
    expect(() => rates.rate('USD', 'SEK')).toThrow('SEK');
  });

  test.each([
    [10_000n, 'GBP', '8029'],
    [25_000n, 'INR', '2087813'],
    [3000n, 'INR', '250538'],
  ] as const)('turn %s US cents into the recorded amount of %s', (amount, currency, expected) => {
    const converted = new Money(amount, 'USD').in(currency, defaultExchangeRates.rate('USD', currency));
    expect(String(converted)).toBe(expected);
  });
});

describe('the smallest charge', () => {
  test.each([
    ['USD', '70'],
    ['EUR', '65'],
    ['GBP', '55'],
    ['JPY', '105'],
  ] as const)('in %s is %s, converted from dollars where none is known', (currency, expected) => {
    expect(String(minimumChargeIn(currency, rates))).toBe(expected);
  });
});
