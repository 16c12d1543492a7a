import { PaddleApiError, type PaddleErrorCode } from '../errors/errors.ts';

/** An entity that has a status. */
export type Stateful = { readonly id: string; readonly status: string };

/**
 * Makes the error that a move is refused with.
 *
 * @param hint the statuses that the move needs
 */
export type Refusal<Entity extends Stateful> = (entity: Entity, hint: string) => PaddleApiError;

/** What an operation does in each status: it leads to a status, or is refused. `otherwise` is for those not listed. */
export type Effects<Entity extends Stateful> = {
  readonly [Status in Entity['status'] | 'otherwise']?: Entity['status'] | Refusal<Entity> | undefined;
};

/** The legal moves of a resource: each of its operations, by status. */
export type Moves<Entity extends Stateful, Operation extends string> = Readonly<Record<Operation, Effects<Entity>>>;

/**
 * The status that an operation leads to.
 *
 * @throws PaddleApiError the published error where the operation is not allowed in the entity's status
 */
export function move<Entity extends Stateful, Operation extends string>(
  moves: Moves<Entity, Operation>,
  operation: Operation,
  entity: Entity,
): Entity['status'] {
  const effects = new Map(Object.entries<Entity['status'] | Refusal<Entity> | undefined>(moves[operation]));
  const effect = effects.get(entity.status) ?? effects.get('otherwise');
  if (typeof effect === 'string') return effect;
  if (!effect) throw new Error(`The moves do not say what ${operation} does to one that is ${entity.status}.`);
  const allowed = [...effects].flatMap(([status, each]) => (typeof each === 'string' ? [status] : []));
  throw effect(entity, `${entity.id} is ${entity.status}; this needs ${allowed.join(' or ')}.`);
}

/** Refuses with a code whose detail is always the same. */
export function refuse(code: PaddleErrorCode): Refusal<Stateful> {
  return (_entity, hint) => new PaddleApiError(code, { hint });
}
