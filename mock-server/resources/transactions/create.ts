import type { components } from '#openapi/generated/guide.ts';
import { paddleError } from '../../errors/errors.ts';
import { type Change, type ChangeOf, changed, inOrder } from '../../state/change.ts';
import type { Creation } from '../../time/moment.ts';
import { storeCustomData, type WithCustomData } from '../custom-data.ts';
import type { Transaction } from './kind.ts';
import { checkoutOf } from './sale/checkout-url.ts';
import { billingDetailsOf, refuseUnsuitableInvoice } from './sale/collection.ts';
import type { Order } from './sale/order.ts';
import { create as announce, complete, createBilled, createReady } from './transitions.ts';

export type TransactionCreate = WithCustomData<components['schemas']['transaction-create']>;

/** Context of a new transaction. */
export type Opening = Creation & {
  /** The default payment link; `null` if none is set. */
  link: string | null;
  nextInvoiceNumber: () => string;
  /** Pays what the customer's credit covers. */
  credited: (transaction: Transaction) => Transaction;
  /** Returns what a bill starts, such as a subscription, and the transaction afterwards. */
  follow: Follow;
  /** Default: `api`. */
  origin?: Transaction['origin'];
};

/** Returns what follows a bill or a payment, and the transaction afterwards. */
export type Follow = (transaction: Transaction) => { changes: readonly Change[]; bought?: Transaction };

/**
 * Creates a transaction: ready if it has all that a payment needs, otherwise a draft.
 *
 * @evidence observed 2023-08: fields that were not sent, and the events of a draft. official: ready with a customer and
 *   an address, and `billed` by request
 */
export function create(order: Order, input: TransactionCreate, opening: Opening): ChangeOf<'transactions'> {
  const { currency_code, discount_id, details } = order;
  const { id, now, behaviours } = opening;
  const collection_mode = input.collection_mode ?? 'automatic';
  const billing_details = billingDetailsOf(collection_mode, input.billing_details);
  if (collection_mode === 'manual') refuseUnsuitableInvoice(currency_code, order.buyer, order.items);
  refuseFuturePeriod(input.billing_period, now);
  refuseHugeNumbers(input.custom_data);
  const transaction: Transaction = {
    id,
    status: statusOf(order),
    ...idsOf(order),
    custom_data: storeCustomData(input.custom_data, behaviours),
    currency_code,
    origin: opening.origin ?? 'api',
    subscription_id: null,
    invoice_id: null,
    invoice_number: null,
    collection_mode,
    discount_id,
    billing_details,
    billing_period: input.billing_period ?? null,
    items: soldAs(order),
    details,
    payments: [],
    checkout: checkoutOf({ id, collection_mode, billing_details }, input.checkout?.url, opening.link),
    created_at: now,
    updated_at: now,
    billed_at: null,
    revised_at: null,
  };
  return withPuts(order, opened(transaction, input.status, opening));
}

function opened(
  transaction: Transaction,
  asked: TransactionCreate['status'],
  opening: Opening,
): ChangeOf<'transactions'> {
  const { status: from } = transaction;
  if (asked === 'billed') return billed(transaction, opening);
  if (asked !== undefined && asked !== from)
    throw paddleError('transaction_invalid_status_change', { from, to: asked });
  return from === 'ready' ? createReady(transaction) : announce(transaction);
}

/**
 * Bills a new transaction. One of zero is completed at once.
 *
 * @evidence observed 2023-09-04: an invoice has no number in `created` and `billed`, and an update has it; the zero is
 *   observed too
 */
function billed(transaction: Transaction, opening: Opening): ChangeOf<'transactions'> {
  const creation = createBilled(opening.credited(transaction), opening);
  const [{ entity: billed }] = creation.puts;
  const { changes, bought = billed } = opening.follow(billed);
  if (BigInt(bought.details.totals.grand_total) === 0n)
    return after([creation, ...changes], complete(bought, opening.nextInvoiceNumber(), undefined, opening));
  if (bought.collection_mode === 'automatic') return creation;
  const numbered = { ...bought, invoice_number: opening.nextInvoiceNumber() };
  return after([creation, ...changes], changed('transactions', numbered, ['transaction.updated']));
}

/** Joins changes of a transaction, of which the last one is what remains of it. */
export function after(earlier: readonly Change[], last: ChangeOf<'transactions'>): ChangeOf<'transactions'> {
  const { puts, ...rest } = inOrder(...earlier, last);
  const [main] = last.puts;
  const others = puts.filter(({ kind, entity }) => kind !== 'transactions' || entity.id !== main.entity.id);
  return { ...rest, puts: [main, ...others] };
}

/** Returns the status of an unbilled sale. */
export function statusOf({ buyer: { customer, address } }: Order): 'draft' | 'ready' {
  return customer && address ? 'ready' : 'draft';
}

/** Returns the IDs of the buyer. */
export function idsOf({ buyer }: Order): Pick<Transaction, 'customer_id' | 'address_id' | 'business_id'> {
  const { customer, address, business } = buyer;
  return {
    customer_id: customer?.id ?? null,
    address_id: address?.id ?? null,
    business_id: business?.id ?? null,
  };
}

/** Returns the items as a transaction shows them. */
export function soldAs({ items }: Order): Transaction['items'] {
  return items.map(({ price, quantity }) => ({ price, quantity, proration: null }));
}

/** Adds what exists for a sale only. */
export function withPuts({ puts }: Order, change: ChangeOf<'transactions'>): ChangeOf<'transactions'> {
  const [main, ...others] = change.puts;
  return { ...change, puts: [main, ...others, ...puts] };
}

export function refuseFuturePeriod(period: Transaction['billing_period'] | undefined, now: string): void {
  if (!period) return;
  const [starts, ends] = [Date.parse(period.starts_at), Date.parse(period.ends_at)];
  if (starts > Date.parse(now)) throw paddleError('transaction_billing_period_starts_at_greater_than_now');
  if (ends <= starts) {
    const message = 'must be after billing_period.starts_at';
    throw paddleError('invalid_field', { errors: [{ field: 'billing_period.ends_at', message }] });
  }
}

/** @evidence official: the code. assumed: that a number is too large if it is no exact integer */
export function refuseHugeNumbers(value: unknown): void {
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw paddleError('transaction_custom_data_numeric_value_too_large');
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(refuseHugeNumbers);
}
