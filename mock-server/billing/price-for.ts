import type { components } from '#openapi/generated/official.ts';
import type { CurrencyCode } from './money/currencies.ts';
import { Money } from './money/money.ts';
import type { Rational } from './money/rational.ts';

type Amount = { amount: string; currency_code: CurrencyCode };

/** Amount of a price, and those for certain countries. */
export type Priced = {
  unit_price: Amount;
  unit_price_overrides: readonly {
    country_codes: readonly components['schemas']['country-code'][];
    unit_price: Amount;
  }[];
};

/** Rates of exchange between whole units of currencies. */
export type Exchange = { rate(from: CurrencyCode, to: CurrencyCode): Rational };

/**
 * Returns the price of a unit in a country, before any conversion.
 *
 * @evidence observed 2023-07-28: an override replaces amount and currency
 */
export function listedPrice(price: Priced, country: string | undefined): Money {
  const { amount, currency_code } = overrideFor(price, country)?.unit_price ?? price.unit_price;
  return new Money(BigInt(amount), currency_code);
}

/** Returns the override of a price in a country, if it has one. */
export function overrideFor({ unit_price_overrides }: Priced, country: string | undefined) {
  return unit_price_overrides.find(({ country_codes }) => country_codes.some((code) => code === country));
}

/**
 * Returns the price of a unit in a country and a currency.
 *
 * @evidence observed: a converted price is rounded before it is multiplied. official: overrides come first. assumed: an
 *   override in another currency than the requested one is converted
 */
export function priceFor(
  price: Priced,
  country: string | undefined,
  currency: CurrencyCode,
  exchangeRates: Exchange,
): { unitPrice: Money } {
  const listed = listedPrice(price, country);
  if (listed.currency === currency) return { unitPrice: listed };
  return { unitPrice: listed.in(currency, exchangeRates.rate(listed.currency, currency)) };
}
