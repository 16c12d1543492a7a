import { type CreatedKind, entityPath } from '../../contract/created-kinds.ts';
import type { Exchange } from '../../contract/exchange.ts';

/** Knows what a run created and nobody has archived or deleted. */
export type Created = {
  /** Takes note of what an exchange created or removed. */
  note(exchange: Exchange): void;
  /** Says that something is gone. */
  forget(path: string): void;
  /** Paths below the API of all that is there, the newest first, so that what refers to an entity comes before it. */
  paths(): readonly string[];
};

/** @param kinds what the target's document says can be created */
export function createCreated(kinds: readonly CreatedKind[]): Created {
  const paths = new Set<string>();
  return {
    note({ method, url, status, body }) {
      if (status >= 300 || method === 'GET') return;
      if (method === 'DELETE') paths.delete(url.pathname);
      const entity = entityIn(body);
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
