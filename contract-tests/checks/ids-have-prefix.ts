import type { Check } from './check.ts';
import { type FindMisfits, placeIn } from './find-misfits.ts';

/** Creates the check that each ID in a body has the prefix of its kind and a well-formed rest. */
export function createIdPrefixCheck(findMisfits: FindMisfits): Check {
  return function idsHavePrefix(exchange) {
    const { ids } = findMisfits(exchange) ?? { ids: [] };
    if (ids.length === 0) return null;
    return ids
      .map(({ instancePath, data, schema }) => `${placeIn(instancePath)} is ${JSON.stringify(data)}, not ${schema}`)
      .join(', ');
  };
}
