import { UsageError } from '../usage-error.ts';
import type { PaddleEvent } from './paddle-event.ts';
import { sortableInstant } from './sortable-instant.ts';

/**
 * The place of an event among the others, as text that sorts: by `occurred_at`, to the nanosecond, and by `event_id`
 * where two events occurred at once, as `subscription.created` and `subscription.activated` do. Deliveries come in any
 * order, so keep it beside what an event says, and let a smaller one change nothing.
 *
 * Do not compare `occurred_at` itself: Paddle trims zeros, and so `…00.5Z` sorts behind `…00.51Z`.
 *
 * @throws UsageError where `occurred_at` is no time, which a verified event's always is.
 * @evidence official: order is not promised; observed: pairs of events with equal times
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
    throw new UsageError(`Could not order ${event_id}: its time is "${occurred_at}". Pass an event as Paddle sent it.`);
  }
  return `${instant} ${event_id}`;
}
