import type { Check } from './check.ts';
import { describeMisfits, type FindMisfits } from './find-misfits.ts';

/** Makes the check that each body fits the schema of its operation and status, but for what checks of their own name. */
export function createSchemaCheck(findMisfits: FindMisfits): Check {
  return function bodyMatchesSchema(exchange) {
    const { schema, others } = findMisfits(exchange) ?? { schema: '', others: [] };
    if (others.length === 0) return null;
    return `the body does not fit ${schema}: ${describeMisfits(others)}`;
  };
}
