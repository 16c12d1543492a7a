import { answerOf, type ControlClient } from '#openapi/control-plane/control-client.ts';
import type { operations } from '#openapi/generated/control.ts';

/** Tax rates by place: `{ rates: [{ country_code, region?, postal_code?, rate }] }`, each rate a decimal. */
export type TaxRateTable = operations['getTaxRates']['responses'][200]['content']['application/json'];

/** Price of one unit of the base in each currency: `{ base: 'USD', rates: { GBP: '0.8029' } }`. */
export type ExchangeRateTable = operations['getExchangeRates']['responses'][200]['content']['application/json'];

/** A table of rates of the account. */
export type AccountRates<Table> = {
  get(): Promise<Table>;
  /** Replaces the table; what it lacks has the built-in rates. @throws UsageError for an invalid table */
  set(table: Table): Promise<Table>;
};

export function createTaxRates(control: ControlClient): AccountRates<TaxRateTable> {
  return {
    get: () => answerOf(control.GET('/_paddock/tax-rates')),
    set: (body) => answerOf(control.PUT('/_paddock/tax-rates', { body })),
  };
}

export function createExchangeRates(control: ControlClient): AccountRates<ExchangeRateTable> {
  return {
    get: () => answerOf(control.GET('/_paddock/exchange-rates')),
    set: (body) => answerOf(control.PUT('/_paddock/exchange-rates', { body })),
  };
}
