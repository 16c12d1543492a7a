import { eventTypes } from '#openapi/generated/event-types.ts';
import type { Entities, EventNounOf, Kind } from '../resources/kinds.ts';
import type { Entry } from './entries/entries.ts';

/** Name of an event type that Paddle publishes. */
export type EventType = (typeof eventTypes)[number]['name'];

/** Name of an event type that announces entities of a kind. */
export type EventTypeOf<Name extends Kind> = Extract<EventType, `${EventNounOf<Name>}.${string}`>;

const published: ReadonlySet<string> = new Set(eventTypes.map(({ name }) => name));

/** Returns the name of an event type. @throws Error if Paddle publishes no such type: a bug, never bad input */
export function requireEventType(name: EventType): EventType {
  if (!published.has(name)) throw new Error(`A change has the event ${name}, and there is no such event type.`);
  return name;
}

/** An entity to store, new or changed. */
export type Put<Name extends Kind = Kind> = { [Each in Name]: { kind: Each; entity: Entities[Each] } }[Name];

/** An event, with the entity as it is at that point of the change. */
export type Announcement<Name extends Kind = Kind> = {
  [Each in Name]: {
    type: EventTypeOf<Each>;
    kind: Each;
    entity: Entities[Each];
    /** Fields of this event that the entity does not have. */
    extra?: object;
  };
}[Name];

/**
 * A transition's result: entities to store and to remove, other rows, and events in order of publication.
 * `Store.apply` stores all of it, with the notifications, or nothing.
 */
export type Change = {
  readonly puts?: readonly Put[];
  readonly deletes?: readonly { readonly kind: Kind; readonly id: string }[];
  readonly entries?: readonly Entry[];
  readonly events?: readonly Announcement[];
};

/** A change with a main entity, which the operation returns. It is the first put. */
export type ChangeOf<Name extends Kind> = Change & {
  readonly puts: readonly [Put<Name>, ...Put[]];
  readonly events: readonly Announcement[];
};

/** Makes a change of one entity, announced by events of these types, in this order. */
export function changed<Name extends Kind>(
  kind: Name,
  entity: Entities[Name],
  types: readonly EventTypeOf<Name>[],
): ChangeOf<Name> {
  const put = { kind, entity };
  // TypeScript cannot generalize from each kind to all kinds.
  return { puts: [put], events: types.map((type) => ({ ...put, type })) } as ChangeOf<Kind> as ChangeOf<Name>;
}

/** Joins several changes into one. Its main entity is the first change's. */
export function inOrder(...changes: readonly Change[]): Required<Change> {
  return {
    puts: changes.flatMap(({ puts = [] }) => puts),
    deletes: changes.flatMap(({ deletes = [] }) => deletes),
    entries: changes.flatMap(({ entries = [] }) => entries),
    events: changes.flatMap(({ events = [] }) => events),
  };
}
