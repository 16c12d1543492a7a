import type { Check } from './check.ts';
import { describeErrors, type FindSchemaErrors } from './schema-errors.ts';

/** Creates the check that each body matches its schema, except for faults that other checks report. */
export function createSchemaCheck(findSchemaErrors: FindSchemaErrors): Check {
  return function bodyMatchesSchema(exchange) {
    const { schema, others } = findSchemaErrors(exchange) ?? { schema: '', others: [] };
    if (others.length === 0) return null;
    return `the body does not fit ${schema}: ${describeErrors(others)}`;
  };
}
