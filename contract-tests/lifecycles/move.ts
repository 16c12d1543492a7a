import fc, { type Arbitrary } from 'fast-check';
import type { Account, Answer } from '../targets/account.ts';

/**
 * An action of a client, legal or not, and its documented result.
 *
 * @typeParam State State of the model. It is immutable, so that several states can be compared with one response.
 */
export type Move<State> = {
  /** Description in a counterexample. */
  readonly text: string;
  /** Returns the request; `null` if there is no entity for it yet. */
  plan(state: State): Plan<State> | null;
};

export type Plan<State> = {
  send(account: Account): Promise<Answer>;
  /**
   * Returns the state after the request, if it takes effect in the given one.
   *
   * @throws Error if the response does not match that state.
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
  /** Returns the expected content of the list in a state. */
  listed(state: State): readonly Listed[];
  /** True if the oldest entity comes first. */
  readonly isAscending: boolean;
};

export type Listed = { readonly id: string };

/** Numbers for {@link pick}: often 0, so that several requests concern the same entity. */
export const anyOne: Arbitrary<number> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat(19) },
);

/** Chooses one of the entities by any number; `null` if there are none. */
export function pick<Entity>(entities: readonly Entity[], nth: number): Entity | null {
  return entities[nth % entities.length] ?? null;
}

/** Replaces an entity by its new version. */
export function replace<Entity extends Listed>(entities: readonly Entity[], changed: Entity): Entity[] {
  return entities.map((entity) => (entity.id === changed.id ? changed : entity));
}

/** Inserts an entity in the order of IDs, which is that of creation. */
export function insert<Entity extends Listed>(entities: readonly Entity[], created: Entity): Entity[] {
  return [...entities, created].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** Finds an entity of the model by ID. */
export function find<Entity extends Listed>(entities: readonly Entity[], id: string): Entity {
  const entity = entities.find((one) => one.id === id);
  if (!entity) throw new Error(`Could not find ${id}: the model does not have it in this order of the requests.`);
  return entity;
}
