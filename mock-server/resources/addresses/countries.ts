import guide from '#openapi/generated/guide.json' with { type: 'json' };
import type { components } from '#openapi/generated/guide.ts';
import { paddleError } from '../../errors/errors.ts';
import type { Address } from './kind.ts';

type CountryCode = components['schemas']['country-code-input'];

/** Countries that Paddle sells to. @evidence official: the published list of supported countries. */
export const supportedCountries: ReadonlySet<string> = new Set(guide.components.schemas['country-code'].enum);

/**
 * Countries whose addresses need a postal code under `postal-code=required-by-country`.
 *
 * @evidence official: US and GB, which Paddle names. assumed: the others, where a postal code decides about tax or
 * fraud checks; Paddle's own list could not be seen.
 */
export const postalCodeCountries: ReadonlySet<string> = new Set([
  'US',
  'GB',
  'AU',
  'CA',
  'DE',
  'ES',
  'FR',
  'IN',
  'IT',
  'NL',
]);

/**
 * The country, if Paddle sells there.
 *
 * @see https://developer.paddle.com/errors/addresses/address_location_not_allowed
 * @throws PaddleApiError address_location_not_allowed
 */
export function supportedCountry(code: CountryCode): Address['country_code'] {
  if (!isSupported(code)) throw paddleError('address_location_not_allowed');
  return code;
}

/** Returns true for a country that Paddle sells to. */
export function isSupported(code: CountryCode): code is Address['country_code'] {
  return supportedCountries.has(code);
}
