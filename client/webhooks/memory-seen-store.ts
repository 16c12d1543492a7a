import { UsageError } from '../usage-error.ts';
import type { SeenStore } from './seen-store.ts';

/** What {@link createMemorySeenStore} takes. */
export interface MemorySeenStoreOptions {
  /** How many events it remembers; above that it forgets the oldest. Default 10,000. */
  readonly capacity?: number;
  /** How long a claim lasts, in seconds. Default 60. */
  readonly leaseSeconds?: number;
  /** The time, in milliseconds since 1970. Default `Date.now`. For tests. */
  readonly now?: () => number;
}

/**
 * Remembers events in memory: for tests, and for one process whose processing does no harm when it is done twice. It
 * forgets everything when the process ends, and processes do not know of each other.
 *
 * @throws UsageError for a capacity or lease that makes no sense.
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
    throw new UsageError('Could not make a seen store: its capacity or lease is too small. Pass positive numbers.');
  }
  const events = new Map<string, 'done' | { readonly lease: string; readonly until: number }>();

  const holds = (eventId: string, lease: string) => {
    const event = events.get(eventId);
    return event !== undefined && event !== 'done' && event.lease === lease;
  };
  const forgetOldest = () => {
    if (events.size < capacity) return;
    // What is being processed is forgotten only where there is nothing else.
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
      // Kept, so that the next claim knows that it is not the first.
      if (holds(eventId, lease)) events.set(eventId, { lease: '', until: Number.NEGATIVE_INFINITY });
    },
  };
}
