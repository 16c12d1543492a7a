import { isObject } from '#openapi/document/json.ts';
import type { CapturedExchange } from './captured-exchange.ts';

/** Prefixes of entities that changes create: events, notifications and their logs. */
const derived = /^(evt|ntf|ntflog)$/;

/**
 * Returns a warning if the account had entities before the recording began, or `null`. Such a recording does not match
 * when it is replayed to an empty account.
 */
export function describeEarlier(exchanges: readonly CapturedExchange[]): string | null {
  const known = new Set<string>();
  for (const { number, request, response } of exchanges) {
    const isNew = request.method === 'POST';
    for (const id of idsIn(response)) {
      if (!isNew && !known.has(id))
        return `The account was not empty when the recording began: #${number} shows ${id}, which was there before. A replay to an empty account differs there.`;
      known.add(id);
    }
  }
  return null;
}

function idsIn(response: CapturedExchange['response']): string[] {
  if (response === null || response.status >= 400 || !isObject(response.body)) return [];
  return [response.body['data']]
    .flat()
    .filter(isObject)
    .map(({ id }) => String(id))
    .filter((id) => !derived.test(/^<([a-z]+):\d+>$/.exec(id)?.[1] ?? 'evt'));
}
