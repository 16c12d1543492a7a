import type { View } from './view.ts';

/** Languages of formats, in the order of preference. */
let languages: readonly string[] = navigator.languages;

/**
 * Formats numbers and names countries in a language; otherwise in those of the browser.
 *
 * @returns false for a language that the browser does not know
 */
export function setLocale(locale: string): boolean {
  const known = supported(locale);
  if (known === undefined) return false;
  languages = [known, ...navigator.languages];
  return true;
}

function supported(locale: string): string | undefined {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0];
  } catch {
    return undefined;
  }
}

/** Formats an amount of a checkout. */
export function money(amount: number, { data, page }: View): string {
  const digits = { minimumFractionDigits: page.currency_decimals, maximumFractionDigits: page.currency_decimals };
  return amount.toLocaleString([...languages], { style: 'currency', currency: data.currency_code, ...digits });
}

/** Formats a tax rate, such as `0.08875`. */
export function percent(rate: string): string {
  return Number(rate).toLocaleString([...languages], { style: 'percent', maximumFractionDigits: 3 });
}

/** Returns countries by name, with the language of the names: the page itself is in English. */
export function named(codes: readonly string[]): { code: string; name: string; language: string }[] {
  const names = new Intl.DisplayNames([...languages], { type: 'region' });
  const { compare } = new Intl.Collator([...languages]);
  const language = names.resolvedOptions().locale;
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code, language }))
    .sort((one, other) => compare(one.name, other.name));
}

/** Returns the country of the browser's language, if it names one. */
export function countryOfBrowser(): string | undefined {
  return new Intl.Locale(navigator.language).region;
}
