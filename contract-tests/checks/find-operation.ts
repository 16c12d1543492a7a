import type { Contract, Operation } from '../contract/document.ts';

/** Finds what a request calls, or `null` where the contract has no such path and method. */
export type FindOperation = (method: string, pathname: string) => Operation | null;

/** @param baseUrl where the API is; paths are looked for below it. */
export function createOperationFinder(baseUrl: string, contract: Contract): FindOperation {
  const routes = contract.operations.map((operation) => ({ operation, pattern: patternOf(baseUrl, operation) }));
  return (method, pathname) =>
    routes.find(({ operation, pattern }) => operation.method === method && pattern.test(pathname))?.operation ?? null;
}

function patternOf(baseUrl: string, operation: Operation): RegExp {
  const base = new URL(baseUrl).pathname.replace(/\/$/, '');
  return new RegExp(`^${base}${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`);
}
