import type { Check } from './check.ts';
import { type FindSchemaErrors, placeIn } from './schema-errors.ts';

/** Creates the check that each ID in a body has the prefix of its kind and a well-formed rest. */
export function createIdPrefixCheck(findSchemaErrors: FindSchemaErrors): Check {
  return function idsHavePrefix(exchange) {
    const { ids } = findSchemaErrors(exchange) ?? { ids: [] };
    if (ids.length === 0) return null;
    return ids
      .map(({ instancePath, data, schema }) => `${placeIn(instancePath)} is ${JSON.stringify(data)}, not ${schema}`)
      .join(', ');
  };
}
