import { paddleError } from '../errors/errors.ts';
import { type ArchivableKind, kinds } from './kinds.ts';
import type { Moves, Refusal } from './moves.ts';

/** An entity that can be archived, and be used again later. */
export type Archivable = { readonly id: string; readonly status: 'active' | 'archived' };

/** What can be done with something archivable. `use` is to make something new for it. */
export type ArchivableOperation = 'announce' | 'use' | 'update' | 'archive' | 'reactivate';

/** The legal moves of a resource that can be archived: what is archived can be made active again, and nothing else. */
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

/** The operation that an update performs, by the status that it sets. */
export function updateOperation({ status }: { readonly status?: Archivable['status'] }): ArchivableOperation {
  if (status === 'archived') return 'archive';
  return status === 'active' ? 'reactivate' : 'update';
}
