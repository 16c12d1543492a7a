import type { CurrencyCode } from './currencies.ts';
import type { ExchangeRates } from './exchange-rates.ts';
import { Money } from './money.ts';

const minimumCharges: { readonly [Code in CurrencyCode]?: bigint } = { USD: 70n, EUR: 65n, GBP: 55n };

/**
 * Returns the smallest amount above zero that can be charged in a currency.
 *
 * @evidence official for dollars. observed for euros and pounds, approximately. assumed: 70 US cents, converted, in
 *   other currencies
 */
export function minimumChargeIn(currency: CurrencyCode, rates: ExchangeRates): Money {
  const known = minimumCharges[currency];
  if (known !== undefined) return new Money(known, currency);
  return new Money(70n, 'USD').in(currency, rates.rate('USD', currency));
}
