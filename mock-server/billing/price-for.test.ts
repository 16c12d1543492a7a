import { expect, test } from 'vitest';
import { defaultExchangeRates } from './money/exchange-rates.ts';
import { Money } from './money/money.ts';
import { Rational } from './money/rational.ts';
import { listedPrice, type Priced, priceFor } from './price-for.ts';

const priced: Priced = {
  unit_price: { amount: '3000', currency_code: 'USD' },
  unit_price_overrides: [
    { country_codes: ['GB', 'IE'], unit_price: { amount: '5000', currency_code: 'GBP' } },
    { country_codes: ['FR'], unit_price: { amount: '2500', currency_code: 'EUR' } },
  ],
};
const plain: Priced = { ...priced, unit_price_overrides: [] };

// W06: a public log of webhooks of 2023-07-28.
test('an override replaces amount and currency in its countries', () => {
  expect(listedPrice(priced, 'GB')).toEqual(new Money(5000n, 'GBP'));
  expect(listedPrice(priced, 'IE')).toEqual(new Money(5000n, 'GBP'));
  expect(listedPrice(priced, 'FR')).toEqual(new Money(2500n, 'EUR'));
});

test('elsewhere the price is what it is', () => {
  expect(listedPrice(priced, 'US')).toEqual(new Money(3000n, 'USD'));
  expect(listedPrice(priced, undefined)).toEqual(new Money(3000n, 'USD'));
});

// M22 and M23 of PaddleHQ/paddle-openapi 2024-05-14.
test.each([
  ['3000', 'GBP', 2409n],
  ['10000', 'GBP', 8029n],
  ['19900', 'GBP', 15978n],
  ['3000', 'INR', 250538n],
  ['25000', 'INR', 2087813n],
  ['19900', 'INR', 1661899n],
] as const)('%s US cents in %s are %i, rounded before they are multiplied', (amount, currency, expected) => {
  const price: Priced = { ...plain, unit_price: { amount, currency_code: 'USD' } };
  expect(priceFor(price, 'DE', currency, defaultExchangeRates).unitPrice).toEqual(new Money(expected, currency));
});

test('a price is converted to a currency without a smaller unit', () => {
  const { unitPrice } = priceFor(plain, undefined, 'JPY', { rate: () => Rational.parse('151.55') });
  expect(unitPrice).toEqual(new Money(4547n, 'JPY'));
});

test('an override is converted if another currency is requested, and not if it is its own', () => {
  expect(priceFor(priced, 'GB', 'GBP', defaultExchangeRates).unitPrice).toEqual(new Money(5000n, 'GBP'));
  expect(priceFor(priced, 'FR', 'EUR', defaultExchangeRates).unitPrice).toEqual(new Money(2500n, 'EUR'));
  const inDollars = new Money(5000n, 'GBP').in('USD', defaultExchangeRates.rate('GBP', 'USD'));
  expect(priceFor(priced, 'GB', 'USD', defaultExchangeRates).unitPrice).toEqual(inDollars);
});
