import { paddleError } from '../../errors/errors.ts';
import { type Behaviours, hintAtSwitch } from '../../spec/behaviours.ts';
import { type Archivable, type ArchivableOperation, archivableMoves } from '../archivable-moves.ts';
import type { Moves, Refusal } from '../moves.ts';

const reversible = archivableMoves('customers');
const unknown: Refusal<Archivable> = ({ id }, hint) => paddleError('not_found', { id, hint });

/**
 * Legal moves of customers: under `patch-archived=not-found`, archiving is final.
 *
 * @evidence guide: an archived customer is not found; official, for all else; assumed: archiving twice counts as a
 * modification
 * @see https://developer.paddle.com/errors/shared/entity_archived
 */
export function customerMoves(behaviours: Behaviours): Moves<Archivable, ArchivableOperation> {
  if (behaviours['patch-archived'] !== 'not-found') return reversible;
  const hint = hintAtSwitch(behaviours, { name: 'patch-archived', value: 'entity-archived' });
  return {
    ...reversible,
    update: { active: 'active', archived: unknown },
    archive: { active: 'archived', archived: unknown },
    reactivate: { active: 'active', archived: ({ id }) => paddleError('not_found', { id, hint }) },
  };
}
