import type { Payout } from '../../billing/payout.ts';
import { amountDue, payOff, settle } from '../../billing/settlement.ts';
import { type ChangeOf, changed, type EventTypeOf } from '../../state/change.ts';
import type { Moment } from '../../time/moment.ts';
import type { ChargeError } from '../payment-methods/cards.ts';
import type { Transaction } from './kind.ts';
import { moveTransaction } from './moves.ts';
import { captured, challenged, declined, type PaymentMeans, withAttempt, withCapture } from './payments.ts';

/** Announces a new transaction, with only the events of its status. */
export function create(transaction: Transaction): ChangeOf<'transactions'> {
  const status = moveTransaction('announce', transaction);
  return changed('transactions', { ...transaction, status }, ['transaction.created']);
}

/**
 * Creates a transaction that has all that a payment needs.
 *
 * @evidence official: `ready` has an event of its own; observed 2023-09-04: beside `created`, within milliseconds
 */
export function createReady(transaction: Transaction): ChangeOf<'transactions'> {
  const status = moveTransaction('announce', transaction);
  return changed('transactions', { ...transaction, status }, ['transaction.created', 'transaction.ready']);
}

/** Announces changed fields. */
export function change(transaction: Transaction, { now }: Moment): ChangeOf<'transactions'> {
  const status = moveTransaction('change', transaction);
  return changed('transactions', { ...transaction, status, updated_at: now }, ['transaction.updated']);
}

/** Makes a transaction ready: it has all that a payment needs, namely a customer, an address and items. */
export function makeReady(transaction: Transaction, moment: Moment): ChangeOf<'transactions'> {
  const status = moveTransaction('makeReady', transaction);
  return moved({ ...transaction, status }, 'transaction.ready', moment);
}

/** Bills a transaction, which becomes a legal record. @evidence official: an invoice has its number from here on. */
export function bill(transaction: Transaction, invoiceNumber: string, moment: Moment): ChangeOf<'transactions'> {
  const status = moveTransaction('bill', transaction);
  const number = transaction.collection_mode === 'manual' ? invoiceNumber : null;
  const invoice_number = transaction.invoice_number ?? number;
  return moved({ ...transaction, status, billed_at: moment.now, invoice_number }, 'transaction.billed', moment);
}

/**
 * Creates the transaction of a renewal, billed at once.
 *
 * @evidence official: https://developer.paddle.com/webhooks/simulator/subscription-renewed; observed 2023-09-04 for a
 * charge: both events have one `occurred_at` and the status `billed`
 */
export function createBilled(transaction: Transaction, { now }: Moment): ChangeOf<'transactions'> {
  const status = moveTransaction('bill', transaction);
  return changed('transactions', { ...transaction, status, billed_at: now }, [
    'transaction.created',
    'transaction.billed',
  ]);
}

/** Pays the full amount. */
export function pay(transaction: Transaction, means: PaymentMeans, moment: Moment): ChangeOf<'transactions'> {
  const status = moveTransaction('pay', transaction);
  return moved({ ...paidOff(transaction, means, moment), status }, 'transaction.paid', moment);
}

/**
 * Settles the transaction.
 *
 * @param means the payment method; unused if nothing is due
 * @evidence official: invoice number, fee, earnings and payout are set from here on
 */
export function complete(
  transaction: Transaction,
  invoiceNumber: string,
  means: PaymentMeans | undefined,
  moment: Moment,
  payout?: Payout,
): ChangeOf<'transactions'> {
  const status = moveTransaction('complete', transaction);
  const paid = transaction.status === 'paid' ? transaction : paidOff(transaction, means, moment);
  const completed: Transaction = {
    ...paid,
    status,
    billed_at: paid.billed_at ?? moment.now,
    invoice_number: paid.invoice_number ?? invoiceNumber,
    details: settle(paid.details, paid.collection_mode, payout),
  };
  return moved(completed, 'transaction.completed', moment);
}

/** Completes an invoice that was credited in full, with its settled totals. */
export function completeCredited(transaction: Transaction, moment: Moment): ChangeOf<'transactions'> {
  const status = moveTransaction('complete', transaction);
  return moved({ ...transaction, status }, 'transaction.completed', moment);
}

/**
 * Adds a failed attempt. The status does not change, so this event stands alone.
 *
 * @evidence official: after a failed payment, a checkout's transaction stays ready; observed: a failed renewal has no
 *   `updated` between `payment_failed` and `past_due`
 */
export function failPayment(
  transaction: Transaction,
  means: PaymentMeans,
  { now }: Moment,
  error: ChargeError = 'declined',
): ChangeOf<'transactions'> {
  const status = moveTransaction('failPayment', transaction);
  const failed = declined(means, amountDue(transaction.details), now, error);
  const payments = withAttempt(transaction.payments, failed);
  return changed('transactions', { ...transaction, status, payments, updated_at: now }, ['transaction.payment_failed']);
}

/** Adds an attempt that waits for the buyer to pass a challenge. @evidence official: the attempt's status; assumed, for the event */
export function challenge(transaction: Transaction, means: PaymentMeans, { now }: Moment): ChangeOf<'transactions'> {
  const status = moveTransaction('challenge', transaction);
  const open = challenged(means, amountDue(transaction.details), now);
  const payments = withAttempt(transaction.payments, open);
  return changed('transactions', { ...transaction, status, payments, updated_at: now }, ['transaction.updated']);
}

/** Marks a transaction that was not paid in time. */
export function becomePastDue(transaction: Transaction, moment: Moment): ChangeOf<'transactions'> {
  const status = moveTransaction('becomePastDue', transaction);
  return moved({ ...transaction, status }, 'transaction.past_due', moment);
}

/** Cancels a transaction finally. */
export function cancel(transaction: Transaction, moment: Moment): ChangeOf<'transactions'> {
  const status = moveTransaction('cancel', transaction);
  return moved({ ...transaction, status }, 'transaction.canceled', moment);
}

/** Corrects the record, which is possible once. @evidence official */
export function revise(transaction: Transaction, moment: Moment): ChangeOf<'transactions'> {
  const status = moveTransaction('revise', transaction);
  return moved({ ...transaction, status, revised_at: moment.now }, 'transaction.revised', moment);
}

function paidOff(transaction: Transaction, means: PaymentMeans | undefined, { now }: Moment): Transaction {
  const due = amountDue(transaction.details);
  if (due > 0n && !means) throw new Error(`${transaction.id} was paid without a payment method.`);
  const payments = withCapture(transaction.payments, means && captured(means, due, now));
  return { ...transaction, billed_at: transaction.billed_at ?? now, details: payOff(transaction.details), payments };
}

/** @evidence official: each change of status is announced by its own event and `updated`, with one `occurred_at`. */
function moved(
  transaction: Transaction,
  event: EventTypeOf<'transactions'>,
  { now }: Moment,
): ChangeOf<'transactions'> {
  return changed('transactions', { ...transaction, updated_at: now }, ['transaction.updated', event]);
}
