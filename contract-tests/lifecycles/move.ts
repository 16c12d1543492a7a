import fc, { type Arbitrary } from 'fast-check';
import type { Account, Answer } from '../targets/account.ts';

/**
 * Something that a client may do, legal or not, and what the documentation says comes of it.
 *
 * @typeParam State what the model knows. It is never changed, so that several states can be held against one answer.
 */
export type Move<State> = {
  /** What it is called in a counterexample. */
  readonly text: string;
  /** The request that it makes; `null` where there is nothing yet that it could be about. */
  plan(state: State): Plan<State> | null;
};

export type Plan<State> = {
  send(account: Account): Promise<Answer>;
  /**
   * The state that the request leads to, if it takes effect in this one.
   *
   * @throws Error where it would be answered otherwise.
   */
  next(state: State, answer: Answer): State;
};

/** Reads a list page by page, which takes several requests. */
export type Walk<State> = {
  readonly text: string;
  plan(state: State): WalkPlan<State> | null;
};

export type WalkPlan<State> = {
  read(account: Account): Promise<readonly Listed[]>;
  /** What would be in the list in a state. */
  listed(state: State): readonly Listed[];
  /** Whether the oldest entity was asked for first. */
  readonly isAscending: boolean;
};

export type Listed = { readonly id: string };

/** Numbers to pick entities by: often that of the first, so that several requests are about the same one. */
export const anyOne: Arbitrary<number> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat(19) },
);

/** One of the entities, chosen by any number; `null` where there are none. */
export function pick<Entity>(entities: readonly Entity[], nth: number): Entity | null {
  return entities[nth % entities.length] ?? null;
}

/** The entities with one of them put in the place of what it was. */
export function replace<Entity extends Listed>(entities: readonly Entity[], changed: Entity): Entity[] {
  return entities.map((entity) => (entity.id === changed.id ? changed : entity));
}

/** The entities with one more, in the order of their IDs, which is the one of their creation. */
export function insert<Entity extends Listed>(entities: readonly Entity[], created: Entity): Entity[] {
  return [...entities, created].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** What there is by an ID that the model has. */
export function find<Entity extends Listed>(entities: readonly Entity[], id: string): Entity {
  const entity = entities.find((one) => one.id === id);
  if (!entity) throw new Error(`Could not find ${id}: the model does not have it in this order of the requests.`);
  return entity;
}
