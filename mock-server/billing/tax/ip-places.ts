import type { TaxLocation } from './tax-rates.ts';

/** @evidence observed 2023-09-03 and 2024-02: the two places that previews gave for IP addresses. assumed: all others are nowhere */
const places: Readonly<Record<string, TaxLocation>> = {
  '34.232.58.13': { country_code: 'US', postal_code: '20149' },
  '94.21.112.101': { country_code: 'HU', postal_code: '1035' },
};

/** Returns where an IP address is. Nowhere, there is no tax. */
export function placeOfIp(address: string): TaxLocation | undefined {
  return places[address];
}
