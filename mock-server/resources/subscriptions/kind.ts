import type { components } from '#openapi/generated/official.ts';
import { defineKind, type Entity } from '../kind.ts';
import type { Price } from '../prices/kind.ts';
import type { Product } from '../products/kind.ts';
import type { Transaction } from '../transactions/kind.ts';

export type Subscription = Entity<'subscription'>;

/** Facts about a subscription that the API does not show. */
export type SubscriptionTerms = {
  /** The period after a scheduled pause. */
  on_resume?: components['schemas']['on-resume'];
  /** The time that its periods are counted from. */
  anchor?: string;
  /** Charges and credits that the next bill adds to what recurs. */
  deferred?:
    | readonly {
        price: Price;
        product: Product;
        quantity: number;
        proration?: Transaction['items'][number]['proration'];
      }[]
    | undefined;
  /** Payment method that bills are charged to. */
  means?:
    | Omit<Transaction['payments'][number], 'amount' | 'status' | 'error_code' | 'created_at' | 'captured_at'>
    | undefined;
};

export const subscriptions = defineKind({
  schema: 'subscription',
  idPrefix: 'sub',
  keys: ['customer_id', 'status', 'address_id', 'collection_mode', 'scheduled_change.action'],
  times: ['updated_at', 'next_billed_at'],
  searched: [],
  isArchivable: false,
  isSeedable: true,
  dueAt,
  isLeftOverdue: true,
  // @evidence observed: events contain no links with tokens.
  unannounced: ['management_urls'],
});

/** Returns the time at which a subscription changes by itself, in milliseconds. */
function dueAt({ status, next_billed_at, scheduled_change, current_billing_period }: Subscription): number | undefined {
  if (status === 'canceled') return undefined;
  // @evidence assumed: no period is billed while the one before is unpaid.
  if (status === 'past_due') return scheduled_change === null ? undefined : Date.parse(scheduled_change.effective_at);
  // A trial without a payment method has no next bill.
  const end = status === 'trialing' && scheduled_change === null ? current_billing_period?.ends_at : null;
  const times = [scheduled_change?.effective_at, next_billed_at, end].flatMap((time) =>
    time ? [Date.parse(time)] : [],
  );
  return times.length > 0 ? Math.min(...times) : undefined;
}
