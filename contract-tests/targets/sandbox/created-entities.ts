import { type CreatedKind, entityPath } from '../../contract/created-kinds.ts';
import type { Exchange } from '../../contract/exchange.ts';

/** Tracks what a run created and still has to archive or delete. */
export type CreatedEntities = {
  /** Records what an exchange created or removed. */
  record(exchange: Exchange): void;
  /** Marks an entity as removed. */
  forget(path: string): void;
  /** API paths of the remaining entities, newest first, so that an entity comes before those it refers to. */
  paths(): readonly string[];
};

/** @param kinds the kinds of entities that the target can create. */
export function trackCreatedEntities(kinds: readonly CreatedKind[]): CreatedEntities {
  const paths = new Set<string>();
  return {
    record({ request: { method, url }, response: { status, json } }) {
      if (status >= 300 || method === 'GET') return;
      if (method === 'DELETE') paths.delete(url.pathname);
      const entity = entityIn(json);
      const path = entity && entityPath(kinds, url.pathname, String(entity.id));
      if (entity === null || path === null) return;
      if ('status' in entity && entity.status === 'archived') paths.delete(path);
      else paths.add(path);
    },
    forget: (path) => void paths.delete(path),
    paths: () => [...paths].toReversed(),
  };
}

function entityIn(body: unknown): { readonly id: unknown } | null {
  const data = typeof body === 'object' && body !== null && 'data' in body ? body.data : null;
  return typeof data === 'object' && data !== null && 'id' in data ? data : null;
}
