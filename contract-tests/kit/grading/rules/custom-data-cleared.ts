import { isObject } from '#openapi/document/json.ts';
import { entitiesIn } from '../answers.ts';
import { type Breach, numbersOf, type Rule } from '../rule.ts';
import type { GradedExchange } from '../traffic.ts';

/** A PATCH of `custom_data` sends the complete value, since it is replaced as a whole. */
export const customDataCleared: Rule = {
  name: 'custom-data-cleared',
  severity: 'serious',
  advice: 'Read the entity first, and send its complete custom_data with your change in it.',
  find({ exchanges }) {
    const keysById = new Map<unknown, readonly string[]>();
    return exchanges.flatMap((exchange) => {
      const breaches = breachesOf(exchange, keysById);
      for (const { id, custom_data } of entitiesIn(exchange)) keysById.set(id, keysOf(custom_data));
      return breaches;
    });
  },
};

/** @param keysById keys in the latest version of each entity. */
function breachesOf(exchange: GradedExchange, keysById: ReadonlyMap<unknown, readonly string[]>): Breach[] {
  const [entity] = entitiesIn(exchange);
  const { method, body } = exchange.request;
  if (method !== 'PATCH' || !entity || !isObject(body) || body['custom_data'] === undefined) return [];
  const left = keysOf(entity['custom_data']);
  const lost = (keysById.get(entity['id']) ?? []).filter((key) => !left.includes(key));
  if (lost.length === 0) return [];
  return [
    { sentence: `${entity['id']} lost ${lost.join(', ')} from its custom_data.`, evidence: numbersOf([exchange]) },
  ];
}

function keysOf(customData: unknown): string[] {
  return isObject(customData) ? Object.keys(customData) : [];
}
