import { isDeepStrictEqual } from 'node:util';
import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';

/** A field of an entity that the application and the API have differently. */
export type Difference = {
  readonly id: string;
  readonly field: string;
  /** Value that the application has; `undefined` if it lacks the entity. */
  readonly read: Json | undefined;
  readonly api: Json;
};

/** Names of the fields that identify an entity, the most specific first. */
const idFields = [
  'id',
  'subscription_id',
  'transaction_id',
  'adjustment_id',
  'address_id',
  'business_id',
  'customer_id',
];

/** Finds the entities in JSON of any shape: objects whose `id`, or else `subscription_id` and so on, is known. */
export function entitiesIn(json: unknown, known: ReadonlySet<string>): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    if (!isObject(value)) return;
    const field = idFields.find((name) => name in value);
    const id = field === undefined ? undefined : value[field];
    if (typeof id === 'string' && known.has(id)) found.set(id, { ...found.get(id), ...value });
    for (const each of Object.values(value)) visit(each);
  };
  visit(json);
  return found;
}

/**
 * Compares what an application has with the API, in the fields that both have.
 *
 * @param wanted IDs of the entities that the application is to have
 */
export function differencesOf(
  read: ReadonlyMap<string, JsonObject>,
  entities: readonly JsonObject[],
  wanted: ReadonlySet<string>,
): Difference[] {
  return entities.flatMap((entity): Difference[] => {
    const id = String(entity['id']);
    const own = read.get(id);
    if (!own) return wanted.has(id) ? [{ id, field: 'id', read: undefined, api: id }] : [];
    return Object.entries(entity)
      .filter(([field, api]) => field !== 'id' && field in own && !isSame(own[field], api))
      .map(([field, api]) => ({ id, field, read: own[field], api: api ?? null }));
  });
}

/** Times are equal however they are written. */
function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (isDeepStrictEqual(one, other)) return true;
  const isTime = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
  return isTime(one) && isTime(other) && Date.parse(one) === Date.parse(other);
}
