import type { Json, JsonObject } from './document-changes.ts';
import { isObject, nodeAt } from './document-refs.ts';

/** Adds to a document the webhooks of those of its event types that it does not describe. */
export function withAllWebhooks(document: JsonObject): JsonObject {
  const types = nodeAt(document, ['components', 'schemas', 'event-type-name', 'enum']);
  const webhooks = isObject(document.webhooks) ? document.webhooks : {};
  return { ...document, webhooks: { ...webhooks, ...webhooksOfEvents(types, webhooks) } };
}

/**
 * Makes the webhooks of those event types that have none, as copies of the `updated` one of their entity. Entities that
 * have no such webhook are left out.
 */
export function webhooksOfEvents(types: Json | undefined, webhooks: JsonObject): JsonObject {
  const missing = Array.isArray(types) ? types.map(String).filter((type) => !(type in webhooks)) : [];
  return Object.fromEntries(
    missing.flatMap((type) => {
      const updated = `${type.split('.')[0]}.updated`;
      const pattern = webhooks[updated];
      return pattern === undefined ? [] : [[type, renamed(pattern, updated, type)]];
    }),
  );
}

function renamed(webhook: Json, from: string, to: string): Json {
  const text = JSON.stringify(webhook).replaceAll(from, to);
  return JSON.parse(text.replaceAll(operationIdOf(from), operationIdOf(to)));
}

function operationIdOf(type: string): string {
  return type.replaceAll(/[._]([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
