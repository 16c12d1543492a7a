import type { Check } from './check.ts';
import { type FindMisfits, placeIn } from './find-misfits.ts';

/** Creates the check that bodies have only documented fields. */
export function createUndocumentedFieldCheck(findMisfits: FindMisfits): Check {
  return function noUndocumentedField(exchange) {
    const { schema, undocumented } = findMisfits(exchange) ?? { schema: '', undocumented: [] };
    if (undocumented.length === 0) return null;
    const places = undocumented.map(({ instancePath, params }) =>
      placeIn(instancePath, String(params['additionalProperty'])),
    );
    return `${schema} does not have ${[...new Set(places)].join(', ')}`;
  };
}
