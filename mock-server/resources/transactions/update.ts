import type { components } from '#openapi/generated/guide.ts';
import { paddleError } from '../../errors/errors.ts';
import type { ChangeOf } from '../../state/change.ts';
import type { Moment } from '../../time/moment.ts';
import { storeCustomData, type WithCustomData } from '../custom-data.ts';
import {
  after,
  type Follow,
  idsOf,
  refuseFuturePeriod,
  refuseHugeNumbers,
  soldAs,
  statusOf,
  withPuts,
} from './create.ts';
import type { Transaction } from './kind.ts';
import { moveTransaction } from './moves.ts';
import { openAttempt } from './payments.ts';
import { checkoutOf, requestedPage } from './sale/checkout-url.ts';
import { billingDetailsOf, refuseUnsuitableInvoice } from './sale/collection.ts';
import type { Order } from './sale/order.ts';
import { bill, cancel, change, complete, makeReady } from './transitions.ts';

export type TransactionUpdate = WithCustomData<components['schemas']['transaction-update']>;

/** Context of an update. */
export type Updating = Moment & {
  /** The default payment link; `null` if none is set. */
  link: string | null;
  nextInvoiceNumber: () => string;
  /** Pays what the customer's credit covers. */
  credited: (transaction: Transaction) => Transaction;
  /** Returns what a bill starts, such as a subscription, and the transaction afterwards. */
  follow: Follow;
  /** Finds and computes the sale as the input changes it. */
  order: () => Order;
};

/**
 * Changes the fields that were sent, and the status to `billed` or `canceled`.
 *
 * @evidence official: only drafts and ready transactions can be changed, and requests set no other status. assumed: a
 *   transaction without a customer or an address is a draft again, and a payment is processed while its buyer has to pass a
 *   challenge
 */
export function update(
  transaction: Transaction,
  { status, ...input }: TransactionUpdate,
  updating: Updating,
): ChangeOf<'transactions'> {
  const isEdited = Object.keys(input).length > 0;
  if (status !== undefined && status !== 'billed' && status !== 'canceled')
    throw paddleError('transaction_invalid_status_change', { from: transaction.status, to: status });
  if (openAttempt(transaction)) throw paddleError('transaction_immutable_while_processing_payment');
  if (status === 'canceled') {
    if (isEdited) throw paddleError('transaction_cannot_be_modified_and_canceled');
    return cancel(transaction, updating);
  }
  if (status === 'billed') moveTransaction('bill', { ...transaction, status: billable(transaction) });
  else moveTransaction('edit', transaction);
  const edited = edit(transaction, input, updating);
  return status === 'billed' ? billed(edited, updating) : edited;
}

/** A draft may become ready by the update that bills it, so its own status decides later. */
function billable({ status }: Transaction): Transaction['status'] {
  return status === 'draft' ? 'ready' : status;
}

function edit(
  transaction: Transaction,
  input: Omit<TransactionUpdate, 'status'>,
  updating: Updating,
): ChangeOf<'transactions'> {
  if (transaction.origin === 'subscription_payment_method_change' && Object.keys(input).length > 0)
    throw paddleError('transaction_payment_method_change_field_immutable');
  const { now, behaviours, link } = updating;
  const { custom_data = transaction.custom_data, billing_period = transaction.billing_period } = input;
  const order = updating.order();
  const collection_mode = input.collection_mode ?? transaction.collection_mode;
  const billing_details = billingDetailsOf(collection_mode, input.billing_details, transaction.billing_details);
  if (collection_mode === 'manual') refuseUnsuitableInvoice(order.currency_code, order.buyer, order.items);
  if (input.billing_period) refuseFuturePeriod(input.billing_period, now);
  refuseHugeNumbers(input.custom_data);
  const page = input.checkout === undefined ? requestedPage(transaction, link) : input.checkout?.url;
  const status = statusOf(order);
  const edited: Transaction = {
    ...transaction,
    ...idsOf(order),
    status: transaction.status === 'draft' || status === 'draft' ? 'draft' : 'ready',
    custom_data: storeCustomData(custom_data, behaviours),
    currency_code: order.currency_code,
    collection_mode,
    discount_id: order.discount_id,
    billing_details,
    billing_period,
    items: soldAs(order),
    details: order.details,
    checkout: checkoutOf({ id: transaction.id, collection_mode, billing_details }, page, link),
  };
  const becomesReady = edited.status === 'draft' && status === 'ready';
  return withPuts(order, becomesReady ? makeReady(edited, updating) : change(edited, updating));
}

function billed(edited: ChangeOf<'transactions'>, updating: Updating): ChangeOf<'transactions'> {
  const [{ entity }, ...others] = edited.puts;
  const bills = bill(updating.credited(entity), updating.nextInvoiceNumber(), updating);
  const { changes, bought = bills.puts[0].entity } = updating.follow(bills.puts[0].entity);
  const announced = { puts: others, events: eventsOf(edited, bills) };
  const isFree = BigInt(bought.details.totals.grand_total) === 0n;
  const last = isFree
    ? complete(bought, bought.invoice_number ?? updating.nextInvoiceNumber(), undefined, updating)
    : { ...bills, puts: [{ kind: 'transactions' as const, entity: bought }] as const, events: [] };
  return after([announced, ...changes], last);
}

/** The update that bills announces the edit too, unless that makes the transaction ready. */
function eventsOf(
  edited: ChangeOf<'transactions'>,
  bills: ChangeOf<'transactions'>,
): ChangeOf<'transactions'>['events'] {
  return edited.events.length > 1 ? [...edited.events, ...bills.events] : bills.events;
}
