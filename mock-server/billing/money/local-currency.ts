import type { components } from '#openapi/generated/official.ts';
import type { CurrencyCode } from './currencies.ts';

type CountryCode = components['schemas']['country-code'];

/** Countries of the euro and of the dollar, besides those with a currency of their own. */
const shared: readonly [CurrencyCode, readonly CountryCode[]][] = [
  [
    'EUR',
    ['AD', 'AT', 'BE', 'BG', 'CY', 'DE', 'EE', 'ES', 'FI', 'FR', 'GF', 'GP', 'GR', 'HR', 'IE', 'IT', 'LT', 'LU', 'LV'],
  ],
  ['EUR', ['AL', 'AX', 'MC', 'ME', 'MQ', 'MT', 'NL', 'PM', 'PT', 'RE', 'SI', 'SK', 'SM', 'VA', 'XK', 'YT']],
  ['USD', ['AS', 'EC', 'FM', 'GU', 'MH', 'MP', 'PR', 'PW', 'SV', 'TC', 'US', 'VG', 'VI']],
  ['AUD', ['AU', 'CC', 'CX', 'KI', 'NF', 'NR', 'TV']],
  ['CHF', ['CH', 'LI']],
  ['DKK', ['DK', 'FO', 'GL']],
  ['GBP', ['GB', 'GG', 'IM', 'JE']],
  ['NOK', ['NO', 'SJ']],
  ['NZD', ['NZ', 'CK', 'NU', 'PN', 'TK']],
];

const own: { readonly [Country in CountryCode]?: CurrencyCode } = {
  AR: 'ARS',
  BR: 'BRL',
  CA: 'CAD',
  CL: 'CLP',
  CN: 'CNY',
  CO: 'COP',
  CZ: 'CZK',
  HK: 'HKD',
  HU: 'HUF',
  IL: 'ILS',
  IN: 'INR',
  JP: 'JPY',
  KR: 'KRW',
  MX: 'MXN',
  PE: 'PEN',
  PL: 'PLN',
  SE: 'SEK',
  SG: 'SGD',
  TH: 'THB',
  TR: 'TRY',
  TW: 'TWD',
  UA: 'UAH',
  VN: 'VND',
  ZA: 'ZAR',
};

const currencies: ReadonlyMap<string, CurrencyCode> = new Map([
  ...shared.flatMap(([currency, countries]) => countries.map((country) => [country, currency] as const)),
  ...Object.entries(own),
]);

/** Returns the currency of a country, if Paddle sells in it. */
export function localCurrency(country: string): CurrencyCode | undefined {
  return currencies.get(country);
}
