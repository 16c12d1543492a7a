import type { Operation } from '#openapi/document/operations.ts';
import { forbidden } from '../errors.ts';
import type { Query } from './query.ts';

/**
 * Refuses values of a parameter that need a permission of their own, such as entities to include.
 *
 * @throws PaddleApiError forbidden
 */
export function checkValuePermissions(operation: Operation, query: Query, permissions: ReadonlySet<string>): void {
  for (const { name, schema } of operation.parameters) {
    const needed = schema.items?.['x-enum-permissions'];
    if (!needed) continue;
    for (const value of [query[name] ?? []].flat()) {
      const permission = needed[String(value)];
      if (permission !== undefined && !permissions.has(permission)) throw forbidden(permission);
    }
  }
}
