import { Memoirist } from 'memoirist';
import type { Operation } from '#openapi/document/operations.ts';
import { badRequest } from '../errors/errors.ts';
import { allOperations } from '../spec/api-spec.ts';
import { notEmulated, type PublishedOperation } from '../spec/published-operations.ts';

/** An operation of the document, or one that Paddle publishes and Paddock does not emulate. */
export type Route = { operation: Operation } | { notEmulated: PublishedOperation };

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
const router = new Memoirist<Route>();
for (const operation of allOperations()) {
  router.add(operation.method.toUpperCase(), patternOf(operation.path), { operation });
}
for (const operation of notEmulated)
  router.add(operation.method, patternOf(operation.path), { notEmulated: operation });

/**
 * Finds the route of a request in one look-up, however many there are, with the decoded values of its path's parameters.
 * A HEAD request takes the route of GET. Paths are compared as they were sent, without decoding.
 *
 * @throws PaddleApiError bad_request for a parameter that is not valid percent-encoding
 */
export function findRoute(method: string, path: string): { route: Route; params: Record<string, string> } | undefined {
  const found = router.find(method === 'HEAD' ? 'GET' : method, path);
  if (!found) return undefined;
  const { store: route, params } = found;
  if (path.includes('%')) for (const [name, value] of Object.entries(params)) params[name] = decode(value);
  return { route, params };
}

/** The methods that a path has; none for an unknown path. */
export function methodsOf(path: string): string[] {
  return methods.filter((method) => router.find(method, path));
}

/** `{customer_id}` of the document is `:customer_id` in routers. */
export function patternOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw badRequest();
  }
}
