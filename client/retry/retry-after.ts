const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * How long a server asks to wait, in whole seconds, from a response's `Retry-After`: a number of seconds, or a date,
 * counted from the response's own `Date`, as the two clocks may differ. `null` where it is missing or makes no sense.
 *
 * @see RFC 9110, section 10.2.3. Paddle sends seconds (`@evidence official`).
 */
export function retryAfterSeconds(headers: Headers, now: number): number | null {
  const value = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const until = readHttpDate(value);
  if (until === null) return null;
  const from = readHttpDate(headers.get('Date')?.trim() ?? '') ?? now;
  return Math.max(0, Math.ceil((until - from) / 1000));
}

function readHttpDate(text: string): number | null {
  const time = httpDate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
