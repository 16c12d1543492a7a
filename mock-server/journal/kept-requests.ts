import type { operations } from '#openapi/generated/control.ts';
import type { Steps } from '../time/in-portions.ts';
import type { Journal } from './journal.ts';
import { type ShownRequest, showRequest } from './shown-request.ts';

/** A filter of exchanges; omitted parts match all. */
export type RequestFilter = NonNullable<operations['listRequests']['parameters']['query']>;

/** Finds the matching exchanges of a journal, oldest first, and yields after each one. */
export function* findRequests(journal: Journal, filter: RequestFilter): Steps<ShownRequest[]> {
  const found: ShownRequest[] = [];
  for (const entry of journal.entries()) {
    if (entry.number <= (filter.after ?? 0)) continue;
    const request = showRequest(entry);
    if (matches(filter, request)) found.push(request);
    yield;
  }
  return filter.limit === undefined ? found : found.slice(-filter.limit);
}

function matches(filter: RequestFilter, request: ShownRequest): boolean {
  const { operation_id, method, path, status, request_id, contains, unexpected } = filter;
  return (
    (operation_id === undefined || request.operation_id === operation_id) &&
    (method === undefined || request.method === method.toUpperCase()) &&
    (path === undefined || request.url.startsWith(path)) &&
    (status === undefined || status.some((wanted) => isStatus(wanted, request.status))) &&
    (request_id === undefined || request.request_id === request_id) &&
    (contains === undefined || textOf(request).includes(contains)) &&
    (unexpected === undefined || (request.unexpected !== null) === (unexpected === 'true'))
  );
}

function isStatus(wanted: string, status: number): boolean {
  return wanted.endsWith('XX') ? Math.floor(status / 100) === Number(wanted[0]) : status === Number(wanted);
}

function textOf({ url, body, response_body }: ShownRequest): string {
  return [url, JSON.stringify(body), JSON.stringify(response_body)].join('\n');
}
