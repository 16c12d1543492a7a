import type { RequestParts } from '../../targets/account.ts';
import type { CapturedExchange } from './captured-exchange.ts';
import { mapStrings } from './map-strings.ts';
import type { PlaceholderValues } from './placeholder-values.ts';
import { placeholders } from './placeholders.ts';

/** A request with what its placeholders stand for, or why it cannot be made. */
export type Resolved =
  | {
      /** Which of the recording's keys was sent, from 1. */
      readonly key: number;
      readonly path: string;
      readonly parts: RequestParts;
    }
  | { readonly missing: string };

/** Headers that change what is answered. */
const sentAgain = ['accept', 'content-type', 'paddle-version'];

/**
 * Makes a request out of a recorded one. New addresses are made; an ID that no answer had is made up where the request
 * was refused, and cannot be had where it was not.
 *
 * @param freshEmail makes an address that nobody has.
 */
export function resolveRequest(
  { request, response }: CapturedExchange,
  values: PlaceholderValues,
  freshEmail: () => string,
): Resolved {
  const { path, query, headers, body } = request;
  const wasRefused = (response?.status ?? 0) >= 400;
  for (const [placeholder, kind = ''] of JSON.stringify({ path, query, body }).matchAll(placeholders)) {
    if (!/:\d+>$/.test(placeholder) || values.has(placeholder)) continue;
    if (kind === 'email') values.set(placeholder, freshEmail());
    else if (wasRefused) values.setUnknownId(placeholder, kind);
    else return { missing: `no answer before it had ${placeholder}` };
  }
  const pairs = query.map(([name, value]) => [name, values.fill(value)]);
  const search = pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
  const filled = mapStrings(body, (text) => values.fill(text));
  const kept = Object.entries(headers).filter(([name]) => sentAgain.includes(name));
  const [, key = '1'] = /^Bearer <key:(\d+)>$/.exec(headers['authorization'] ?? '') ?? [];
  return {
    key: Number(key),
    path: `${values.fill(path)}${search}`,
    parts: {
      headers: { ...Object.fromEntries(kept), ...authorizationOf(headers['authorization']) },
      ...(filled === null ? {} : typeof filled === 'string' ? { rawBody: filled } : { body: filled }),
    },
  };
}

/** A key is the account's own; without one, none is sent; what was no key becomes something else that is none. */
function authorizationOf(recorded: string | undefined): Record<string, string | null> {
  if (recorded === undefined) return { authorization: null };
  return recorded.includes('<key:') ? {} : { authorization: 'Bearer none' };
}
