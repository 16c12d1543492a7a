import { PaddleApiError, type PaddleErrorCode } from '../errors/errors.ts';

/** An entity that has a status. */
export type Stateful = { readonly id: string; readonly status: string };

/**
 * Makes the error for a refused move.
 *
 * @param hint the statuses that the move needs
 */
export type Refusal<Entity extends Stateful> = (entity: Entity, hint: string) => PaddleApiError;

/** Effect of an operation by status: a new status, or an error. `otherwise` covers the statuses not listed. */
export type Effects<Entity extends Stateful> = {
  readonly [Status in Entity['status'] | 'otherwise']?: Entity['status'] | Refusal<Entity> | undefined;
};

/** Legal moves of a kind: the effects of each operation. */
export type Moves<Entity extends Stateful, Operation extends string> = Readonly<Record<Operation, Effects<Entity>>>;

/**
 * Returns the status after an operation.
 *
 * @throws PaddleApiError the published error if the status does not allow the operation
 */
export function move<Entity extends Stateful, Operation extends string>(
  moves: Moves<Entity, Operation>,
  operation: Operation,
  entity: Entity,
): Entity['status'] {
  return follow(moves[operation], operation, entity);
}

/**
 * Returns the status after an operation with certain effects.
 *
 * @param state the key of the effect. Default: the entity's status
 * @throws PaddleApiError the published error if the state does not allow the operation
 */
export function follow<Entity extends Stateful>(
  effects: Readonly<Record<string, Entity['status'] | Refusal<Entity> | undefined>>,
  operation: string,
  entity: Entity,
  state: string = entity.status,
): Entity['status'] {
  const effect = effects[state] ?? effects['otherwise'];
  if (typeof effect === 'string') return effect;
  if (!effect) throw new Error(`The moves do not say what ${operation} does to one that is ${state}.`);
  const allowed = Object.entries(effects).flatMap(([status, each]) => (typeof each === 'string' ? [status] : []));
  throw effect(entity, `${entity.id} is ${entity.status}; this needs ${allowed.join(' or ')}.`);
}

/** Makes errors of a code with a constant detail. */
export function refuse(code: PaddleErrorCode): Refusal<Stateful> {
  return (_entity, hint) => new PaddleApiError(code, { hint });
}
