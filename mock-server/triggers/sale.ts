import { sumSale } from '#fixtures/builders/sales/transaction-sums.ts';
import type { Subscription } from '../resources/subscriptions/kind.ts';
import type { Transaction } from '../resources/transactions/kind.ts';

/** Terms of an unpaid sale. */
const terms = { paid: false, completed: false, collectionMode: 'automatic' } as const;

/**
 * Turns a drawn draft into the sale of a subscription: one period, or nothing for a free trial.
 *
 * @evidence official: https://developer.paddle.com/build/transactions/custom-data says that a subscription gets the
 *   custom data of its purchase, and later transactions that of the subscription. assumed: that all sums of a trial
 *   are zero
 */
export function saleOf(plan: Subscription, drawn: Transaction): Transaction {
  const { currency_code, custom_data, status } = plan;
  const [[item], [line]] = [plan.items, drawn.details.line_items];
  if (!item || !line) throw new Error('A drawn transaction has no item.');
  const { price, product, quantity } = item;
  const unitPrice = status === 'trialing' ? 0 : Number(price.unit_price.amount);
  const { line_items, ...sums } = sumSale({ ...terms, unitPrice, quantity, currency_code, taxRate: line.tax_rate });
  return {
    ...drawn,
    currency_code,
    custom_data,
    collection_mode: 'automatic',
    billing_details: null,
    checkout: { url: `https://shop.example.com/pay?_ptxn=${drawn.id}` },
    items: [{ price, quantity, proration: null }],
    details: { ...sums, line_items: line_items.map((sum) => ({ ...line, ...sum, price_id: price.id, product })) },
  };
}
