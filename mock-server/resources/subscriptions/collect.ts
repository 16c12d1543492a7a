import type { Account } from '../../account/account.ts';
import { payoutOf } from '../../account/settings.ts';
import { type Change, inOrder } from '../../state/change.ts';
import { type ChargeError, chargeAgain } from '../payment-methods/cards.ts';
import { completePurchase } from '../transactions/complete-purchase.ts';
import type { Follow } from '../transactions/create.ts';
import type { Transaction } from '../transactions/kind.ts';
import type { PaymentMeans } from '../transactions/payments.ts';
import { becomePastDue, failPayment } from '../transactions/transitions.ts';
import type { Subscription } from './kind.ts';

/** A transaction, with its events until it is settled, invoiced or past due. */
export type Billed = { change: Required<Change>; transaction: Transaction; error: ChargeError | undefined };

/**
 * Charges an unpaid transaction by the subscription's payment method.
 *
 * @param how what a payment makes happen, by default nothing; and why it fails, by default for what the payment method does
 * @evidence official: the card decides at each charge; observed: a failed payment makes the transaction past due
 */
export function collect(
  subscription: Subscription,
  billed: Transaction,
  account: Account,
  { follow = () => ({ changes: [] }), error }: { follow?: Follow; error?: ChargeError | undefined } = {},
): Billed {
  const moment = account.moment();
  const means = { ...meansOf(subscription, account), payment_attempt_id: account.ids.uuid() };
  const outcome = error ?? chargeAgain(means.method_details, account.clock.now());
  if (outcome === 'succeeds') {
    const payout = payoutOf(account);
    const invoiceNumber = account.store.invoiceNumbers.next();
    const change = completePurchase(billed, { means, invoiceNumber, payout, follow }, moment);
    return { change, transaction: lastTransaction(change), error: undefined };
  }
  const failed = failPayment(billed, means, moment, outcome);
  const [{ entity }] = failed.puts;
  const pastDue = entity.status === 'billed' ? becomePastDue(entity, moment) : failed;
  const change = inOrder(failed, ...(pastDue === failed ? [] : [pastDue]));
  return { change, transaction: pastDue.puts[0].entity, error: outcome };
}

function lastTransaction({ puts = [] }: Change): Transaction {
  const found = puts.findLast((put) => put.kind === 'transactions');
  if (found?.kind !== 'transactions') throw new Error('A payment changed no transaction.');
  return found.entity;
}

/** Payment method of subscriptions whose purchase is not known, such as imported ones. @evidence assumed */
const unknownMeans: Omit<PaymentMeans, 'payment_attempt_id'> = {
  stored_payment_method_id: '00000000-0000-4000-8000-000000000000',
  payment_method_id: null,
  method_details: {
    type: 'card',
    card: { type: 'visa', last4: '4242', expiry_month: 12, expiry_year: 9999, cardholder_name: '' },
    paypal: null,
    south_korea_local_card: null,
    underlying_details: null,
  },
};

/** Returns the payment method of later bills: that of the purchase, or else of the newest payment. */
export function meansOf({ id }: Subscription, { store }: Account): Omit<PaymentMeans, 'payment_attempt_id'> {
  const known = store.privateFacts.find('subscriptions', id)?.means;
  return (
    known ?? store.transactions.all({ subscription_id: [id] }).flatMap(({ payments }) => payments)[0] ?? unknownMeans
  );
}
