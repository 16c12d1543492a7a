import type { Account } from '../account/account.ts';
import { charge } from '../billing/charge.ts';
import { detailsOf } from '../billing/details.ts';
import type { Address } from '../resources/addresses/kind.ts';
import type { Subscription } from '../resources/subscriptions/kind.ts';
import type { Transaction } from '../resources/transactions/kind.ts';

/** The place where a plan is sold, and whether the sale is for the time after its trial. */
type Terms = { place?: Address | undefined; ignoreTrials?: boolean; lineIds?: readonly string[] };

/** Computes what a plan costs: as much as the API charges, with the account's tax. */
export function detailsOfPlan(
  { currency_code: currency, items: sold }: Subscription,
  { place, ignoreTrials = false, lineIds }: Terms,
  account: Account,
): Transaction['details'] {
  const items = sold.map(({ price, product, quantity }) => ({ price, product, quantity }));
  const ids = lineIds ?? items.map(() => account.ids.next('txnitm'));
  return detailsOf(items, charge({ items, currency, place, ignoreTrials }, account), currency, ids);
}

/**
 * Turns a drawn draft into the sale of a plan: one period, or nothing for a free trial.
 *
 * @evidence official: https://developer.paddle.com/build/transactions/custom-data says that a subscription gets the
 *   custom data of its purchase, and later transactions that of the subscription
 */
export function saleOf(plan: Subscription, drawn: Transaction, terms: Terms, account: Account): Transaction {
  const { currency_code, custom_data } = plan;
  return {
    ...drawn,
    currency_code,
    custom_data,
    collection_mode: 'automatic',
    billing_details: null,
    checkout: { url: `https://shop.example.com/pay?_ptxn=${drawn.id}` },
    items: plan.items.map(({ price, quantity }) => ({ price, quantity, proration: null })),
    details: detailsOfPlan(plan, terms, account),
  };
}
