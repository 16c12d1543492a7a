import guide from '#openapi/generated/guide.json' with { type: 'json' };
import type { components } from '#openapi/generated/guide.ts';
import { localCurrency } from '../../billing/money/local-currency.ts';
import type { Handlers } from '../../http/handler.ts';
import { isSupported } from '../addresses/countries.ts';

type Country = components['schemas']['country'];
type CountryCode = Country['iso'];

/**
 * All countries.
 *
 * @evidence official: the codes, and which of them are supported. assumed: dollars where a country has no currency that
 *   Paddle sells in
 */
const countries: readonly Country[] = (guide.components.schemas['country-code-input'].enum as CountryCode[]).map(
  (iso) => ({ iso, currency_code: localCurrency(iso) ?? 'USD', is_supported: isSupported(iso) }),
);

export const countryHandlers: Handlers<'listCountries'> = {
  listCountries: () => ({ data: countries }),
};
