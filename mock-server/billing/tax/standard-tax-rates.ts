/** The rate of a country, or of a region or postal code in it, as a decimal such as `0.2`. */
export type TaxRate = { country_code: string; region?: string; postal_code?: string; rate: string };

/** Rate of a country, or also those of its regions and postal codes. */
type CountryRates =
  | string
  | { rate: string; regions?: Readonly<Record<string, string>>; zips?: Readonly<Record<string, string>> };

/** Rates with their source, and the day they are of. */
type SourcedRates = {
  /** `observed` in recordings of Paddle, named by Paddle's own pages, or by law, which Paddle is assumed to charge. */
  evidence: 'observed' | 'official' | 'assumed';
  source: string;
  asOf: string;
  rates: Readonly<Record<string, CountryRates>>;
};

const helpCenter = 'https://www.paddle.com/help/sell/tax/which-countries-does-paddle-charge-sales-tax-or-vat-for';

/** Of the EU's members, those without a recording. Paddle names all 27, at older rates for some. */
const europeanUnion: SourcedRates = {
  evidence: 'assumed',
  source: 'https://github.com/ibericode/vat-rates/blob/006bb852ed2a5fe25802c7c806940357a1004367/vat-rates.json',
  asOf: '2025-07-01',
  rates: {
    ...{ AT: '0.2', BE: '0.21', BG: '0.2', CY: '0.19', CZ: '0.21', DK: '0.25', EE: '0.24', FI: '0.255', FR: '0.2' },
    ...{ GR: '0.24', HR: '0.25', IE: '0.23', IT: '0.22', LT: '0.21', LU: '0.17', LV: '0.21', MT: '0.18', NL: '0.21' },
    ...{ PL: '0.23', PT: '0.23', SE: '0.25', SI: '0.22', SK: '0.23' },
  },
};

const canada: CountryRates = {
  rate: '0.05',
  regions: {
    ...{
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
};

/** All rates. Countries that Paddle does not name, such as Israel, have none. */
export const taxRateSources: readonly SourcedRates[] = [
  {
    evidence: 'observed',
    // Spain, Germany, India and Australia by inference.
    source: 'recordings in public repositories, such as websideproject/paddle-billing-client and deanpcmad/paddle',
    asOf: '2025-03-26',
    rates: {
      ...{ AU: '0.1', DE: '0.19', ES: '0.21', GB: '0.2', HU: '0.27', IN: '0.18' },
      // Without a ZIP code nothing is charged. Paddle publishes no rates of the states.
      US: { rate: '0', zips: { '10021': '0.08875' } },
    },
  },
  europeanUnion,
  {
    evidence: 'assumed',
    source: 'https://regfollower.com/romania-increases-standard-and-reduced-vat-rates-effective-starting-tomorrow',
    asOf: '2025-08-01',
    rates: { RO: '0.21' },
  },
  {
    evidence: 'official',
    source: helpCenter,
    // A page without a date, whose rate for Malaysia is that of March 2024.
    asOf: '2024-03-01',
    rates: {
      ...{ AE: '0.05', AM: '0.2', BA: '0.17', BD: '0.15', BH: '0.1', BS: '0.1', CH: '0.081', CL: '0.19', CM: '0.1925' },
      ...{ CO: '0.19', CW: '0.06', EG: '0.14', GE: '0.18', GH: '0.15', IM: '0.2', IS: '0.24', JP: '0.1', KE: '0.16' },
      ...{ KH: '0.1', KR: '0.1', LA: '0.1', LI: '0.081', MD: '0.2', MX: '0.16', MY: '0.08', NG: '0.075', NO: '0.25' },
      ...{ NZ: '0.15', OM: '0.05', PR: '0.115', SA: '0.15', SG: '0.09', TH: '0.07', TR: '0.2', TW: '0.05', TZ: '0.18' },
      // The lower one of two rates in Vietnam.
      ...{ UA: '0.2', UG: '0.18', UY: '0.22', UZ: '0.12', VN: '0.1111', ZA: '0.15' },
      // In Nova Scotia by the cut of 1 April 2025, https://vatcalc.com/canada/canada-nova-scotia-hst-1-cut-april-2025
      CA: canada,
    },
  },
  {
    evidence: 'official',
    // As others quote it.
    source: helpCenter,
    asOf: '2025-08-01',
    rates: { ID: '0.12', KZ: '0.16', MC: '0.2', PE: '0.18', PH: '0.12' },
  },
];

/** The rates of all countries, in the form of the control plane. */
export const standardTaxRates: readonly TaxRate[] = taxRateSources.flatMap(({ rates }) =>
  Object.entries(rates).flatMap(([country_code, known]): TaxRate[] => {
    const { rate, regions = {}, zips = {} } = typeof known === 'string' ? { rate: known } : known;
    return [
      { country_code, rate },
      ...Object.entries(regions).map(([region, regional]) => ({ country_code, region, rate: regional })),
      ...Object.entries(zips).map(([postal_code, local]) => ({ country_code, postal_code, rate: local })),
    ];
  }),
);

/** True for a member of the European Union. */
export function isInEuropeanUnion(country: string): boolean {
  return Object.hasOwn(europeanUnion.rates, country) || ['DE', 'ES', 'HU', 'RO'].includes(country);
}
