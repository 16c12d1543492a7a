import { defineKind, type Entity } from '../kind.ts';

/** A payout, with the start and the end of the time whose balance it pays: `ends_at` is when it was initiated. */
export type Payout = Entity<'payout'> & { starts_at: string; ends_at: string };

/**
 * Milliseconds after which a payout is paid.
 *
 * @see https://developer.paddle.com/build/reports/payout-reconciliation
 * @evidence official: by the 15th of the month
 */
const paidAfter = 14 * 86_400_000;

/** Payouts, which only events and reports show. */
export const payouts = defineKind({
  schema: 'payout',
  idPrefix: 'pay',
  keys: ['status'],
  times: [],
  searched: [],
  isArchivable: false,
  isSeedable: false,
  unpublished: ['starts_at', 'ends_at'],
  unannounced: ['starts_at', 'ends_at'],
  dueAt: ({ status, ends_at }) => (status === 'unpaid' ? Date.parse(ends_at) + paidAfter : undefined),
});
