import { createHash } from 'node:crypto';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../../account/account.ts';
import { byBuyer } from '../../account/cause.ts';
import { payoutOf } from '../../account/settings.ts';
import { paddleError } from '../../errors/errors.ts';
import type { Change } from '../../state/change.ts';
import { type AcceptedCard, chargeAgain, type EnteredCard, readCard } from '../payment-methods/cards.ts';
import type { PaymentMethod } from '../payment-methods/kind.ts';
import { save } from '../payment-methods/transitions.ts';
import { followPayment } from '../subscriptions/follow-payment.ts';
import { completePurchase } from './complete-purchase.ts';
import type { Transaction } from './kind.ts';
import { openAttempt, type PaymentMeans } from './payments.ts';
import { challenge, failPayment } from './transitions.ts';

/** A payment as a buyer makes it. */
export type Payment = Partial<EnteredCard> & {
  /** A saved payment method, instead of a card. */
  payment_method_id?: string | undefined;
  /** True to save the card for later purchases. */
  save?: boolean | undefined;
  /** Result of the challenge. Without it, a card that asks for one leaves its attempt open. */
  authentication?: 'succeed' | 'fail' | undefined;
};

/** Result of a charge, and what it charged. */
type Charge = { outcome: AcceptedCard['outcome']; means: PaymentMeans };

/**
 * Takes a payment for a transaction: the change of a completed purchase, a failed attempt or an open challenge.
 *
 * @throws UsageError for a card that cannot be used, or a challenge that there is not
 * @throws PaddleApiError if the transaction cannot be paid, or the payment method is not its customer's
 */
export function takePayment(account: Account, transaction: Transaction, payment: Payment): Change {
  const { cause } = account;
  const own = cause.source === 'customer_portal' ? cause : byBuyer(transaction.customer_id);
  return account.by(own, () => taken(account, transaction, payment));
}

function taken(account: Account, transaction: Transaction, payment: Payment): Change {
  const { outcome, means } = chargeOf(account, transaction, payment);
  const moment = account.moment();
  if (outcome === 'asks') {
    if (payment.authentication === undefined) return challenge(transaction, means, moment);
    if (payment.authentication === 'fail') return failPayment(transaction, means, moment, 'authentication_failed');
  } else if (payment.authentication !== undefined) {
    throw new UsageError('Could not authenticate the payment: no challenge is open. Leave authentication out.');
  } else if (outcome !== 'succeeds') {
    return failPayment(transaction, means, moment, outcome);
  }
  const purchase = {
    means,
    invoiceNumber: account.store.invoiceNumbers.next(),
    payout: payoutOf(account),
    follow: (paid: Transaction) => {
      const followed = followPayment(paid, means, account);
      const saved = payment.save ? [saveCard(account, paid, means)] : [];
      return { ...followed, changes: [...saved, ...followed.changes] };
    },
  };
  return completePurchase(transaction, purchase, moment);
}

function chargeOf(account: Account, transaction: Transaction, payment: Payment): Charge {
  const { card, payment_method_id, cardholder_name = nameOf(account, transaction), ...entered } = payment;
  if (payment_method_id !== undefined) {
    const method = savedMethod(account, transaction, payment_method_id);
    return { outcome: chargeAgain(method, account.clock.now()), means: meansOf(account, method.id, method) };
  }
  if (card !== undefined) {
    const { outcome, details } = readCard({ ...entered, card, cardholder_name }, account.clock.now());
    return { outcome, means: meansOf(account, account.ids.next('paymtd'), { type: 'card', card: details }) };
  }
  const open = openAttempt(transaction);
  if (open && payment.authentication !== undefined) return { outcome: 'asks', means: open };
  throw new UsageError(
    open
      ? `Could not pay ${transaction.id}: a challenge is open. Say whether its authentication is to succeed or to fail, or give another card.`
      : `Could not pay ${transaction.id}: there is nothing to pay with. Give a card, or the ID of a saved payment method.`,
  );
}

/** @throws PaddleApiError not_found for a payment method that is not the customer's */
function savedMethod({ store }: Account, { customer_id }: Transaction, id: string): PaymentMethod {
  if (customer_id === null) throw paddleError('not_found', { id });
  return store.payment_methods.requireOf(customer_id, id);
}

function meansOf({ ids }: Account, id: string, method: Partial<PaymentMethod> & Pick<PaymentMethod, 'type' | 'card'>) {
  const { type, card, paypal = null, south_korea_local_card = null } = method;
  return {
    payment_attempt_id: ids.uuid(),
    stored_payment_method_id: uuidOf(id),
    payment_method_id: id,
    method_details: { type, card, paypal, south_korea_local_card, underlying_details: null },
  };
}

/** Derives the deprecated ID of a payment method, so that it stays the same. @evidence observed, for its form */
function uuidOf(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function nameOf({ store }: Account, { customer_id }: Transaction): string | undefined {
  return (customer_id === null ? undefined : store.customers.find(customer_id)?.name) ?? undefined;
}

/**
 * Saves the card of a payment at the address of the transaction, unless it is saved already.
 *
 * @evidence official: the origins; assumed: that a recurring item decides between them
 */
function saveCard(account: Account, { customer_id, address_id, items }: Transaction, means: PaymentMeans): Change {
  const { card } = means.method_details;
  const id = means.payment_method_id;
  if (card === null || id === null || customer_id === null || address_id === null) return {};
  const { store } = account;
  if (store.payment_methods.has(id)) return {};
  const isRecurring = items.some(({ price }) => price.billing_cycle !== null);
  const origin = isRecurring ? 'subscription_saved_during_purchase' : 'saved_during_purchase';
  return save(
    store.customers.require(customer_id),
    store.addresses.require(address_id),
    store.payment_methods.all({ customer_id: [customer_id] }),
    { card, origin },
    { ...account.moment(), id },
  );
}
