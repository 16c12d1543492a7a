import { parseJson } from '#openapi/document/json.ts';
import { inPaddleForm } from './paddle-form.ts';

/** Largest body to inspect, in bytes: anyone can send one that does not match, so inspecting must stay cheap. */
const longestToInspect = 256 * 1024;

const unread = 'The body is empty: other code may have read it already.';
const stringified = 'The body is an object converted to text. Pass the raw body, before anything parses it.';
const encoded =
  'The body is Base64, as AWS Lambda passes it when isBase64Encoded is true. Decode it first: ' +
  "Buffer.from(event.body, 'base64').";
const quoted = 'The secret includes quotes or an escaped line break, perhaps copied from an .env file. Remove them.';
const another =
  'The secret may belong to another destination: each has its own, and sandbox and live ' +
  'secrets differ. While a secret is being rotated, pass both the old and the new one.';
const asSent = 'Pass the raw body, exactly as it was received.';

/** A delivery whose signature does not match. */
export interface Mismatch {
  readonly bytes: Uint8Array;
  readonly secrets: readonly string[];
  /** Checks the signature against another body or other secrets. */
  readonly fits: (bytes: Uint8Array, secrets: readonly string[]) => Promise<boolean>;
}

/** Suggests why a signature does not match. Never rejects, whatever the body contains. */
export async function hintAtMismatch(mismatch: Mismatch): Promise<string> {
  try {
    return await findHint(mismatch);
  } catch {
    return another;
  }
}

async function findHint({ bytes, secrets, fits }: Mismatch): Promise<string> {
  const bare = secrets.map(withoutQuotes);
  const isQuoted = bare.some((secret, index) => secret !== secrets[index]);
  if (isQuoted && (await fits(bytes, bare))) return quoted;
  const hint = await hintAtBody(bytes, (body) => fits(body, bare));
  return isQuoted ? `${quoted} ${hint ?? ''}`.trimEnd() : (hint ?? another);
}

/** Suggests what is wrong with the body; `undefined` if it looks like one of Paddle's. */
async function hintAtBody(
  bytes: Uint8Array,
  fits: (body: Uint8Array) => Promise<boolean>,
): Promise<string | undefined> {
  if (bytes.length === 0) return unread;
  if (bytes.length > longestToInspect) return undefined;
  const text = new TextDecoder().decode(bytes);
  if (text === '[object Object]') return stringified;
  if (isBase64OfObject(text)) return encoded;
  const json = parseJson(text);
  const sent = inPaddleForm(json);
  if (json === undefined || sent === null) return undefined;
  const traces = tracesOfPrinting(text, json, sent);
  const compact = JSON.stringify(json);
  // Other senders sign the output of JavaScript, or of Go, which escapes `<`, `>` and `&`.
  const escaped = compact.replaceAll(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  for (const form of new Set([sent, text.trim(), compact, escaped])) {
    if (form === text || !(await fits(new TextEncoder().encode(form)))) continue;
    const found = traces.length > 0 ? ` (${traces.join(', ')})` : '';
    return `The signature matches the same JSON formatted differently, so the secret is right, but the body was parsed and serialized again${found}. ${asSent}`;
  }
  if (traces.length === 0) return undefined;
  return `Paddle does not format JSON like this body (${traces.join(', ')}), so it may have been parsed and serialized again. ${asSent} If it is the raw body: ${another}`;
}

/** Lists signs that a body was not serialized by Paddle. */
function tracesOfPrinting(text: string, json: unknown, sent: string): string[] {
  // Parsed again, since JavaScript puts numeric keys first, whatever their order in the text.
  const isInOrder = JSON.stringify(JSON.parse(sent)) === JSON.stringify(json);
  return [
    ...(hasSpaceOutsideStrings(text) ? ['white space between tokens'] : []),
    ...(/[\u0080-\uffff]/.test(text) ? ['unescaped non-ASCII characters'] : []),
    ...(text.includes('\\/') ? ['escaped slashes'] : []),
    ...(isInOrder ? [] : ['keys in a different order']),
  ];
}

function hasSpaceOutsideStrings(json: string): boolean {
  return /\s/.test(json.replaceAll(/"(?:[^"\\]|\\.)*"/g, ''));
}

function isBase64OfObject(text: string): boolean {
  // `eyJ` is `{"` in Base64.
  return /^eyJ[A-Za-z\d+/]+={0,2}\s*$/.test(text);
}

function withoutQuotes(secret: string): string {
  const bare = secret.replace(/(\\r)?\\n$/, '').replace(/^(["'`])(.*)\1$/, '$2');
  return bare.replace(/(\\r)?\\n$/, '') || secret;
}
