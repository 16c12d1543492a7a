import { isDeepStrictEqual } from 'node:util';
import type { Check } from './check.ts';
import { type EntityMemory, entityIn } from './entity-memory.ts';

/** Creates the check that a refused write does not change the entity. */
export function createRefusalCheck(memory: EntityMemory): Check {
  return function refusedChangesNothing(exchange) {
    const known = memory.knownOf(exchange);
    if (!known?.isRefusedSince || isDeepStrictEqual(entityIn(exchange.response.json), known.data)) return null;
    return `before a write that was refused, it was ${JSON.stringify(known.data)}`;
  };
}
