import { UsageError } from '#openapi/text/usage-error.ts';
import type { SeenStore } from './seen-store.ts';

/** Options of {@link createMemorySeenStore}. */
export interface MemorySeenStoreOptions {
  /** Largest number of events; beyond it the oldest are removed. Default: 10,000. */
  readonly capacity?: number;
  /** Duration of a claim, in seconds. Default: 60. */
  readonly leaseSeconds?: number;
  /** Returns the time in milliseconds since 1970. Default: `Date.now`. For tests. */
  readonly now?: () => number;
}

/**
 * Stores processed events in memory: for tests, and for a single process with idempotent listeners. The store is
 * lost when the process ends and is not shared.
 *
 * @throws UsageError for an invalid capacity or lease.
 * @example
 * ```ts
 * import { createMemorySeenStore, createWebhookHandler } from 'paddle-paddock/client';
 *
 * export const receiver = (secret: string) =>
 *   createWebhookHandler({ secret, on: {}, seen: createMemorySeenStore({ capacity: 100_000 }) });
 * ```
 */
export function createMemorySeenStore(options: MemorySeenStoreOptions = {}): SeenStore {
  const { capacity = 10_000, leaseSeconds = 60, now = Date.now } = options;
  if (!(capacity >= 1 && leaseSeconds > 0)) {
    throw new UsageError('Could not create the seen store: capacity and lease must be positive numbers.');
  }
  const events = new Map<string, 'done' | { readonly lease: string; readonly until: number }>();

  const holds = (eventId: string, lease: string) => {
    const event = events.get(eventId);
    return event !== undefined && event !== 'done' && event.lease === lease;
  };
  const forgetOldest = () => {
    if (events.size < capacity) return;
    // Removes an event that is being processed only if none is done.
    const [oldest] = events.keys();
    const done = events.entries().find(([, event]) => event === 'done')?.[0];
    const victim = done ?? oldest;
    if (victim !== undefined) events.delete(victim);
  };

  return {
    claim: async (eventId) => {
      const event = events.get(eventId);
      if (event === 'done') return { outcome: 'done' };
      if (event && event.until > now()) return { outcome: 'busy' };
      const again = event !== undefined;
      events.delete(eventId);
      forgetOldest();
      const lease = crypto.randomUUID();
      events.set(eventId, { lease, until: now() + leaseSeconds * 1000 });
      return { outcome: 'claimed', lease, again };
    },
    complete: async (eventId, lease) => {
      if (holds(eventId, lease)) events.set(eventId, 'done');
    },
    release: async (eventId, lease) => {
      // Kept without a lease, so that the next claim has `again`.
      if (holds(eventId, lease)) events.set(eventId, { lease: '', until: Number.NEGATIVE_INFINITY });
    },
  };
}
