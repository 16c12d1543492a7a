import { isDeepStrictEqual } from 'node:util';
import type { Check } from './check.ts';
import { type EntityMemory, entityIn } from './entity-memory.ts';

/** Makes the check that an entity reads as the last write of it was answered. */
export function createReadBackCheck(memory: EntityMemory): Check {
  return function writtenReadsBack(exchange) {
    const known = memory.knownOf(exchange);
    if (
      !known ||
      known.isRefusedSince ||
      isDeepStrictEqual(withoutSecret(entityIn(exchange.body)), withoutSecret(known.data))
    )
      return null;
    return `the write before returned ${JSON.stringify(known.data)}`;
  };
}

/** A destination's secret can be replaced beside the API, in the dashboard. */
function withoutSecret(entity: object | null): object | null {
  return entity && { ...entity, endpoint_secret_key: null };
}
