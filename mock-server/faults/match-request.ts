import type { Request } from 'express';
import type { Operation } from '#openapi/document/operations.ts';
import { pathOf } from '../wire/target.ts';
import type { Fault } from './fault.ts';
import { pathMatcher } from './path-pattern.ts';

export type RequestMatcher = (request: Request, operation: Operation) => boolean;

/** Makes a function that matches requests against a fault's conditions and the methods of its effect. */
export function matcherOf({ operation_id, method, path, entity_id, header, stale, duplicate }: Fault): RequestMatcher {
  const fitsPath = path === undefined ? undefined : pathMatcher(path);
  const onlyMethod = method ?? (stale ? 'GET' : duplicate ? 'POST' : undefined);
  return (request, operation) =>
    (operation_id === undefined || operation.operationId === operation_id) &&
    (onlyMethod === undefined || operation.method.toUpperCase() === onlyMethod) &&
    (fitsPath === undefined || fitsPath(pathOf(request.originalUrl))) &&
    (entity_id === undefined || Object.values(request.params).includes(entity_id)) &&
    (header === undefined || hasHeader(request, header));
}

function hasHeader({ headers }: Request, { name, value }: NonNullable<Fault['header']>): boolean {
  const sent = headers[name.toLowerCase()];
  return value === undefined ? sent !== undefined : sent === value;
}
