import type { Account } from '../account/account.ts';
import type { Entities, SeedKind } from '../resources/kinds.ts';
import type { ChangeOf } from '../state/store.ts';
import type { Newcomers } from './newcomers.ts';

/** The kinds of entity that events are about: those that can be seeded too. */
export type TriggerKind = SeedKind;

/** One thing that can happen to entities of a kind: what an event type tells of. */
export type Happening<Name extends TriggerKind> = {
  /** The entity that it happens to where none is named. */
  build: (newcomers: Newcomers) => Entities[Name];
  /**
   * Why it cannot happen, as it goes on behind the entity's ID; nothing if it can.
   *
   * @param entity with the overrides
   * @param before without them
   */
  whyNot: (entity: Entities[Name], before: Entities[Name], newcomers: Newcomers) => string | undefined;
  happen: (entity: Entities[Name], newcomers: Newcomers, before: Entities[Name]) => ChangeOf<Name>;
};

/** All that can happen to entities of a kind. */
export type Happenings<Name extends TriggerKind> = {
  /** Fields that follow from what happens, so that nobody can set them. */
  stateFields: readonly string[];
  /**
   * Makes an entity with overrides as the account would have it.
   *
   * @throws PaddleApiError for what the API would refuse too
   */
  accept: (entity: Entities[Name], account: Account) => Entities[Name];
  /** By the second half of the event type. */
  byName: Readonly<Record<string, Happening<Name>>>;
};

/** Refuses a status that is not among those where it can happen. */
export function whyNotFrom(statuses: readonly string[], status: string): string | undefined {
  return statuses.includes(status) ? undefined : `is ${status}; this event needs ${statuses.join(' or ')}`;
}

/** What is known of an entity that Paddle imported. */
export const importMeta = { external_id: null, imported_from: 'paddle_classic' } as const;
