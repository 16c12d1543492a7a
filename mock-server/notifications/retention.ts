import type { Clock } from '../state/clock.ts';

/** How long events and notifications are kept, in milliseconds. @evidence official: 90 days. */
export const retentionMs = 90 * 24 * 3_600_000;

/** The time, in milliseconds, from which on events are shown. What is older is removed only now and then. */
export function keptSince({ clock }: { clock: Clock }): number {
  return clock.now() - retentionMs;
}
