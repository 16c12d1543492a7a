import type { operations } from '#openapi/generated/guide.ts';
import { totalAdjustments } from '../../billing/adjusted-totals.ts';
import { partsOf } from '../../state/entries/transaction-parts.ts';
import type { EntityText } from '../../state/lists/text-table.ts';
import type { Store } from '../../state/store.ts';
import { tookEffect } from '../adjustments/take-effect.ts';
import type { Includes } from '../includes.ts';
import type { Transaction } from './kind.ts';

type Query = NonNullable<operations['getTransaction']['parameters']['query']>;

/** Payment methods that any customer could use. @evidence observed 2024-02 for a preview in the United States */
export const usualPaymentMethods = ['apple_pay', 'google_pay', 'card', 'paypal'];

export const transactionIncludes: Includes<Transaction, NonNullable<Query['include']>[number]> = {
  customer: partAsAdded('customer'),
  address: partAsAdded('address'),
  business: partAsAdded('business'),
  discount: partAsAdded('discount'),
  adjustments: ({ id }, store) => JSON.stringify(store.adjustments.all({ transaction_id: [id] })),
  // @evidence assumed: pending and rejected adjustments do not count
  adjustments_totals: ({ id, currency_code }, store) =>
    JSON.stringify(totalAdjustments(store.adjustments.all({ transaction_id: [id] }).filter(tookEffect), currency_code)),
  available_payment_methods: () => JSON.stringify(usualPaymentMethods),
};

function partAsAdded(name: 'customer' | 'address' | 'business' | 'discount') {
  return (transaction: Transaction, store: Store): EntityText | undefined => {
    const part = partsOf(transaction, store)[name];
    return part === null ? undefined : JSON.stringify(part);
  };
}
