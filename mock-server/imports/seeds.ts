import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../account/account.ts';
import { type SeedKind, seedKinds } from '../resources/kinds.ts';
import { atOnce, inPortions, type Steps } from '../time/in-portions.ts';
import { Adder, type Fault, type Fitting } from './adder.ts';

/** Number of added entities, by kind. */
export type SeedCounts = Record<SeedKind, number>;

/** Entities to add, not validated yet. */
export type UncheckedSeed = { readonly [Name in SeedKind]?: readonly unknown[] };

/** Larger seeds are added in portions. */
const atOnceAtMost = 500;

/** Limit of entities per kind in one seed. */
const listedAtMost = 100_000;

/** Limit of faults in one error. */
const faultsAtMost = 20;

/**
 * Adds entities to an account, all or none. Each is fitted to the schema of the account's document, needs a unique
 * ID, and may refer only to existing entities or others of the seed. A large seed is added in portions, so it is
 * complete only at the end.
 *
 * @throws UsageError that names the invalid paths, such as `customers.3.email`
 */
export async function seedAccount(account: Account, seed: object): Promise<SeedCounts> {
  refuseOtherKinds(seed);
  if (countOf(seed) <= atOnceAtMost) return seedAtOnce(account, seed);
  const adder = new Adder(account);
  try {
    return await inPortions(account, addSeed(account, adder, seed));
  } catch (error) {
    adder.undo();
    throw error;
  }
}

/** Does the same synchronously, for use at the start. */
export function seedAtOnce(account: Account, seed: object): SeedCounts {
  refuseOtherKinds(seed);
  return atOnce(account, addSeed(account, new Adder(account), seed));
}

function* addSeed(account: Account, adder: Adder, seed: UncheckedSeed): Steps<SeedCounts> {
  const refusal = new SeedRefusal();
  const fitting = yield* fitAll(adder, seed, refusal);
  refusal.throwIfAny();
  for (const kind of adder.kinds.ownersFirst) {
    for (const [index, { entity }] of fitting[kind].entries()) {
      refusal.add(`${kind}.${index}`, adder.add(kind, entity));
      yield;
    }
  }
  refusal.throwIfAny();
  reportDropped(account, fitting);
  return countsOf(fitting);
}

function* fitAll(adder: Adder, seed: UncheckedSeed, refusal: SeedRefusal): Steps<Record<SeedKind, Fitting[]>> {
  const fitting = byKind((): Fitting[] => []);
  for (const kind of seedKinds) {
    for (const [index, given] of (seed[kind] ?? []).entries()) {
      const fitted = adder.fitted(kind, given);
      refusal.add(`${kind}.${index}`, fitted.faults, fitted.hint);
      fitting[kind].push(fitted);
      yield;
    }
  }
  return fitting;
}

function refuseOtherKinds(seed: object): asserts seed is UncheckedSeed {
  const refusal = new SeedRefusal();
  for (const [kind, list] of Object.entries(seed)) {
    if (!(seedKinds as readonly string[]).includes(kind))
      refusal.add(kind, [{ field: null, reason: `is not a kind of entity; the kinds are ${seedKinds.join(', ')}` }]);
    else if (list !== undefined && !Array.isArray(list))
      refusal.add(kind, [{ field: null, reason: 'must be an array' }]);
    else if (list !== undefined && list.length > listedAtMost)
      refusal.add(kind, [{ field: null, reason: `must have at most ${listedAtMost} entities` }]);
  }
  refusal.throwIfAny();
}

function reportDropped(account: Account, fitting: Record<SeedKind, Fitting[]>): void {
  const fields = seedKinds.flatMap((kind) =>
    fitting[kind].flatMap(({ dropped }) => dropped.map((field) => `${kind}.${field}`)),
  );
  if (fields.length === 0) return;
  account.notice(
    `The seed has fields that the API does not have, which were left out: ${[...new Set(fields)].join(', ')}.`,
  );
}

function countOf(seed: UncheckedSeed): number {
  return seedKinds.reduce((sum, kind) => sum + (seed[kind]?.length ?? 0), 0);
}

function countsOf(entities: Record<SeedKind, readonly unknown[]>): SeedCounts {
  return byKind((kind) => entities[kind].length);
}

/** A record with a value for each kind. */
export function byKind<Value>(value: (kind: SeedKind) => Value): Record<SeedKind, Value> {
  return Object.fromEntries(seedKinds.map((kind) => [kind, value(kind)])) as Record<SeedKind, Value>;
}

/** Collects the faults of a seed, by paths such as `customers.3.email`. */
class SeedRefusal {
  readonly #problems: string[] = [];
  readonly #hints = new Set<string>();
  #others = 0;

  add(path: string, faults: readonly Fault[], hint?: string): void {
    if (hint !== undefined) this.#hints.add(hint);
    for (const { field, reason } of faults) {
      const problem = `${field === null ? path : `${path}.${field}`}: ${reason}`;
      if (this.#problems.length < faultsAtMost) this.#problems.push(problem);
      else this.#others += 1;
    }
  }

  throwIfAny(): void {
    if (this.#problems.length === 0) return;
    const others = this.#others === 0 ? [] : [`and ${this.#others} more`];
    const all = [...this.#problems, ...others].join('; ');
    throw new UsageError(
      `Could not seed: ${all}. Correct ${this.#problems.length === 1 ? 'it' : 'them'} and seed again; nothing was added.${[...this.#hints].map((hint) => ` ${hint}`).join('')}`,
    );
  }
}
