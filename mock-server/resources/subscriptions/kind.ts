import type { components } from '#openapi/generated/official.ts';
import { splitAmount } from '../../billing/money/split-amount.ts';
import { monthlyWorth } from '../../billing/monthly-worth.ts';
import { defineKind, type Entity, type Figures } from '../kind.ts';
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
  /** True if nothing was billed for the current period. */
  unbilled?: true | undefined;
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
  figures,
  figureColumns: ['is_paying', 'paid_from', 'changed_at', 'worth_high', 'worth_low'],
  isLeftOverdue: true,
  // @evidence observed: events contain no links with tokens.
  unannounced: ['management_urls'],
});

/** Returns the time at which a subscription changes by itself, in milliseconds. */
export function dueAt(subscription: Subscription): number | undefined {
  const { status, discount } = subscription;
  if (status === 'canceled') return undefined;
  const times = [...datesOf(subscription), discount?.ends_at].flatMap((time) => (time ? [Date.parse(time)] : []));
  return times.length > 0 ? Math.min(...times) : undefined;
}

function datesOf({ status, next_billed_at, scheduled_change, current_billing_period: period }: Subscription) {
  // @evidence assumed: no period is billed while the one before is unpaid.
  if (status === 'past_due') return [scheduled_change?.effective_at];
  // A trial without a payment method has no next bill.
  const end = status === 'trialing' && scheduled_change === null ? period?.ends_at : null;
  return [scheduled_change?.effective_at, next_billed_at, end];
}

/**
 * Returns the figures of a subscription: its worth, since when it was paid for, and when that last changed.
 *
 * @evidence official: trials do not count. assumed: past due ones do
 */
function figures(subscription: Subscription): Figures {
  const { status, first_billed_at, started_at, created_at, canceled_at, paused_at, updated_at } = subscription;
  const is_paying = status === 'active' || status === 'past_due' ? 1 : 0;
  const from = first_billed_at ?? (is_paying ? (started_at ?? created_at) : null);
  const [worth_high, worth_low] = splitAmount(monthlyWorth(subscription));
  return {
    is_paying,
    paid_from: from === null ? null : Date.parse(from),
    changed_at: Date.parse(canceled_at ?? paused_at ?? updated_at),
    worth_high,
    worth_low,
  };
}
