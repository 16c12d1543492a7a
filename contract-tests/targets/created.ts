import type { Exchange } from '../checks/exchange.ts';

/** Knows what a run created and nobody has archived or deleted. */
export type Created = {
  /** Takes note of what an exchange created or removed. */
  note(exchange: Exchange): void;
  /** Says that something is gone. */
  forget(path: string): void;
  /** Paths below the API of all that is there, the newest first, so that what belongs to a customer comes before it. */
  paths(): readonly string[];
};

export function createCreated(): Created {
  const paths = new Set<string>();
  return {
    note({ method, url, status, body }) {
      if (status >= 300 || method === 'GET') return;
      if (method === 'DELETE') paths.delete(url.pathname);
      const { path, archived } = entityIn(body) ?? {};
      if (path === undefined) return;
      if (archived) paths.delete(path);
      else paths.add(path);
    },
    forget: (path) => void paths.delete(path),
    paths: () => [...paths].toReversed(),
  };
}

/** Where the entity of an answer is, if it is one that can be archived or deleted. */
function entityIn(body: unknown): { path: string; archived: boolean } | null {
  const data = typeof body === 'object' && body !== null && 'data' in body ? body.data : null;
  if (typeof data !== 'object' || data === null || !('id' in data)) return null;
  const path = pathOf(String(data.id), 'customer_id' in data ? String(data.customer_id) : '');
  return path === '' ? null : { path, archived: 'status' in data && data.status === 'archived' };
}

function pathOf(id: string, customerId: string): string {
  if (id.startsWith('ctm_')) return `/customers/${id}`;
  if (id.startsWith('add_')) return `/customers/${customerId}/addresses/${id}`;
  if (id.startsWith('biz_')) return `/customers/${customerId}/businesses/${id}`;
  return id.startsWith('ntfset_') ? `/notification-settings/${id}` : '';
}
