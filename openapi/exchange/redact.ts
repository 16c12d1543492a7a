import { isTooDeep } from '../document/json-depth.ts';
import { anyFormOf, base64Of, escapedFormOf } from './text-forms.ts';

/** Replaces secrets. */
export const hidden = '****';

const secretFieldNames = ['endpoint_secret_key', 'api_key', 'cvc'];
const secretField = `\\b(?:${secretFieldNames.join('|')})`;

const beginnings = ['pdl_sdbx_apikey_', 'pdl_live_apikey_', 'pdl_ntfset_'];
/** An encoded API key or secret of a destination. Unencoded ones are replaced before. */
const encodedKey = new RegExp(`(?!pdl_)(?:${beginnings.map(escapedFormOf).join('|')})[\\w%\\\\&#;-]*`, 'g');
const keyInBase64 = new RegExp(`(?:${beginnings.flatMap(base64Of).join('|')})[\\w+/=-]*`, 'g');

/**
 * Formats of secrets. The identifying part before the secret part is kept. All expressions run in time linear in the
 * length of the text.
 */
const forms: readonly (readonly [form: RegExp, shown: string])[] = [
  // An API key, complete or truncated within its secret or its ID.
  [/(\bpdl_[a-z]+_apikey_[a-z\d]{26}_)[\w-]+/g, `$1${hidden}`],
  [/(\bpdl_[a-z]+_apikey_)(?![a-z\d]{26}_)[\w-]+/g, `$1${hidden}`],
  // The secret of a destination.
  [/(\bpdl_ntfset_[a-z\d]{26}_)[^\s"'\\,;&<>]+/g, `$1${hidden}`],
  [/(\bpdl_ntfset_)(?![a-z\d]{26}_)[^\s"'\\,;&<>]+/g, `$1${hidden}`],
  // The token of a portal link, and that of a customer at a checkout.
  [/(\bpga_)[\w.-]+/g, `$1${hidden}`],
  [/(\bpca_[a-z\d]{26}_)[\w-]+/g, `$1${hidden}`],
  // A legacy API key, recognized by its length or by `Bearer`. "<API key>" in a hint is a placeholder.
  [/\b[a-f\d]{50}\b/g, hidden],
  [/(\bBearer\s+)(?!pdl_|<|\*)[^\s"'\\]{20,}/gi, `$1${hidden}`],
  // Any API key or secret of a destination in another encoding.
  [encodedKey, hidden],
  [keyInBase64, hidden],
  // User name and password in a URL, including escaped slashes in JSON and percent-encoding.
  [/(:(?:\\{0,8}\/){2})[^\s/?#@"'\\]*@/g, `$1${hidden}@`],
  [
    /(%(?:25){0,3}3A(?:%(?:25){0,3}2F){2})(?:(?!%(?:25){0,3}(?:2F|3F|23|40))[^\s/?#@"'\\&])*%(?:25){0,3}40/gi,
    `$1${hidden}%40`,
  ],
  // Headers in a text.
  [
    /(\bauthorization\\{0,8}["'`]?\s*[:=]\s*\\{0,8}["'`]?(?:(?:Bearer|Basic)\s+|(?!Bearer|Basic)))(?!pdl_|<|\*)[^\s"'`\\,}]+/gi,
    `$1${hidden}`,
  ],
  [
    /(\b(?:cookie|proxy-authorization|x-paddock-control-token)\\{0,8}["'`]?\s*[:=]\s*\\{0,8}["'`]?)(?!\*)[^\r\n"'`\\]+/gi,
    `$1${hidden}`,
  ],
  // Fields of a form or a query.
  [new RegExp(`(${secretField}=)[^\\s"'\\\\&#]+`, 'g'), `$1${hidden}`],
  // Secret fields of any value, in any quotes, as Node prints objects too. The end may be truncated.
  ...['"', "'", '`'].map((quote): readonly [RegExp, string] => [
    new RegExp(`(${secretField}["']?\\s*:\\s*)${quote}(?:[^${quote}\\\\]|\\\\.)*(?:${quote}|\\\\?$)`, 'gs'),
    `$1${quote}${hidden}${quote}`,
  ]),
  // The same in nested JSON, where a value ends at a quote with as many backslashes as the one at its start.
  [new RegExp(`(${secretField}(\\\\+)"\\s*:\\s*\\2")(?:[^"\\\\]+|(?!\\2")\\\\+"?)*`, 'g'), `$1${hidden}`],
];

/** Digits as on a card of any brand, in groups or not. */
const cardDigits = /(?<![\w-])[3-6](?:(?:[ +-]|%20|\\u00(?:20|2[bd]))?\d){12,18}(?![\w-])/g;

/** Redacts a text. */
export function redactText(text: string): string {
  const shown = text.replace(cardDigits, (digits) => (isCardNumber(digits) ? hidden : digits));
  return forms.reduce((rest, [form, shown]) => rest.replace(form, shown), shown);
}

/** Tests the check digit, by Luhn's algorithm. */
function isCardNumber(text: string): boolean {
  const digits = text.replaceAll(/%20|\\u00../g, '').replaceAll(/\D/g, '');
  const weighed = [...digits].reverse().map((digit, place) => Number(digit) * (place % 2 === 0 ? 1 : 2));
  return weighed.reduce((sum, each) => sum + (each > 9 ? each - 9 : each), 0) % 10 === 0;
}

/** Headers whose whole value is secret. */
const secretHeaders = new Set(['cookie', 'set-cookie', 'proxy-authorization', 'x-paddock-control-token']);

/** Redacts a header's value. `Authorization` keeps its scheme, and a current API key keeps its ID. */
export function redactHeader(name: string, value: string): string {
  const lowerName = name.toLowerCase();
  if (secretHeaders.has(lowerName)) return hidden;
  const shown = redactText(value);
  return lowerName === 'authorization' && shown === value && !value.endsWith(hidden) ? hidden : shown;
}

/** Redacts a path and query. If a secret was percent-encoded, the whole URL is encoded again. */
export function redactUrl(url: string): string {
  const decoded = decode(url);
  const shown = redactText(decoded);
  return shown === decoded ? redactText(url) : encodeURI(shown);
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** Redacts a body and returns parsed JSON, or other text as it is, or `null` for an empty body. */
export function redactBody(text: string | undefined): unknown {
  if (text === undefined || text === '') return null;
  const value = parsed(text);
  return value === undefined ? redactText(withoutEscapes(text)) : redactValue(value);
}

/** Redacts all strings in a value, including JSON within them. */
export function redactValue(value: unknown): unknown {
  if (typeof value === 'string') return redactWithin(value);
  if (typeof value === 'number') return redactNumber(value);
  if (Array.isArray(value)) return value.map(redactValue);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, part]) => [
    redactText(name),
    secretFieldNames.includes(name) && part !== null ? hidden : redactField(name, part),
  ]);
  return Object.fromEntries(fields);
}

function redactNumber(value: number): number | string {
  return redactText(String(value)) === hidden ? hidden : value;
}

/** Redacts a field, which may be a header in any object. */
function redactField(name: string, part: unknown): unknown {
  const isHeader = /^authorization$/i.test(name) || secretHeaders.has(name.toLowerCase());
  return isHeader && typeof part === 'string' ? redactHeader(name, part) : redactValue(part);
}

/** Redacts a string that may be JSON itself, such as a recorded body. */
function redactWithin(text: string): string {
  const value = /^\s*[[{"]/.test(text) ? parsed(text) : undefined;
  if (value === undefined) return redactText(text);
  const before = JSON.stringify(value);
  const shown = JSON.stringify(redactValue(value));
  // Without a secret, the text keeps its formatting.
  return shown === before ? text : shown;
}

/** Parses JSON; `undefined` if it is malformed, or nested too deeply to traverse. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isTooDeep(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Unescapes letters and digits in JSON that cannot be parsed, so that the formats of secrets match. */
function withoutEscapes(text: string): string {
  return text.replaceAll(/\\u00([2-7][\da-f])/gi, (escaped, code) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return /\w/.test(character) ? character : escaped;
  });
}

const idsOfSecrets = /(\bpdl_(?:[a-z]+_apikey|ntfset)_)[a-z\d]{26}_\*{4}/g;

/**
 * Creates a function that redacts all strings in a value. Its results may be passed on to others, so it also removes
 * the IDs of keys and destinations.
 *
 * @param known Additional secrets, such as a legacy API key, which are redacted in any encoding.
 * @param secretName Matches names of additional secret fields.
 */
export function createRedactor(known: readonly string[] = [], secretName?: RegExp): <Value>(value: Value) => Value {
  // Made at the first use: most clients never redact anything.
  let secrets: RegExp | undefined;
  const hideKnown = (text: string) => {
    if (known.length === 0) return text;
    secrets ??= anyFormOf(known);
    return text.replace(secrets, hidden);
  };
  const hide = (name: string, part: unknown) => {
    if (part === null || typeof part === 'boolean') return part;
    if (secretFieldNames.includes(name) || secretName?.test(name)) return hidden;
    if (typeof part === 'number') return redactNumber(part);
    if (typeof part !== 'string') return part;
    const text = hideKnown(part);
    const shown = /^authorization$/i.test(name) ? redactHeader(name, text) : redactWithin(text);
    return shown.replace(idsOfSecrets, `$1${hidden}`);
  };
  // The reviver visits every string. The values are JSON already, so the round trip loses nothing.
  return (value) => JSON.parse(JSON.stringify(value), hide);
}
