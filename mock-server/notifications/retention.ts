import type { Account } from '../context.ts';
import type { TimeBound } from '../state/list-query.ts';

/** How long events and notifications are kept, in milliseconds. @evidence official: 90 days. */
export const retentionMs = 90 * 24 * 3_600_000;

/** Leaves out what is too old, which is removed from the store only now and then. */
export function retentionStart({ clock }: Account): TimeBound {
  return { column: 'occurred', operator: '>=', time: clock.now() - retentionMs };
}
