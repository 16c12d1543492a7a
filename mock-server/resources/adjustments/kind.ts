import { defineKind, type Entity } from '../kind.ts';

export type Adjustment = Entity<'adjustment'>;

/** Milliseconds between approvals of refunds. @evidence official: the sandbox approves all refunds every ten minutes */
const approvedEvery = 600_000;

export const adjustments = defineKind({
  schema: 'adjustment',
  idPrefix: 'adj',
  keys: ['status', 'action', 'customer_id', 'subscription_id', 'transaction_id'],
  times: ['created_at', 'updated_at'],
  searched: [],
  isArchivable: false,
  isSeedable: true,
  dueAt: ({ status, created_at }) => (status === 'pending_approval' ? nextApproval(Date.parse(created_at)) : undefined),
});

/** @evidence assumed: at full tens of minutes, so that one created at such a time waits for the next */
function nextApproval(created: number): number {
  return (Math.floor(created / approvedEvery) + 1) * approvedEvery;
}
