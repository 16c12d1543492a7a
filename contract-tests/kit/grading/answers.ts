import { isObject } from '#openapi/document/json.ts';
import type { GradedExchange } from './traffic.ts';

/** Returns the entities of a response: those of a list, or a single one; none for an error. */
export function entitiesIn({ response }: GradedExchange): Readonly<Record<string, unknown>>[] {
  if (!response || response.status >= 400 || !isObject(response.body)) return [];
  return [response.body['data']].flat().filter(isObject);
}

/** Returns the cursor of the next page; `null` after the last one. */
export function nextCursor({ response }: GradedExchange): string | null {
  const meta = response?.status === 200 && isObject(response.body) ? response.body['meta'] : undefined;
  const pagination = isObject(meta) ? meta['pagination'] : undefined;
  if (!isObject(pagination) || pagination['has_more'] !== true) return null;
  const next = String(pagination['next']);
  // `next` is a cursor or the URL of the next page.
  return next.includes('?') ? new URLSearchParams(next.slice(next.indexOf('?'))).get('after') : next;
}

/** Returns code and detail of an error response. */
export function refusalIn({ response }: GradedExchange): { readonly code: string; readonly detail: string } | null {
  const error = isObject(response?.body) ? response.body['error'] : undefined;
  return isObject(error) ? { code: String(error['code']), detail: String(error['detail']) } : null;
}
