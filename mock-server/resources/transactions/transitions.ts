import { amountDue, payOff, settle } from '../../billing/settlement.ts';
import type { Transaction } from '../../state/entities.ts';
import type { ChangeOf } from '../../state/store.ts';
import type { Moment } from '../../time/moment.ts';
import { captured, declined, type PaymentMeans } from './payments.ts';

type Status = Transaction['status'];

/**
 * Legal moves: what can happen to a transaction, and in which statuses. `canceled` is the end.
 *
 * @evidence official: draft → ready → billed → paid → completed, past due from billed, canceled from ready, billed and
 * past due, revised once billed or completed. assumed: which statuses the other events can tell of.
 */
export const legalMoves = {
  created: ['draft', 'ready', 'billed'],
  updated: ['draft', 'ready', 'billed', 'paid', 'completed', 'past_due'],
  ready: ['draft'],
  billed: ['ready'],
  payment_failed: ['ready', 'billed', 'past_due'],
  past_due: ['billed'],
  paid: ['ready', 'billed', 'past_due'],
  // What is not paid yet is paid on the way.
  completed: ['ready', 'billed', 'past_due', 'paid'],
  canceled: ['ready', 'billed', 'past_due'],
  revised: ['billed', 'completed'],
} as const satisfies Record<string, readonly Status[]>;

/** Comes into being, with nothing more than its status says. */
export function create(entity: Transaction): ChangeOf<'transactions'> {
  return { kind: 'transactions', entity, events: ['transaction.created'] };
}

/** Tells of fields that were changed. */
export function change(transaction: Transaction, { now }: Moment): ChangeOf<'transactions'> {
  return { kind: 'transactions', entity: { ...transaction, updated_at: now }, events: ['transaction.updated'] };
}

/** Has all that it takes to be paid: a customer, an address and items. */
export function makeReady(transaction: Transaction, moment: Moment): ChangeOf<'transactions'> {
  return moved({ ...transaction, status: 'ready' }, 'ready', moment);
}

/** Becomes a legal record. @evidence official: an invoice has its number from here on. */
export function bill(transaction: Transaction, invoiceNumber: string, moment: Moment): ChangeOf<'transactions'> {
  const number = transaction.collection_mode === 'manual' ? invoiceNumber : null;
  const invoice_number = transaction.invoice_number ?? number;
  return moved({ ...transaction, status: 'billed', billed_at: moment.now, invoice_number }, 'billed', moment);
}

/**
 * A bill of a renewal comes into being, and is billed at once.
 *
 * @evidence official: https://developer.paddle.com/webhooks/simulator/subscription-renewed; observed 2023-09-04 for a charge: both
 *   events have one `occurred_at` and the status `billed`
 */
export function createBilled(transaction: Transaction, { now }: Moment): ChangeOf<'transactions'> {
  const entity: Transaction = { ...transaction, status: 'billed', billed_at: now };
  return { kind: 'transactions', entity, events: ['transaction.created', 'transaction.billed'] };
}

/** All of it is paid. */
export function pay(transaction: Transaction, means: PaymentMeans, moment: Moment): ChangeOf<'transactions'> {
  return moved({ ...paidOff(transaction, means, moment), status: 'paid' }, 'paid', moment);
}

/** Is settled. @evidence official: invoice number, fee, earnings and payout are there from here on. */
export function complete(
  transaction: Transaction,
  invoiceNumber: string,
  means: PaymentMeans,
  moment: Moment,
): ChangeOf<'transactions'> {
  const paid = transaction.status === 'paid' ? transaction : paidOff(transaction, means, moment);
  const completed: Transaction = {
    ...paid,
    status: 'completed',
    billed_at: paid.billed_at ?? moment.now,
    invoice_number: paid.invoice_number ?? invoiceNumber,
    details: settle(paid.details, paid.collection_mode),
  };
  return moved(completed, 'completed', moment);
}

/**
 * An attempt to pay was declined. The status stays as it was, so there is this event alone.
 *
 * @evidence official: a failed payment leaves a checkout's transaction ready; observed: a failed renewal has no
 * `updated` between `payment_failed` and `past_due`
 */
export function failPayment(transaction: Transaction, means: PaymentMeans, { now }: Moment): ChangeOf<'transactions'> {
  const payments = [declined(means, amountDue(transaction.details), now), ...transaction.payments];
  const entity = { ...transaction, payments, updated_at: now };
  return { kind: 'transactions', entity, events: ['transaction.payment_failed'] };
}

/** Was not paid in time. */
export function becomePastDue(transaction: Transaction, moment: Moment): ChangeOf<'transactions'> {
  return moved({ ...transaction, status: 'past_due' }, 'past_due', moment);
}

/** Will never be paid. */
export function cancel(transaction: Transaction, moment: Moment): ChangeOf<'transactions'> {
  return moved({ ...transaction, status: 'canceled' }, 'canceled', moment);
}

/** Its record was corrected, which can be done once. @evidence official */
export function revise(transaction: Transaction, moment: Moment): ChangeOf<'transactions'> {
  return moved({ ...transaction, revised_at: moment.now }, 'revised', moment);
}

function paidOff(transaction: Transaction, means: PaymentMeans, { now }: Moment): Transaction {
  const due = amountDue(transaction.details);
  const payments = due > 0n ? [captured(means, due, now), ...transaction.payments] : transaction.payments;
  return { ...transaction, billed_at: transaction.billed_at ?? now, details: payOff(transaction.details), payments };
}

/** @evidence official: each change of status has an event of its own and `updated`, with one `occurred_at`. */
function moved(
  transaction: Transaction,
  happening: keyof typeof legalMoves,
  { now }: Moment,
): ChangeOf<'transactions'> {
  const entity = { ...transaction, updated_at: now };
  return { kind: 'transactions', entity, events: ['transaction.updated', `transaction.${happening}`] };
}
