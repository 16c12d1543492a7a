import type { AsyncCommand } from 'fast-check';
import type { Account } from '../../targets/account.ts';
import type { Model } from './model.ts';

/**
 * Makes a step of a lifecycle.
 *
 * @param text what the step is called in a counterexample.
 * @param customers how many customers there must be before it.
 */
export function command(
  text: string,
  customers: number,
  run: (model: Model, account: Account) => Promise<void>,
): AsyncCommand<Model, Account> {
  return {
    check: (model) => model.customers.length >= customers,
    run,
    toString: () => text,
  };
}

/** One of the entities, chosen by any number. */
export function pick<Entity>(entities: readonly Entity[], which: number): Entity {
  const entity = entities[which % entities.length];
  if (entity === undefined) throw new Error('Could not pick an entity: there are none. Check for them first.');
  return entity;
}
