import type { Entities, SeedKind } from '../resources/kinds.ts';
import type { ChangeOf } from '../state/change.ts';
import type { EntityBuilder } from './entity-builder.ts';

/** Kinds that can be triggered: those that can be seeded, API keys with their rotations and exposures, and payouts. */
export type TriggerKind = SeedKind | 'issued_keys' | 'key_rotations' | 'key_exposures' | 'payouts';

/** The entity that a trigger is about: with overrides, and without. */
export type Subject<Name extends TriggerKind> = {
  entity: Entities[Name];
  before: Entities[Name];
  overrides: Partial<Entities[Name]>;
};

/** One event type that can be triggered for a kind. */
export type Trigger<Name extends TriggerKind> = {
  /** Builds an entity, if the request names none. */
  build: (builder: EntityBuilder) => Entities[Name];
  /** Makes the move. @throws PaddleApiError if the API would refuse it */
  perform: (subject: Subject<Name>, builder: EntityBuilder) => ChangeOf<Name>;
};

/** All triggers of a kind. */
export type Triggers<Name extends TriggerKind> = {
  /** Fields that the event type determines, so that overrides cannot set them. */
  stateFields: readonly string[];
  /** Triggers by the second half of the event type. */
  byName: Readonly<Record<string, Trigger<Name>>>;
};
