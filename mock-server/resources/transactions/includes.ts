import type { operations } from '#openapi/generated/guide.ts';
import { totalAdjustments } from '../../billing/adjusted-totals.ts';
import { tookEffect } from '../adjustments/take-effect.ts';
import { type Includes, includeNotEmulated, related } from '../includes.ts';
import type { Transaction } from './kind.ts';

type Query = NonNullable<operations['getTransaction']['parameters']['query']>;

export const transactionIncludes: Includes<Transaction, NonNullable<Query['include']>[number]> = {
  customer: related('customers', 'customer_id'),
  address: related('addresses', 'address_id'),
  business: related('businesses', 'business_id'),
  discount: related('discounts', 'discount_id'),
  adjustments: ({ id }, store) => JSON.stringify(store.adjustments.all({ transaction_id: [id] })),
  // @evidence assumed: pending and rejected adjustments do not count
  adjustments_totals: ({ id, currency_code }, store) =>
    JSON.stringify(totalAdjustments(store.adjustments.all({ transaction_id: [id] }).filter(tookEffect), currency_code)),
  available_payment_methods: () => {
    throw notEmulated('available_payment_methods', 'payouts are not emulated');
  },
};

function notEmulated(value: string, reason: string) {
  return includeNotEmulated('transactions', value, reason);
}
