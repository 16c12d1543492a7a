import type { operations } from '#openapi/generated/guide.ts';
import { totalAdjustments } from '../../billing/adjusted-totals.ts';
import { tookEffect } from '../adjustments/take-effect.ts';
import { type Includes, related } from '../includes.ts';
import type { Transaction } from './kind.ts';

type Query = NonNullable<operations['getTransaction']['parameters']['query']>;

/** Payment methods that any customer could use. @evidence observed 2024-02 for a preview in the United States */
export const usualPaymentMethods = ['apple_pay', 'google_pay', 'card', 'paypal'];

export const transactionIncludes: Includes<Transaction, NonNullable<Query['include']>[number]> = {
  customer: related('customers', 'customer_id'),
  address: related('addresses', 'address_id'),
  business: related('businesses', 'business_id'),
  discount: related('discounts', 'discount_id'),
  adjustments: ({ id }, store) => JSON.stringify(store.adjustments.all({ transaction_id: [id] })),
  // @evidence assumed: pending and rejected adjustments do not count
  adjustments_totals: ({ id, currency_code }, store) =>
    JSON.stringify(totalAdjustments(store.adjustments.all({ transaction_id: [id] }).filter(tookEffect), currency_code)),
  available_payment_methods: () => JSON.stringify(usualPaymentMethods),
};
