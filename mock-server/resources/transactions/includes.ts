import type { operations } from '#openapi/generated/guide.ts';
import { totalAdjustments } from '../../billing/adjusted-totals.ts';
import type { EntityText } from '../../state/lists/text-table.ts';
import type { Store } from '../../state/store.ts';
import { tookEffect } from '../adjustments/take-effect.ts';
import { type Includes, related } from '../includes.ts';
import type { Transaction } from './kind.ts';

type Query = NonNullable<operations['getTransaction']['parameters']['query']>;

/** Payment methods that any customer could use. @evidence observed 2024-02 for a preview in the United States */
export const usualPaymentMethods = ['apple_pay', 'google_pay', 'card', 'paypal'];

export const transactionIncludes: Includes<Transaction, NonNullable<Query['include']>[number]> = {
  customer: buyerAt('customers', 'customer'),
  address: buyerAt('addresses', 'address'),
  business: buyerAt('businesses', 'business'),
  discount: related('discounts', 'discount_id'),
  adjustments: ({ id }, store) => JSON.stringify(store.adjustments.all({ transaction_id: [id] })),
  // @evidence assumed: pending and rejected adjustments do not count
  adjustments_totals: ({ id, currency_code }, store) =>
    JSON.stringify(totalAdjustments(store.adjustments.all({ transaction_id: [id] }).filter(tookEffect), currency_code)),
  available_payment_methods: () => JSON.stringify(usualPaymentMethods),
};

/** @evidence official: what is included is as it was set. assumed: that a revision sets it, and its corrections show */
function buyerAt(kind: 'customers' | 'addresses' | 'businesses', part: 'customer' | 'address' | 'business') {
  const current = related(kind, `${part}_id`);
  return (transaction: Transaction, store: Store): EntityText | undefined => {
    const revised =
      transaction.revised_at === null ? undefined : store.privateFacts.find('transactions', transaction.id);
    return revised?.[part] ? JSON.stringify(revised[part]) : current(transaction, store);
  };
}
