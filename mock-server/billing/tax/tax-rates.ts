import { Rational } from '../money/rational.ts';
import { standardTaxRates, type TaxRate } from './standard-tax-rates.ts';

/** A place that is taxed, such as a customer's address. */
export type TaxLocation = {
  country_code: string;
  region?: string | null | undefined;
  postal_code?: string | null | undefined;
};

const zero = Rational.of(0n);

/** Tax rates by place. The most specific one counts: postal code, then region, then country. */
export class TaxRates {
  readonly rates: readonly TaxRate[];
  /** Rates of places that the table lacks. */
  readonly #others: TaxRates | undefined;
  readonly #byPlace = new Map<string, Rational>();

  constructor(rates: readonly TaxRate[], others?: TaxRates) {
    this.rates = rates;
    this.#others = others;
    for (const rate of rates) this.#byPlace.set(placeOf(rate), Rational.parse(rate.rate));
  }

  /**
   * Returns the rate of a place.
   *
   * @evidence observed: 0 without a location. assumed: 0 for a place without a rate
   */
  rateFor(location: TaxLocation | undefined): Rational {
    return location === undefined ? zero : (this.#find(location) ?? zero);
  }

  #find({ country_code, region, postal_code }: TaxLocation): Rational | undefined {
    const places = [
      { country_code, region, postal_code },
      { country_code, postal_code },
      { country_code, region },
      { country_code },
    ];
    for (const place of places) {
      const rate = this.#byPlace.get(placeOf(place));
      if (rate) return rate;
    }
    return this.#others?.rateFor({ country_code, region, postal_code });
  }
}

/**
 * Names a place. Case and spaces do not count, and of a ZIP code only the first five digits.
 *
 * @evidence assumed
 */
export function placeOf({ country_code, region, postal_code }: TaxLocation): string {
  const country = country_code.toUpperCase();
  const code = plain(postal_code);
  return [country, plain(region), country === 'US' ? code.slice(0, 5) : code].join('|');
}

function plain(text: string | null | undefined): string {
  return (text ?? '').replaceAll(/\s/g, '').toUpperCase();
}

/** Rates that an account has unless others are given. */
export const defaultTaxRates = new TaxRates(standardTaxRates);
