import { paddleError } from '../../errors/errors.ts';
import type { ArchivableOperation } from '../archivable-moves.ts';
import type { Moves, Refusal } from '../moves.ts';
import type { Simulation } from './kind.ts';

const archived: Refusal<Simulation> = ({ id }) => paddleError('entity_archived', { entity: 'Simulation', id });

/**
 * Legal moves of simulations. `use` runs one.
 *
 * @see https://developer.paddle.com/api-reference/about/delete-entities
 * @evidence official: archived entities cannot be changed or used, but made active again; assumed: simulations neither
 */
export const simulationMoves: Moves<Simulation, ArchivableOperation> = {
  announce: { active: 'active', archived },
  use: { active: 'active', archived },
  update: { active: 'active', archived },
  archive: { active: 'archived', archived },
  reactivate: { active: 'active', archived: 'active' },
};
