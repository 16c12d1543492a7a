/** A `Paddle-Signature` header in its parts. */
export interface SignatureHeader {
  /** Time of signing in Unix seconds, as text. */
  readonly timestamp: string;
  /** The bytes of each `h1`. Never empty. */
  readonly signatures: readonly Uint8Array<ArrayBuffer>[];
}

/** Limits the work that a forged header can cause. Paddle sends one per secret, so at most two. */
const mostSignatures = 10;
const longestHeader = 2_000;

/**
 * Parses a header, or describes what is wrong with it.
 *
 * Spaces around the parts are ignored. An `h1` that is not 64 lower-case hexadecimal digits is skipped if another one
 * is valid. Unknown keys are skipped, since a later scheme may add some.
 *
 * @see https://developer.paddle.com/webhooks/signature-verification
 * @evidence official: `ts=…;h1=…`, and several `h1` during a rotation
 */
export function parseSignatureHeader(header: string): SignatureHeader | { readonly problem: string } {
  if (header.length > longestHeader) return { problem: `it has ${header.length} characters` };
  const values = new Map<string, string[]>();
  for (const part of header.split(';')) {
    const [, key, value] = /^([a-z\d]+)=([\w+/=.-]+)$/.exec(part.trim()) ?? [];
    if (key === undefined || value === undefined) return { problem: 'a part of it is not of the form key=value' };
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  const [timestamp, another] = values.get('ts') ?? [];
  if (timestamp === undefined) return { problem: 'it has no ts' };
  if (another !== undefined) return { problem: 'it has more than one ts' };
  if (!/^\d{1,12}$/.test(timestamp)) return { problem: 'its ts is not a number of seconds' };
  const given = values.get('h1') ?? [];
  if (given.length === 0) return { problem: 'it has no h1' };
  if (given.length > mostSignatures) return { problem: `it has ${given.length} h1` };
  const signatures = given.filter((h1) => /^[\da-f]{64}$/.test(h1)).map(parseHex);
  return signatures.length > 0
    ? { timestamp, signatures }
    : { problem: 'none of its h1 values has 64 hexadecimal digits' };
}

/** HMAC-SHA256 of `<timestamp>:<body>` under a secret, in hexadecimal digits. */
export async function sign(secret: string, timestamp: string, body: Uint8Array): Promise<string> {
  const signature = await hmac(secret, message(timestamp, body));
  return Array.from(signature, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Checks that a signature matches the body with one of the secrets. Computes one HMAC per secret. */
export async function isSigned(
  { timestamp, signatures }: SignatureHeader,
  body: Uint8Array,
  secrets: readonly string[],
): Promise<boolean> {
  const signed = message(timestamp, body);
  const right = await Promise.all(secrets.map((secret) => hmac(secret, signed)));
  return signatures.some((signature) => right.some((bytes) => areEqual(signature, bytes)));
}

async function hmac(secret: string, signed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, signed));
}

/** Compares signatures in constant time. */
function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length;
  for (const [index, byte] of other.entries()) difference |= byte ^ (one[index] ?? 0);
  return difference === 0;
}

function message(timestamp: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = new TextEncoder().encode(`${timestamp}:`);
  const joined = new Uint8Array(start.length + body.length);
  joined.set(start);
  joined.set(body, start.length);
  return joined;
}

function parseHex(digits: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
