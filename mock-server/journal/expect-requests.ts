import { UsageError } from '#openapi/text/usage-error.ts';
import { counted } from '../text/counted.ts';
import { differences } from './differences.ts';
import type { ShownRequest } from './shown-request.ts';

/**
 * An expected request. Properties that are left out match anything. Values can be matchers of a test framework, such
 * as `expect.any(String)`.
 */
export type ExpectedRequest = {
  /** Operation, such as `createCustomer`. */
  operationId?: string;
  method?: string;
  /** Exact path and query. */
  url?: string;
  /** Values of the path's parameters. */
  params?: Readonly<Record<string, unknown>>;
  /** Headers by lower-case name. Secrets are redacted. */
  headers?: Readonly<Record<string, unknown>>;
  /** Fields of the body, which can have more. */
  body?: unknown;
  /** Status of the response. */
  status?: number;
  /** Exact number of matching requests. Default: at least one. */
  times?: number;
};

/** Most near misses that an error shows. */
const nearMissesAtMost = 3;

/** Requests did not match the expectation. The message shows the closest ones and their differences. */
export class RequestsDiffer extends Error {
  override name = 'RequestsDiffer';
}

/**
 * Checks that a request was received, and returns the matching ones, oldest first.
 *
 * @throws RequestsDiffer if it was not, or not as often as expected
 * @throws UsageError for an empty expectation
 */
export function expectRequests(requests: readonly ShownRequest[], expected: ExpectedRequest): ShownRequest[] {
  const { times, ...parts } = expected;
  if (Object.keys(parts).length === 0) {
    throw new UsageError(
      'Could not look for a request: the expectation is empty. Give an operationId or another property.',
    );
  }
  const found = requests.filter((request) => differencesOf(parts, request).length === 0);
  const fits = times === undefined ? found.length > 0 : found.length === times;
  if (fits) return found;
  const wanted = times === undefined ? 'at least once' : counted(times, 'time');
  const lines = [
    `${nameOf(expected)} was expected ${wanted}, but ${found.length} of ${counted(requests.length, 'request')} matched.`,
    ...found.map((request) => `  matched: ${lineOf(request)}`),
    ...(times === undefined || found.length < times ? nearMisses(requests, parts) : []),
  ];
  throw new RequestsDiffer(lines.join('\n'));
}

/**
 * Checks that requests were received in order, possibly with others in between.
 *
 * @throws RequestsDiffer that names the first missing one
 */
export function expectOrder(requests: readonly ShownRequest[], expected: readonly ExpectedRequest[]): void {
  let rest = requests;
  for (const [index, { times: _, ...parts }] of expected.entries()) {
    const place = rest.findIndex((request) => differencesOf(parts, request).length === 0);
    if (place === -1) {
      const lines = [
        `${nameOf(parts)} was expected in position ${index + 1}, but was not received${index === 0 ? '' : ' after the one before it'}.`,
        ...requests.map((request) => `  received: ${lineOf(request)}`),
      ];
      throw new RequestsDiffer(lines.join('\n'));
    }
    rest = rest.slice(place + 1);
  }
}

function differencesOf(expected: Omit<ExpectedRequest, 'times'>, request: ShownRequest): string[] {
  const { operationId, ...others } = expected;
  const parts = { ...others, ...(operationId !== undefined && { operation_id: operationId }) };
  return Object.entries(parts).flatMap(([name, value]) => differences(value, Reflect.get(request, name), name));
}

/** Lists the requests that differ the least, with their differences. */
function nearMisses(requests: readonly ShownRequest[], expected: Omit<ExpectedRequest, 'times'>): string[] {
  return requests
    .map((request) => ({ request, different: differencesOf(expected, request) }))
    .filter(({ different }) => different.length > 0)
    .toSorted((one, other) => weightOf(one.different) - weightOf(other.different))
    .slice(0, nearMissesAtMost)
    .flatMap(({ request, different }) => [
      `  nearly: ${lineOf(request)}`,
      ...different.map((difference) => `    ${difference}`),
    ]);
}

/** Weighs differences; another operation outweighs any number of fields. */
function weightOf(different: readonly string[]): number {
  return different.length + (different.some((line) => line.startsWith('operation_id ')) ? 1000 : 0);
}

function nameOf({ operationId, method, url }: ExpectedRequest): string {
  return operationId ?? ([method, url].filter((part) => part !== undefined).join(' ') || 'The request');
}

function lineOf({ number, operation_id, method, url, status }: ShownRequest): string {
  return `#${number} ${method} ${url} (${operation_id ?? 'no operation'}) answered ${status}`;
}
