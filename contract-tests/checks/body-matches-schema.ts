import type { Check } from './check.ts';
import { describeMisfits, type FindMisfits } from './find-misfits.ts';

/** Creates the check that each body matches its schema, except for faults that other checks report. */
export function createSchemaCheck(findMisfits: FindMisfits): Check {
  return function bodyMatchesSchema(exchange) {
    const { schema, others } = findMisfits(exchange) ?? { schema: '', others: [] };
    if (others.length === 0) return null;
    return `the body does not fit ${schema}: ${describeMisfits(others)}`;
  };
}
