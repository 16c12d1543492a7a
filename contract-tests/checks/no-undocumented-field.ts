import type { Check } from './check.ts';
import { type FindMisfits, placeIn } from './find-misfits.ts';

/** Makes the check that no body has a field that its schema lacks. */
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
