import type { Put } from '../../../state/change.ts';
import type { Discount } from '../../discounts/kind.ts';
import type { SoldItem } from '../../transactions/sale/items.ts';
import type { Bill } from '../bill.ts';
import type { Subscription, SubscriptionTerms } from '../kind.ts';
import type { BillingMode } from './rules.ts';

/** Effects of a change of a subscription, before anything is stored. */
export type Plan = {
  /** The subscription with the changes, except for the time of its update. */
  after: Subscription;
  /** The billing mode of the change; `undefined` for a charge. */
  mode?: BillingMode | undefined;
  /** The items charged beside the bills, and the time they begin. */
  charge?: { items: readonly SoldItem[]; effective_from: 'next_billing_period' | 'immediately' } | undefined;
  /** Bill to make at once. */
  now?: Bill | undefined;
  /** Lines that the next bill adds. */
  deferred: readonly SoldItem[];
  /** Facts that change. */
  terms: SubscriptionTerms;
  /** Prices and products that exist for this subscription only. */
  puts: readonly Put[];
  /** A discount that is used from now on. */
  used?: Discount | undefined;
};
