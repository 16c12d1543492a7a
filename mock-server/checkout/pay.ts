import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../account/account.ts';
import { badRequest, paddleError } from '../errors/errors.ts';
import { readAuthToken } from '../resources/auth-tokens/auth-token.ts';
import { credited, withCredit } from '../resources/credit-balances/credit-of.ts';
import { billingMeans } from '../resources/transactions/billing-means.ts';
import type { Transaction } from '../resources/transactions/kind.ts';
import { orderOf } from '../resources/transactions/sale/order.ts';
import { takePayment } from '../resources/transactions/take-payment.ts';
import { update } from '../resources/transactions/update.ts';
import type { PaymentInput } from './bodies.ts';

/**
 * Returns true if a purchase needs a payment method: something is due, now or after a trial.
 *
 * @evidence official: a trial can do without. assumed: and so can a purchase of nothing that does not recur
 */
export function needsPaymentMethod({ items, details }: Pick<Transaction, 'items' | 'details'>): boolean {
  if (BigInt(details.totals.grand_total) > 0n) return true;
  return items.some(({ price: { billing_cycle, trial_period } }) => {
    const isFreeTrial = trial_period?.requires_payment_method === false;
    return billing_cycle !== null && !isFreeTrial;
  });
}

/**
 * Pays a transaction as its buyer does.
 *
 * @throws PaddleApiError if it cannot be paid, or not with this payment method
 */
export function payCheckout(id: string, input: PaymentInput, account: Account, baseUrl: string): Transaction {
  const { transactions } = account.store;
  const transaction = transactions.require(id);
  const { customer_auth_token, ...payment } = input;
  if (payment.payment_method_id !== undefined) refuseStranger(customer_auth_token, transaction, account);
  const payable = credited(transaction, account.store);
  const isFree = transaction.status === 'ready' && !needsPaymentMethod(payable) && payment.card === undefined;
  const change = isFree ? billed(transaction, account, baseUrl) : paid(payable, payment, account);
  account.apply(withCredit(change, account.store));
  return transactions.require(id);
}

function billed(transaction: Transaction, account: Account, baseUrl: string) {
  const order = () => orderOf({}, account, transaction);
  return update(transaction, { status: 'billed' }, { ...account.moment(), ...billingMeans(account, baseUrl), order });
}

function paid(transaction: Transaction, payment: PaymentInput, account: Account) {
  try {
    return takePayment(account, transaction, payment);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw badRequest([{ field: 'card', message: error.message }], error.message);
  }
}

/** @evidence official: saved payment methods are for customers who are authenticated. assumed, for the code */
function refuseStranger(token: string | undefined, { customer_id }: Transaction, account: Account): void {
  const isOwn = token !== undefined && readAuthToken(account, token) === customer_id;
  if (!isOwn) throw paddleError('forbidden', { hint: 'Paying with a saved method needs customerAuthToken.' });
}
