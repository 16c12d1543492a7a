/**
 * Prints JSON as Paddle prints the JSON in its database: compact, with the keys of every object in the order of
 * PostgreSQL's jsonb, by their length in bytes and then by their bytes.
 *
 * @evidence observed 2024-03-15, 2025-03-25, 2026-02-10: signed deliveries, and payloads of `GET /notifications`
 */
export function inJsonbOrder(json: string): string {
  return print(JSON.parse(json));
}

/**
 * Prints the body of a delivery: a payload in jsonb's order, with `\uXXXX` for each UTF-16 unit beyond ASCII. Slashes
 * are not escaped.
 *
 * @evidence observed 2024-03-15: the signed delivery in the tests of Paddle's SDKs
 */
export function deliveryBody(payload: string): string {
  return inJsonbOrder(payload).replace(/[\u0080-\uffff]/g, escaped);
}

function print(value: unknown): string {
  if (typeof value === 'string') return plain.test(value) ? `"${value}"` : JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(print).join()}]`;
  const members = Object.entries(value);
  // Comparing UTF-16 units is faster, and equals comparing bytes in ASCII, which nearly all keys are.
  members.sort(members.every(([key]) => plain.test(key)) ? byUnits : byBytes);
  let text = '';
  for (const [key, member] of members) text += `${text === '' ? '{' : ','}${print(key)}:${print(member)}`;
  return text === '' ? '{}' : `${text}}`;
}

type Member = readonly [key: string, member: unknown];

/** Text that JSON does not escape. */
const plain = /^[ !#-[\]-~]*$/;

function byUnits([one]: Member, [other]: Member): number {
  return one.length - other.length || (one < other ? -1 : 1);
}

function byBytes([one]: Member, [other]: Member): number {
  return Buffer.byteLength(one) - Buffer.byteLength(other) || Buffer.compare(Buffer.from(one), Buffer.from(other));
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
