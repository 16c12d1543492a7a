const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Reads `Retry-After` in whole seconds; `null` if it is missing or malformed. A date is counted from the response's
 * own `Date`, since the clocks may differ.
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
