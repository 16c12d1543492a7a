import type { Account } from '../../account/account.ts';
import { defaultPaymentLink } from '../../account/settings.ts';
import { paddleError } from '../../errors/errors.ts';
import type { Transaction } from '../transactions/kind.ts';
import { checkoutOf } from '../transactions/sale/checkout-url.ts';
import { createReady } from '../transactions/transitions.ts';
import { soldItems, transactionFor } from './bill.ts';
import type { Subscription } from './kind.ts';
import { moveSubscription } from './moves/moves.ts';

/**
 * Returns the ID of the transaction that a customer pays to change the payment method: the newest that is past due if
 * the subscription is, otherwise a new one of nothing.
 *
 * @evidence official: both, and the rate of zero; the period of the lines is the current one, and that of the transaction is
 *   empty. assumed: a canceled subscription has none
 */
export function changePaymentMethod(subscription: Subscription, account: Account, baseUrl: string): string {
  const { id, status, collection_mode, current_billing_period: period } = subscription;
  moveSubscription('changePaymentMethod', subscription);
  if (collection_mode === 'manual') throw paddleError('subscription_not_automatic_collection');
  const [unpaid] = account.store.transactions.all({ subscription_id: [id], status: ['past_due'] });
  if (status === 'past_due' && unpaid) return unpaid.id;
  const { now } = account.moment();
  const proration = period && { rate: '0', billing_period: period };
  const items = soldItems(subscription).map((item) => ({ ...item, proration }));
  const origin = 'subscription_payment_method_change';
  const billing_period = { starts_at: now, ends_at: now };
  const bill = { items, origin, period: billing_period } as const;
  const transaction: Transaction = transactionFor({ ...subscription, discount: null }, bill, account);
  const checkout = checkoutOf(transaction, undefined, defaultPaymentLink(account.settings, baseUrl));
  account.apply(createReady({ ...transaction, checkout }));
  return transaction.id;
}
