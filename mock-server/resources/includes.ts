import type { Answer } from '../http/handler.ts';
import type { Collection } from '../state/collection.ts';
import type { EntityText } from '../state/lists/text-table.ts';
import type { Store } from '../state/store.ts';
import type { Entities, Kind } from './kinds.ts';

/**
 * Returns an included entity as JSON text; undefined if there is none.
 *
 * @throws PaddleApiError for an include of Paddle's that is not emulated
 */
export type Include<Entity> = (entity: Entity, store: Store) => EntityText | undefined;

/** Includes of a kind, by the values of `include`. */
export type Includes<Entity, Value extends string> = Readonly<Record<Value, Include<Entity>>>;

/**
 * Includes the entity whose ID a field holds.
 *
 * @evidence observed 2023-08-30: a transaction without an address has no `address` then.
 */
export function related<Field extends string>(kind: Kind, field: Field): Include<Record<Field, string | null>> {
  return (entity, store) => {
    const id = entity[field];
    return id === null ? undefined : store[kind].findText(id);
  };
}

/** Adds the requested includes to each entity of a response. Without any, the response stays the stored text. */
export function include<Name extends Kind, Value extends string>(
  answer: { entity: EntityText } | Extract<Answer, { page: unknown }>,
  values: readonly Value[] | undefined,
  includes: Includes<Entities[Name], Value>,
  collection: Collection<Name>,
  store: Store,
): Answer {
  if (values === undefined) return answer;
  const asked = [...new Set(values)];
  const complete = (text: EntityText): EntityText => {
    const entity = collection.parse(text);
    const parts = asked.flatMap((value) => {
      const part = includes[value](entity, store);
      return part === undefined ? [] : `,"${value}":${part}`;
    });
    return `${text.slice(0, -1)}${parts.join('')}}`;
  };
  if ('entity' in answer) return { entity: complete(answer.entity) };
  return { ...answer, page: { ...answer.page, texts: answer.page.texts.map(complete) } };
}
