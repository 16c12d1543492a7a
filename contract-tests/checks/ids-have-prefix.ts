import type { Check } from './check.ts';
import { type FindMisfits, placeIn } from './find-misfits.ts';

/** Makes the check that each ID in a body begins with the prefix of what it names, and has the form of an ID behind it. */
export function createIdPrefixCheck(findMisfits: FindMisfits): Check {
  return function idsHavePrefix(exchange) {
    const { ids } = findMisfits(exchange) ?? { ids: [] };
    if (ids.length === 0) return null;
    return ids
      .map(({ instancePath, data, schema }) => `${placeIn(instancePath)} is ${JSON.stringify(data)}, not ${schema}`)
      .join(', ');
  };
}
