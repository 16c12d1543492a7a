import type { Check } from './check.ts';
import { type EntityMemory, entityIn } from './entity-memory.ts';

/** Makes the check that what is created after another entity of its kind has the greater ID. */
export function createIdOrderCheck(memory: EntityMemory): Check {
  return function idsSortByCreation(exchange) {
    if (exchange.method !== 'POST' || exchange.status !== 201) return null;
    const before = memory.newestBefore(exchange);
    const created = entityIn(exchange.body);
    if (!created || before === null || created.id > before) return null;
    return `${created.id} was created after ${before}, and sorts before it`;
  };
}
