import type { Check } from './check.ts';
import { type EntityMemory, entityIn } from './entity-memory.ts';

/** Creates the check that an entity created later than another of its kind has a greater ID. */
export function createIdOrderCheck(memory: EntityMemory): Check {
  return function idsSortByCreation(exchange) {
    const { operation, request, response } = exchange;
    // A charge of a subscription answers with the subscription, which is older.
    if (operation?.id === 'createSubscriptionCharge') return null;
    if (request.method !== 'POST' || response.status !== 201) return null;
    const before = memory.newestBefore(exchange);
    const created = entityIn(response.json);
    if (!created || before === null || created.id > before) return null;
    return `${created.id} was created after ${before}, and sorts before it`;
  };
}
