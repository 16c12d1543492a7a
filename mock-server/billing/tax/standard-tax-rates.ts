import type { TaxRate } from './tax-rates.ts';

/**
 * Rates of one country, and of its regions and postal codes.
 *
 * @evidence observed: rates that recordings of Paddle show. assumed: rates by law that Paddle is taken to charge
 */
type CountryRates = {
  rate: string;
  regions?: Readonly<Record<string, string>>;
  zips?: Readonly<Record<string, string>>;
};

/** Seen in recordings of Paddle from 2023 to 2025; those of Spain, Germany, India and Australia by inference. */
const observed: Readonly<Record<string, CountryRates>> = {
  AU: { rate: '0.1' },
  DE: { rate: '0.19' },
  ES: { rate: '0.21' },
  GB: { rate: '0.2' },
  HU: { rate: '0.27' },
  IN: { rate: '0.18' },
  // Without a ZIP code nothing is charged.
  US: { rate: '0', zips: { '10021': '0.08875' } },
};

/** Standard rates of VAT of the other members of the European Union on 1 January 2026. */
const europeanUnion: Readonly<Record<string, string>> = {
  AT: '0.2',
  BE: '0.21',
  BG: '0.2',
  CY: '0.19',
  CZ: '0.21',
  DK: '0.25',
  EE: '0.24',
  FI: '0.255',
  FR: '0.2',
  GR: '0.24',
  HR: '0.25',
  IE: '0.23',
  IT: '0.22',
  LT: '0.21',
  LU: '0.17',
  LV: '0.21',
  MT: '0.18',
  NL: '0.21',
  PL: '0.23',
  PT: '0.23',
  RO: '0.21',
  SE: '0.25',
  SI: '0.22',
  SK: '0.23',
};

/** Standard rates of VAT, GST or a tax on consumption of other countries on 1 January 2026. */
const others: Readonly<Record<string, CountryRates>> = {
  AE: { rate: '0.05' },
  CA: {
    rate: '0.05',
    regions: {
      BC: '0.12',
      MB: '0.12',
      NB: '0.15',
      NL: '0.15',
      NS: '0.14',
      ON: '0.13',
      PE: '0.15',
      QC: '0.14975',
      SK: '0.11',
    },
  },
  CH: { rate: '0.081' },
  CL: { rate: '0.19' },
  CO: { rate: '0.19' },
  IL: { rate: '0.18' },
  IS: { rate: '0.24' },
  JP: { rate: '0.1' },
  KR: { rate: '0.1' },
  MX: { rate: '0.16' },
  NO: { rate: '0.25' },
  NZ: { rate: '0.15' },
  PE: { rate: '0.18' },
  SA: { rate: '0.15' },
  SG: { rate: '0.09' },
  TH: { rate: '0.07' },
  TR: { rate: '0.2' },
  TW: { rate: '0.05' },
  UA: { rate: '0.2' },
  VN: { rate: '0.1' },
  ZA: { rate: '0.15' },
};

const all: Readonly<Record<string, CountryRates>> = {
  ...observed,
  ...Object.fromEntries(Object.entries(europeanUnion).map(([country, rate]) => [country, { rate }])),
  ...others,
};

/** The rates of all countries, in the form of the control plane. */
export const standardTaxRates: readonly TaxRate[] = Object.entries(all).flatMap(
  ([country_code, { rate, regions = {}, zips = {} }]): TaxRate[] => [
    { country_code, rate },
    ...Object.entries(regions).map(([region, regional]) => ({ country_code, region, rate: regional })),
    ...Object.entries(zips).map(([postal_code, local]) => ({ country_code, postal_code, rate: local })),
  ],
);

/** True for a member of the European Union. */
export function isInEuropeanUnion(country: string): boolean {
  return Object.hasOwn(europeanUnion, country) || ['DE', 'ES', 'HU'].includes(country);
}
