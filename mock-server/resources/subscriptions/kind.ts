import { defineKind, type Entity } from '../kind.ts';

export type Subscription = Entity<'subscription'>;

export const subscriptions = defineKind({
  schema: 'subscription',
  idPrefix: 'sub',
  keys: ['customer_id', 'status', 'address_id', 'collection_mode', 'scheduled_change.action'],
  times: ['updated_at', 'next_billed_at'],
  searched: [],
  isArchivable: false,
  isSeedable: true,
  // @evidence observed: events contain no links with tokens.
  unannounced: ['management_urls'],
});
