import type { operations } from '#openapi/generated/guide.ts';
import { type Include, type Includes, includeNotEmulated, related } from '../includes.ts';
import type { Transaction } from './kind.ts';

type Query = NonNullable<operations['getTransaction']['parameters']['query']>;

export const transactionIncludes: Includes<Transaction, NonNullable<Query['include']>[number]> = {
  customer: related('customers', 'customer_id'),
  address: related('addresses', 'address_id'),
  business: related('businesses', 'business_id'),
  discount: ({ discount_id }) => {
    if (discount_id !== null) throw notEmulated('discount', 'discounts are not stored yet');
    return undefined;
  },
  adjustments: withoutAdjustments('adjustments', () => []),
  adjustments_totals: withoutAdjustments('adjustments_totals', zeroTotals),
  available_payment_methods: () => {
    throw notEmulated('available_payment_methods', 'payouts are not emulated');
  },
};

/** Includes the value for a transaction whose totals show no adjustments. */
function withoutAdjustments(name: string, write: (transaction: Transaction) => object): Include<Transaction> {
  return (transaction) => {
    const { totals, adjusted_totals } = transaction.details;
    const isAdjusted = adjusted_totals.total !== totals.total || adjusted_totals.tax !== totals.tax;
    if (isAdjusted) throw notEmulated(name, 'adjustments are not stored yet, and this transaction was adjusted');
    return JSON.stringify(write(transaction));
  };
}

/** @evidence observed 2023-08-30; official for `retained_fee` */
function zeroTotals({ currency_code }: Transaction): object {
  const breakdown = { credit: '0', refund: '0', chargeback: '0' };
  const sums = { subtotal: '0', tax: '0', total: '0', fee: '0', retained_fee: '0', earnings: '0' };
  return { ...sums, breakdown, currency_code };
}

function notEmulated(value: string, reason: string) {
  return includeNotEmulated('transactions', value, reason);
}
