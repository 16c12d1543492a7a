import type { components } from '#openapi/generated/official.ts';
import type { TaxLocation } from './tax-rates.ts';

/** Tax mode of a price. */
export type PriceTaxMode = components['schemas']['price']['tax_mode'];

/** Tax mode of an account, for prices with `account_setting`. */
export type DefaultTaxMode = 'exclusive' | 'inclusive' | 'location';

/** Countries whose customers expect prices without tax. */
const countriesWithoutTaxInPrices: readonly string[] = ['US', 'CA', 'AG', 'AI', 'AO', 'AS', 'AX', 'BF', 'BI', 'BJ'];

/**
 * Returns whether a price is exclusive or inclusive of tax for a customer.
 *
 * @see https://developer.paddle.com/concepts/sell/supported-countries-locales
 * @evidence official: under `location`, exclusive in the United States, and as listed from AD to BM. assumed: exclusive in
 *   Canada and without a location, inclusive elsewhere
 */
export function taxModeFor(
  taxMode: PriceTaxMode,
  defaultMode: DefaultTaxMode,
  location: TaxLocation | undefined,
): 'exclusive' | 'inclusive' {
  if (taxMode === 'external') return 'exclusive';
  if (taxMode === 'internal') return 'inclusive';
  const mode = taxMode === 'location' ? 'location' : defaultMode;
  if (mode !== 'location') return mode;
  return location === undefined || countriesWithoutTaxInPrices.includes(location.country_code)
    ? 'exclusive'
    : 'inclusive';
}
