import { paddleError } from '../../errors/errors.ts';
import type { ArchivableOperation } from '../archivable-moves.ts';
import type { Moves, Refusal } from '../moves.ts';
import type { Simulation } from './kind.ts';

const archived: Refusal<Simulation> = ({ id }) => paddleError('entity_archived', { entity: 'Simulation', id });

/**
 * Legal moves of simulations. `use` runs one.
 *
 * @evidence assumed: as of other entities that can be archived; an archived one cannot run
 */
export const simulationMoves: Moves<Simulation, ArchivableOperation> = {
  announce: { active: 'active', archived },
  use: { active: 'active', archived },
  update: { active: 'active', archived },
  archive: { active: 'archived', archived },
  reactivate: { active: 'active', archived: 'active' },
};
