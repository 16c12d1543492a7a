import { isTooDeep } from '../document/json-depth.ts';
import { anyFormOf, base64Of, escapedFormOf } from './text-forms.ts';

/** Stands where a secret was. */
export const hidden = '****';

const secretFieldNames = ['endpoint_secret_key', 'api_key'];
const secretField = `\\b(?:${secretFieldNames.join('|')})`;

const beginnings = ['pdl_sdbx_apikey_', 'pdl_live_apikey_', 'pdl_ntfset_'];
/** A key or the secret of a destination, in any encoding. Those that are not encoded were replaced before. */
const encodedKey = new RegExp(`(?!pdl_)(?:${beginnings.map(escapedFormOf).join('|')})[\\w%\\\\&#;-]*`, 'g');
const keyInBase64 = new RegExp(`(?:${beginnings.flatMap(base64Of).join('|')})[\\w+/=-]*`, 'g');

/**
 * Secrets as they look, wherever they stand. What comes before the secret part is kept, since it tells which one it was.
 * No expression takes more time than by the length of a text.
 */
const forms: readonly (readonly [form: RegExp, shown: string])[] = [
  // An API key, whole or cut off within its secret or its ID.
  [/(\bpdl_[a-z]+_apikey_[a-z\d]{26}_)[\w-]+/g, `$1${hidden}`],
  [/(\bpdl_[a-z]+_apikey_)(?![a-z\d]{26}_)[\w-]+/g, `$1${hidden}`],
  // The secret of a destination.
  [/(\bpdl_ntfset_[a-z\d]{26}_)[^\s"'\\,;&<>]+/g, `$1${hidden}`],
  [/(\bpdl_ntfset_)(?![a-z\d]{26}_)[^\s"'\\,;&<>]+/g, `$1${hidden}`],
  // The token of a portal link.
  [/(\bpga_)[\w.-]+/g, `$1${hidden}`],
  // A legacy API key, which is known by its length, or by where it stands. "<API key>" in a hint is a placeholder.
  [/\b[a-f\d]{50}\b/g, hidden],
  [/(\bBearer\s+)(?!pdl_|<|\*)[^\s"'\\]{20,}/gi, `$1${hidden}`],
  // Any API key or secret of a destination in another encoding.
  [encodedKey, hidden],
  [keyInBase64, hidden],
  // User name and password in a URL, also in JSON that escapes slashes, and percent-encoded.
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
  // Fields whose value is secret however it looks, in each kind of quotes, as Node shows objects too. The end may be cut off.
  ...['"', "'", '`'].map((quote): readonly [RegExp, string] => [
    new RegExp(`(${secretField}["']?\\s*:\\s*)${quote}(?:[^${quote}\\\\]|\\\\.)*(?:${quote}|\\\\?$)`, 'gs'),
    `$1${quote}${hidden}${quote}`,
  ]),
  // The same as JSON within JSON.
  // It ends at a quote behind as many backslashes as the one that it began with.
  [new RegExp(`(${secretField}(\\\\+)"\\s*:\\s*\\2")(?:[^"\\\\]+|(?!\\2")\\\\+"?)*`, 'g'), `$1${hidden}`],
];

/** A text as it may be shown. */
export function redactText(text: string): string {
  return forms.reduce((rest, [form, shown]) => rest.replace(form, shown), text);
}

/** Headers whose value is secret altogether. */
const secretHeaders = new Set(['cookie', 'set-cookie', 'proxy-authorization', 'x-paddock-control-token']);

/** A header's value as it may be shown. An `Authorization` keeps its scheme, and a key of today's format its ID. */
export function redactHeader(name: string, value: string): string {
  const lowerName = name.toLowerCase();
  if (secretHeaders.has(lowerName)) return hidden;
  const shown = redactText(value);
  return lowerName === 'authorization' && shown === value && !value.endsWith(hidden) ? hidden : shown;
}

/** Path and query as they may be shown. Where a secret was percent-encoded, all is written anew. */
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

/** A body as it may be shown: JSON as a value, any other text as that, and `null` for none. */
export function redactBody(text: string | undefined): unknown {
  if (text === undefined || text === '') return null;
  const value = parsed(text);
  return value === undefined ? redactText(withoutEscapes(text)) : redactValue(value);
}

/** A value as it may be shown, in all its texts, JSON within them too. */
export function redactValue(value: unknown): unknown {
  if (typeof value === 'string') return redactWithin(value);
  if (Array.isArray(value)) return value.map(redactValue);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, part]) => [
    redactText(name),
    secretFieldNames.includes(name) && part !== null ? hidden : redactField(name, part),
  ]);
  return Object.fromEntries(fields);
}

/** Headers may stand in any object, by their names. */
function redactField(name: string, part: unknown): unknown {
  const isHeader = /^authorization$/i.test(name) || secretHeaders.has(name.toLowerCase());
  return isHeader && typeof part === 'string' ? redactHeader(name, part) : redactValue(part);
}

/** Redacts a text that may be JSON itself, such as a recorded body. */
function redactWithin(text: string): string {
  const value = /^\s*[[{"]/.test(text) ? parsed(text) : undefined;
  if (value === undefined) return redactText(text);
  const before = JSON.stringify(value);
  const shown = JSON.stringify(redactValue(value));
  // What holds no secret stays as it was written.
  return shown === before ? text : shown;
}

/** The value of a JSON text; undefined for another text, and for one that is nested too deep to be gone through. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isTooDeep(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** JSON that is cut off or too deep, with letters and digits in the place of their escapes, so that secrets look like such. */
function withoutEscapes(text: string): string {
  return text.replaceAll(/\\u00([2-7][\da-f])/gi, (escaped, code) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return /\w/.test(character) ? character : escaped;
  });
}

const idsOfSecrets = /(\bpdl_(?:[a-z]+_apikey|ntfset)_)[a-z\d]{26}_\*{4}/g;

/**
 * Makes what takes the secrets out of a value, in all the texts that it holds. What it shows is passed on to others, so the
 * IDs of keys and destinations go with their secrets.
 *
 * @param known further texts that are secret, such as a legacy API key; they are hidden in any encoding
 * @param secretName matches the names of fields whose value is secret. Default: those of Paddle's API and secret headers
 */
export function createRedactor(known: readonly string[] = [], secretName?: RegExp): <Value>(value: Value) => Value {
  const secrets = known.length > 0 ? anyFormOf(known) : null;
  const hideKnown = (text: string) => (secrets ? text.replace(secrets, hidden) : text);
  const hide = (name: string, part: unknown) => {
    if (part === null || typeof part === 'boolean') return part;
    if (secretFieldNames.includes(name) || secretName?.test(name)) return hidden;
    if (typeof part === 'string' && /^authorization$/i.test(name)) return redactHeader(name, hideKnown(part));
    return typeof part === 'string' ? redactWithin(hideKnown(part)).replace(idsOfSecrets, `$1${hidden}`) : part;
  };
  // JSON's own reviver meets every text; what goes in has nothing that JSON would change.
  return (value) => JSON.parse(JSON.stringify(value), hide);
}
