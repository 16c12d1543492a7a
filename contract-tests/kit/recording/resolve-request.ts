import type { RequestParts } from '../../targets/account.ts';
import type { CapturedExchange } from './captured-exchange.ts';
import { mapStrings } from './map-strings.ts';
import type { PlaceholderValues } from './placeholder-values.ts';
import { placeholders } from './placeholders.ts';

/** A request with its placeholders filled in, or the reason it cannot be sent. */
export type Resolved =
  | {
      /** Number of the key in the recording, from 1. */
      readonly key: number;
      readonly path: string;
      readonly parts: RequestParts;
    }
  | { readonly missing: string };

/** Headers that affect the response. */
const replayedHeaders = ['accept', 'content-type', 'paddle-version'];

/**
 * Fills in the placeholders of a recorded request. Email addresses are new. An ID that no response contained is made up
 * if the request was refused; otherwise the request cannot be sent.
 *
 * @param freshEmail creates an unused email address.
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
  const kept = Object.entries(headers).filter(([name]) => replayedHeaders.includes(name));
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

/** Uses the account's key for a recorded one, none where none was sent, and an invalid one for a malformed key. */
function authorizationOf(recorded: string | undefined): Record<string, string | null> {
  if (recorded === undefined) return { authorization: null };
  return recorded.includes('<key:') ? {} : { authorization: 'Bearer none' };
}
