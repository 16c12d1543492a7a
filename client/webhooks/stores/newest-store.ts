/** Stores the order of the newest processed event of each entity. */
export interface NewestStore {
  /** Returns the highest order of the entity, or `null`. */
  read(entityId: string): Promise<string | null>;
  /** Stores an event's `eventOrder`, unless a higher one is stored. */
  advance(entityId: string, order: string): Promise<void>;
}

/**
 * Stores the newest events in memory, for the entities that changed last. For tests and single processes.
 *
 * @param capacity - Largest number of entities; beyond it, those that changed longest ago are removed.
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
      // Deleted first, so that it moves to the end of the map.
      orders.delete(entityId);
      orders.set(entityId, known !== undefined && known > order ? known : order);
      const [oldest] = orders.keys();
      if (orders.size > capacity && oldest !== undefined) orders.delete(oldest);
    },
  };
}
