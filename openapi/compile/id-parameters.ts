import type { JsonObject } from '../document/json.ts';

/**
 * Creates the parameters of each ID in `schemas/values/ids.yaml`: `customer-id` for paths, `after-customer` for pages, and the
 * filters `ids-customer` and `of-customer`.
 */
export function idParameters(ids: JsonObject): JsonObject {
  const nouns = Object.keys(ids).flatMap((name) => (name.endsWith('-id') ? [name.slice(0, -'-id'.length)] : []));
  return Object.fromEntries(nouns.flatMap((noun) => Object.entries(parametersOf(noun))));
}

function parametersOf(noun: string): JsonObject {
  const words = noun.replaceAll('-', ' ');
  const name = `${noun.replaceAll('-', '_')}_id`;
  const schema = { $ref: `../schemas/values/ids.yaml#/${noun}-id` };
  const several = { style: 'form', explode: false, schema: { type: 'array', items: schema } };
  const plural = `${words}${words.endsWith('s') ? 'es' : 's'}`;
  return {
    [`${noun}-id`]: { name, in: 'path', required: true, description: `Paddle ID of the ${words}.`, schema },
    [`after-${noun}`]: {
      name: 'after',
      in: 'query',
      description: 'Paddle ID of the last entity on the previous page; the page starts after it.',
      schema,
    },
    [`ids-${noun}`]: { name: 'id', in: 'query', description: `Only these ${plural}.`, ...several },
    [`of-${noun}`]: { name, in: 'query', description: `Only entities of these ${plural}.`, ...several },
  };
}
