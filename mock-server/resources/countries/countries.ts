import guide from '#openapi/generated/guide.json' with { type: 'json' };
import type { components } from '#openapi/generated/guide.ts';
import type { CurrencyCode } from '../../billing/money/currencies.ts';
import { localCurrency } from '../../billing/money/local-currency.ts';
import { taxModeFor } from '../../billing/tax/tax-mode.ts';
import { isSupported, postalCodeCountries } from '../addresses/countries.ts';
import { longCodes } from './long-codes.ts';

type Country = components['schemas']['country'];
type CountryCode = Country['iso'];

/** Countries whose regions have taxes of their own. */
const countriesWithRegions: readonly string[] = ['CA', 'US'];

const english = new Intl.DisplayNames('en', { type: 'region' });

/**
 * All countries.
 *
 * @see https://developer.paddle.com/api-reference/countries/list-countries
 * @evidence official: the fields, the codes, and which countries are supported. assumed: the formal names, and which countries have
 *   regions
 */
export const countries: readonly Country[] = (guide.components.schemas['country-code-input'].enum as CountryCode[]).map(
  countryOf,
);

/** Countries whose prices are converted into a currency. */
export function countriesOf(currency: CurrencyCode): components['schemas']['country-code'][] {
  return countries.flatMap(({ iso, transaction_currency }) =>
    transaction_currency === currency && isSupported(iso) ? iso : [],
  );
}

function countryOf(iso: CountryCode): Country {
  const printable_name = english.of(iso) ?? iso;
  return {
    iso,
    iso3: longCodes.get(iso) ?? iso,
    name: inCapitals(printable_name),
    printable_name,
    uses_postal_code: postalCodeCountries.has(iso),
    transaction_currency: localCurrency(iso) ?? 'USD',
    allow_sales: isSupported(iso),
    has_regions: countriesWithRegions.includes(iso),
    tax_mode: taxModeFor('location', 'location', { country_code: iso }),
  };
}

/** Writes a name in capitals without accents. */
function inCapitals(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll('’', "'")
    .toUpperCase();
}
