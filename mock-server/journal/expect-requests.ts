import { UsageError } from '../usage-error.ts';
import { differences } from './differences.ts';
import type { ShownRequest } from './shown-request.ts';

/**
 * A request that is expected. What is left out may be anything. Values may be matchers of a test framework, such as
 * `expect.any(String)`.
 */
export type ExpectedRequest = {
  /** Operation of the document, such as `createCustomer`. */
  operationId?: string;
  method?: string;
  /** Path and query, to the letter. */
  url?: string;
  /** Values of the path's parameters. */
  params?: Readonly<Record<string, unknown>>;
  /** Headers, by their names in lower case. Secrets are hidden from it. */
  headers?: Readonly<Record<string, unknown>>;
  /** Fields of the body; it may have more. */
  body?: unknown;
  /** What the request was answered with. */
  status?: number;
  /** How often it came. Default: at least once. */
  times?: number;
};

/** How many requests that nearly fit a failure tells of. */
const nearMissesAtMost = 3;

/** Requests did not come as expected. The message names those that nearly fit, and what is different. */
export class RequestsDiffer extends Error {
  override name = 'RequestsDiffer';
}

/**
 * Checks that a request came, and returns those that fit, oldest first.
 *
 * @throws RequestsDiffer where it did not, or not as often
 * @throws UsageError where nothing is expected of it
 */
export function expectRequests(requests: readonly ShownRequest[], expected: ExpectedRequest): ShownRequest[] {
  const { times, ...parts } = expected;
  if (Object.keys(parts).length === 0) {
    throw new UsageError('Could not look for a request: nothing tells which. Name an operationId, or another part.');
  }
  const found = requests.filter((request) => differencesOf(parts, request).length === 0);
  const fits = times === undefined ? found.length > 0 : found.length === times;
  if (fits) return found;
  const wanted = times === undefined ? 'at least once' : `${times} times`;
  const lines = [
    `${nameOf(expected)} was expected ${wanted}, and came ${found.length} times among ${requests.length} requests.`,
    ...found.map((request) => `  fits: ${lineOf(request)}`),
    ...(times === undefined || found.length < times ? nearMisses(requests, parts) : []),
  ];
  throw new RequestsDiffer(lines.join('\n'));
}

/**
 * Checks that requests came one after the other, with any others between them.
 *
 * @throws RequestsDiffer that names the first one that did not come in its place
 */
export function expectOrder(requests: readonly ShownRequest[], expected: readonly ExpectedRequest[]): void {
  let rest = requests;
  for (const [index, { times: _, ...parts }] of expected.entries()) {
    const place = rest.findIndex((request) => differencesOf(parts, request).length === 0);
    if (place === -1) {
      const lines = [
        `${nameOf(parts)} was expected in place ${index + 1}, and did not come ${index === 0 ? 'at all' : 'any more'}.`,
        ...requests.map((request) => `  came: ${lineOf(request)}`),
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

/** The requests that differ the least, with what is different about each. */
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

/** Another operation is further away than any number of fields. */
function weightOf(different: readonly string[]): number {
  return different.length + (different.some((line) => line.startsWith('operation_id ')) ? 1000 : 0);
}

function nameOf({ operationId, method, url }: ExpectedRequest): string {
  return operationId ?? ([method, url].filter((part) => part !== undefined).join(' ') || 'The request');
}

function lineOf({ number, operation_id, method, url, status }: ShownRequest): string {
  return `#${number} ${method} ${url} (${operation_id ?? 'no operation'}) answered ${status}`;
}
