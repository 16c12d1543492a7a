/** Remembers how new the newest event is that was processed of each entity. */
export interface NewestStore {
  /** What `advance` was told of the entity at the highest; `null` for an entity that is not known. */
  read(entityId: string): Promise<string | null>;
  /** Remembers an event's `eventOrder`, unless a higher one is known. */
  advance(entityId: string, order: string): Promise<void>;
}

/**
 * Remembers the newest events in memory, of the entities that changed last. For tests and for one process.
 *
 * @param capacity - How many entities it remembers; above that it forgets those that changed longest ago.
 * @example
 * ```ts
 * import { createMemoryNewestStore, createWebhookHandler } from 'paddle-paddock/client';
 *
 * export const receiver = (secret: string) =>
 *   createWebhookHandler({ secret, on: {}, ordering: 'drop-older', newest: createMemoryNewestStore(100_000) });
 * ```
 */
export function createMemoryNewestStore(capacity = 10_000): NewestStore {
  const orders = new Map<string, string>();
  return {
    read: async (entityId) => orders.get(entityId) ?? null,
    advance: async (entityId, order) => {
      const known = orders.get(entityId);
      // Deleted first, so that it goes to the end.
      orders.delete(entityId);
      orders.set(entityId, known !== undefined && known > order ? known : order);
      const [oldest] = orders.keys();
      if (orders.size > capacity && oldest !== undefined) orders.delete(oldest);
    },
  };
}
