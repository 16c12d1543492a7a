import type { Check } from './check.ts';
import { type FindSchemaErrors, placeIn } from './schema-errors.ts';

/** Creates the check that bodies have only documented fields. */
export function createUndocumentedFieldCheck(findSchemaErrors: FindSchemaErrors): Check {
  return function noUndocumentedField(exchange) {
    const { schema, undocumented } = findSchemaErrors(exchange) ?? { schema: '', undocumented: [] };
    if (undocumented.length === 0) return null;
    const places = undocumented.map(({ instancePath, params }) =>
      placeIn(instancePath, String(params['additionalProperty'])),
    );
    return `${schema} does not have ${[...new Set(places)].join(', ')}`;
  };
}
