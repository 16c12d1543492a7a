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
 * Finds the route of a request in one look-up, and decodes its path parameters. HEAD uses the route of GET. Paths are
 * compared as sent, without decoding.
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

/** Lists the methods of a path; none for an unknown path. */
export function methodsOf(path: string): string[] {
  return methods.filter((method) => router.find(method, path));
}

/** Turns `{customer_id}` of the document into the router's `:customer_id`. */
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
