import { UsageError } from '#openapi/text/usage-error.ts';
import type { PaddleEvent } from './paddle-event.ts';
import { sortableInstant } from './sortable-instant.ts';

/**
 * Returns a sortable string for the order of events: by `occurred_at`, to the nanosecond, then by `event_id` for
 * events of the same time, such as `subscription.created` and `subscription.activated`. Deliveries arrive in any
 * order, so store it with the data of an event, and ignore events with a smaller one.
 *
 * Do not compare `occurred_at` itself: Paddle trims zeros, so `…00.5Z` sorts after `…00.51Z`.
 *
 * @throws UsageError if `occurred_at` is not a time, which cannot happen with a verified event.
 * @evidence official: no order is guaranteed; observed: pairs of events with equal times
 * @example
 * ```ts
 * import { eventOrder, type PaddleEvent } from 'paddle-paddock/client';
 *
 * export const newestFirst = (events: readonly PaddleEvent[]): PaddleEvent[] =>
 *   events.toSorted((a, b) => (eventOrder(a) < eventOrder(b) ? 1 : -1));
 * ```
 */
export function eventOrder({ occurred_at, event_id }: Pick<PaddleEvent, 'occurred_at' | 'event_id'>): string {
  const instant = sortableInstant(occurred_at);
  if (instant === null) {
    throw new UsageError(
      `Could not order ${event_id}: occurred_at is "${occurred_at}". Pass the event as Paddle sent it.`,
    );
  }
  return `${instant} ${event_id}`;
}
