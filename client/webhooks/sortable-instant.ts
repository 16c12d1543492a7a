const rfc3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/;

/**
 * Converts an RFC 3339 time to text that sorts chronologically; `null` if it is malformed. Paddle trims trailing
 * zeros, so its own text sorts `.5Z` after `.51Z`, and `Date` has no microseconds.
 */
export function sortableInstant(text: string): string | null {
  const [, seconds, fraction = '', zone] = rfc3339.exec(text) ?? [];
  const date = new Date(`${seconds}${zone}`);
  if (Number.isNaN(date.getTime())) return null;
  return `${date.toISOString().slice(0, 19)}.${fraction.slice(0, 9).padEnd(9, '0')}Z`;
}
