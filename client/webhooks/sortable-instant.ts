const rfc3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/;

/**
 * A point in time as text that sorts as time does; `null` for what is none. Paddle's own text does not sort: it trims
 * zeros, so half a second is `.5Z` and comes after `.51Z`. `Date` does not help, as it knows no microseconds.
 */
export function sortableInstant(text: string): string | null {
  const [, seconds, fraction = '', zone] = rfc3339.exec(text) ?? [];
  const date = new Date(`${seconds}${zone}`);
  if (Number.isNaN(date.getTime())) return null;
  return `${date.toISOString().slice(0, 19)}.${fraction.slice(0, 9).padEnd(9, '0')}Z`;
}
