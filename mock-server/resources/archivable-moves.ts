import { paddleError } from '../errors/errors.ts';
import { type ArchivableKind, kinds } from './kinds.ts';
import type { Moves, Refusal } from './moves.ts';

/** An entity that can be archived and reactivated. */
export type Archivable = { readonly id: string; readonly status: 'active' | 'archived' };

/** Operations of archivable entities. `use` creates something that refers to the entity. */
export type ArchivableOperation = 'announce' | 'use' | 'update' | 'archive' | 'reactivate';

/** Legal moves of a kind that can be archived: archived entities can only be reactivated. */
export function archivableMoves(kind: ArchivableKind): Moves<Archivable, ArchivableOperation> {
  const { schema } = kinds[kind];
  const entity = `${schema.charAt(0).toUpperCase()}${schema.slice(1).replaceAll('-', ' ')}`;
  const archived: Refusal<Archivable> = ({ id }) => paddleError('entity_archived', { entity, id });
  return {
    announce: { active: 'active', archived },
    use: { active: 'active', archived },
    update: { active: 'active', archived },
    archive: { active: 'archived', archived },
    reactivate: { active: 'active', archived: 'active' },
  };
}

/** Returns the operation that an update performs, by the status that it sets. */
export function updateOperation({ status }: { readonly status?: Archivable['status'] }): ArchivableOperation {
  if (status === 'archived') return 'archive';
  return status === 'active' ? 'reactivate' : 'update';
}
