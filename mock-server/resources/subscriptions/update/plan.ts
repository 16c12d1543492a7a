import type { Put } from '../../../state/change.ts';
import type { Discount } from '../../discounts/kind.ts';
import type { SoldItem } from '../../transactions/sale/items.ts';
import type { Bill } from '../bill.ts';
import type { Subscription, SubscriptionTerms } from '../kind.ts';

/** What a change of a subscription does, before anything is stored. */
export type Plan = {
  /** The subscription with the changes, except for the time of its update. */
  after: Subscription;
  /** What is billed at once. */
  now?: Bill | undefined;
  /** What is billed with the next bill. */
  deferred: readonly SoldItem[];
  /** Facts that change. */
  terms: SubscriptionTerms;
  /** What exists for this subscription only. */
  puts: readonly Put[];
  /** A discount that is used from now on. */
  used?: Discount | undefined;
};
