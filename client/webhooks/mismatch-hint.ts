import { parseJson } from '../error-envelope.ts';

/** Anyone may send what does not fit, so looking for the reason ends where it gets costly. */
const longestToInspect = 256 * 1024;

const unread = 'The body is empty: something may have read it before, or lost it.';
const reprinted =
  'The signature fits the same JSON printed in another way, so the secret is right and something between Paddle and ' +
  'here has parsed the body and printed it again. Pass the body as it was sent.';
const spaced =
  'The body is JSON with white space between its parts, and Paddle sends none: something may have parsed the body and ' +
  'printed it again. Pass the body as it was sent.';
const stringified = 'The body is the text of an object. Pass the body as it was sent, before anything parses it.';
const another =
  'The secret may be that of another destination: each has its own, and those of the sandbox and of the live ' +
  'environment differ. After a secret was replaced, pass the old one and the new one.';

/** What may be the reason that a signature does not fit a body. `fits` tells whether it fits another one. */
export async function hintAtMismatch(bytes: Uint8Array, fits: (body: Uint8Array) => Promise<boolean>): Promise<string> {
  if (bytes.length === 0) return unread;
  if (bytes.length > longestToInspect) return another;
  const text = new TextDecoder().decode(bytes);
  if (text === '[object Object]') return stringified;
  const json = parseJson(text);
  if (json === undefined) return another;
  const compact = JSON.stringify(json);
  // `<`, `>` and `&` are escaped by Go's encoder, and by no JavaScript one.
  const escaped = compact.replaceAll(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  for (const form of new Set([text.trim(), compact, escaped])) {
    if (form !== text && (await fits(new TextEncoder().encode(form)))) return reprinted;
  }
  return hasSpaceOutsideStrings(text) ? spaced : another;
}

function hasSpaceOutsideStrings(json: string): boolean {
  return /\s/.test(json.replaceAll(/"(?:[^"\\]|\\.)*"/g, ''));
}
