import { isDeepStrictEqual } from 'node:util';
import type { Check } from './check.ts';
import { type EntityMemory, entityIn } from './entity-memory.ts';

/** Creates the check that a read returns the entity as its last write did. */
export function createReadBackCheck(memory: EntityMemory): Check {
  return function writtenReadsBack(exchange) {
    // Includes add to the entity.
    const known = exchange.request.url.searchParams.has('include') ? null : memory.knownOf(exchange);
    if (
      !known ||
      known.isRefusedSince ||
      isMovedByTime(known.data, entityIn(exchange.response.json)) ||
      isDeepStrictEqual(withoutSecret(entityIn(exchange.response.json)), withoutSecret(known.data))
    )
      return null;
    return `the write before returned ${JSON.stringify(known.data)}`;
  };
}

/** Ignores the secrets of a destination, which can be replaced in the dashboard, and of a rotation, which are shown once. */
function withoutSecret(entity: object | null): object | null {
  return entity && { ...entity, endpoint_secret_key: null, new_key: null };
}

/** Returns true if the status has changed later, as that of an unpaid invoice does, or was pending: a run ends by itself. */
function isMovedByTime(known: object, entity: object | null): boolean {
  const [before, after] = [stateOf(known), stateOf(entity ?? known)];
  return before.status !== after.status && (before.updated < after.updated || before.status === 'pending');
}

function stateOf(entity: object) {
  const { status, updated_at } = { status: null, updated_at: null, ...entity };
  return { status, updated: Date.parse(String(updated_at)) };
}
