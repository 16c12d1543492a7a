import { isInEuropeanUnion } from './standard-tax-rates.ts';

/** Tax identifiers of other countries in which a business pays the tax itself. */
const others: Readonly<Record<string, RegExp>> = {
  AU: /^\d{11}$/,
  CH: /^CHE\d{9}(MWST|TVA|IVA)?$/,
  GB: /^(GB)?\d{9}(\d{3})?$/,
  NO: /^\d{9}(MVA)?$/,
  NZ: /^\d{8,9}$/,
  ZA: /^4\d{9}$/,
};

/**
 * Returns true for a tax identifier that looks valid, so that the business pays the tax itself and is charged none.
 *
 * @evidence official: a valid number takes the tax off. assumed: the countries, and that its form decides
 */
export function isReverseCharged(country: string, identifier: string | null | undefined): boolean {
  const plain = (identifier ?? '').replaceAll(/[\s.-]/g, '').toUpperCase();
  if (isInEuropeanUnion(country)) {
    const prefix = country === 'GR' ? 'EL' : country;
    return plain.startsWith(prefix) && /^[0-9A-Z]{8,12}$/.test(plain.slice(2));
  }
  return others[country]?.test(plain) ?? false;
}
