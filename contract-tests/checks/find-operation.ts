import type { Contract, Operation } from '../contract/document.ts';

/** Finds the operation of a request, or `null` if the contract has no such path and method. */
export type FindOperation = (method: string, pathname: string) => Operation | null;

/** @param baseUrl URL of the API, which precedes all paths. */
export function createOperationFinder(baseUrl: string, contract: Contract): FindOperation {
  const routes = contract.operations.map((operation) => ({ operation, pattern: patternOf(baseUrl, operation) }));
  return (method, pathname) =>
    routes.find(({ operation, pattern }) => operation.method === method && pattern.test(pathname))?.operation ?? null;
}

function patternOf(baseUrl: string, operation: Operation): RegExp {
  const base = new URL(baseUrl).pathname.replace(/\/$/, '');
  return new RegExp(`^${base}${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`);
}
