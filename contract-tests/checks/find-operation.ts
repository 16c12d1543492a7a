import type { Contract, Operation } from '../contract/document.ts';

/** Finds the operation of a request, or `null` if the contract has no such path and method. */
export type FindOperation = (method: string, pathname: string) => Operation | null;

/** @param baseUrl URL of the API, which precedes all paths. */
export function createOperationFinder(baseUrl: string, contract: Contract): FindOperation {
  const base = new URL(baseUrl).pathname.replace(/\/$/, '');
  const routes = Map.groupBy(contract.operations, ({ method, path }) => groupOf(method, path));
  return (method, pathname) => {
    if (!pathname.startsWith(base)) return null;
    const path = pathname.slice(base.length);
    return routes.get(groupOf(method, path))?.find((operation) => patternOf(operation).test(path)) ?? null;
  };
}

/** Operations with the same method and first segment, few enough to try one after the other. */
function groupOf(method: string, path: string): string {
  return `${method} ${path.split('/', 2)[1]}`;
}

const patterns = new WeakMap<Operation, RegExp>();

function patternOf(operation: Operation): RegExp {
  const known = patterns.get(operation) ?? new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`);
  patterns.set(operation, known);
  return known;
}
