import { defineKind, type Entity } from '../kind.ts';

export type Transaction = Entity<'transaction'>;

export const transactions = defineKind({
  schema: 'transaction',
  idPrefix: 'txn',
  keys: ['customer_id', 'subscription_id', 'status', 'origin', 'collection_mode', 'invoice_number'],
  times: ['created_at', 'updated_at', 'billed_at'],
  searched: [],
  isArchivable: false,
  isSeedable: true,
});
