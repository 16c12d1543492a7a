const names = new Intl.DisplayNames(['en'], { type: 'region' });

/** Returns countries with their names, by name. */
export function named(codes: readonly string[]): { code: string; name: string }[] {
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** Returns the country of the browser's language, if it names one. */
export function countryOfBrowser(): string | undefined {
  return new Intl.Locale(navigator.language).region;
}
