/** Deepest nesting that is printed. Paddle's events have some ten levels. */
const deepest = 100;

/**
 * Serializes a value in the form that Paddle signs: compact, ASCII, keys by length in bytes and then by bytes. `null`
 * for a value that is nested too deeply.
 *
 * @evidence observed 2024-03-15: the signed delivery in the tests of Paddle's SDKs
 */
export function inPaddleForm(value: unknown): string | null {
  const text = print(value, deepest);
  return text?.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`) ?? null;
}

function print(value: unknown, levels: number): string | null {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (levels === 0) return null;
  const members = Array.isArray(value) ? value.map((member) => ['', member] as const) : inOrder(Object.entries(value));
  const texts: string[] = [];
  for (const [key, member] of members) {
    const text = print(member, levels - 1);
    if (text === null) return null;
    texts.push(Array.isArray(value) ? text : `${JSON.stringify(key)}:${text}`);
  }
  return Array.isArray(value) ? `[${texts}]` : `{${texts}}`;
}

function inOrder(members: readonly [string, unknown][]): readonly (readonly [string, unknown])[] {
  const encoder = new TextEncoder();
  return members
    .map(([key, member]) => ({ key, member, bytes: encoder.encode(key) }))
    .sort((one, other) => compare(one.bytes, other.bytes))
    .map(({ key, member }) => [key, member]);
}

function compare(one: Uint8Array, other: Uint8Array): number {
  if (one.length !== other.length) return one.length - other.length;
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return (one[at] ?? 0) - (other[at] ?? 0);
}
