import type { components } from '#openapi/generated/official.ts';
import { defineKind, type Entity } from '../kind.ts';

export type Subscription = Entity<'subscription'>;

/** Facts about a subscription that the API does not show. */
export type SubscriptionTerms = {
  /** The period after a scheduled pause. */
  on_resume?: components['schemas']['on-resume'];
};

export const subscriptions = defineKind({
  schema: 'subscription',
  idPrefix: 'sub',
  keys: ['customer_id', 'status', 'address_id', 'collection_mode', 'scheduled_change.action'],
  times: ['updated_at', 'next_billed_at'],
  searched: [],
  isArchivable: false,
  isSeedable: true,
  dueAt: ({ scheduled_change }) => (scheduled_change === null ? undefined : Date.parse(scheduled_change.effective_at)),
  isLeftOverdue: true,
  // @evidence observed: events contain no links with tokens.
  unannounced: ['management_urls'],
});
