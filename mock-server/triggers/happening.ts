import type { Entities, SeedKind } from '../resources/kinds.ts';
import type { ChangeOf } from '../state/change.ts';
import type { Newcomers } from './newcomers.ts';

/** The kinds of entity that events are about: those that can be seeded too. */
export type TriggerKind = SeedKind;

/** The entity that something happens to: with the fields that were set, and without. */
export type Subject<Name extends TriggerKind> = {
  entity: Entities[Name];
  before: Entities[Name];
  overrides: Partial<Entities[Name]>;
};

/** One thing that can happen to entities of a kind: what an event type announces. */
export type Happening<Name extends TriggerKind> = {
  /** The entity that it happens to where none is named. */
  build: (newcomers: Newcomers) => Entities[Name];
  /** Makes the move. @throws PaddleApiError where the API would refuse it */
  happen: (subject: Subject<Name>, newcomers: Newcomers) => ChangeOf<Name>;
};

/** All that can happen to entities of a kind. */
export type Happenings<Name extends TriggerKind> = {
  /** Fields that follow from what happens, so that nobody can set them. */
  stateFields: readonly string[];
  /** By the second half of the event type. */
  byName: Readonly<Record<string, Happening<Name>>>;
};

/** What is known of an entity that Paddle imported. */
export const importMeta = { external_id: null, imported_from: 'paddle_classic' } as const;
