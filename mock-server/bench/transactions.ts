import { buildAdjustment, buildSubscription, buildTransaction } from '#fixtures/index.ts';
import { type BenchRequest, customerId, get } from './workloads.ts';

/** Transactions of one customer. */
const perCustomer = 2;
/** One of so many is past due; all others are completed. */
const perPastDue = 20;
const start = Date.parse('2020-01-01T00:00:00Z');
const minute = 60_000;

const template = buildTransaction({ seed: 1 });
const [payment] = template.payments;
const refund = buildAdjustment({ seed: 1 });
const agreement = buildSubscription({ seed: 1 });

/** One of so many transactions has a subscription, and another a refund. */
export const perSubscription = 20;

/** Returns a transaction. IDs and times sort like their numbers. */
export function transaction(number: number): typeof template {
  return {
    ...template,
    id: transactionId(number),
    customer_id: customerId(Math.floor(number / perCustomer)),
    address_id: null,
    subscription_id: null,
    status: number % perPastDue === 0 ? 'past_due' : 'completed',
    billed_at: billedAt(number),
    created_at: billedAt(number),
    payments: payment ? [{ ...payment, captured_at: billedAt(number) }] : [],
  };
}

/** Returns a subscription that began with a transaction. */
export function subscription(number: number): typeof agreement {
  const id = transactionId(number).replace('txn_', 'sub_');
  return { ...agreement, id, started_at: billedAt(number), first_billed_at: billedAt(number) };
}

/** Returns an approved refund of a transaction. */
export function adjustment(number: number): typeof refund {
  const id = transactionId(number).replace('txn_', 'adj_');
  return { ...refund, id, transaction_id: transactionId(number), status: 'approved', updated_at: billedAt(number) };
}

/** The last full year of so many transactions, in days. */
export function lastYear(transactions: number): { from: string; to: string } {
  const to = Date.parse(billedAt(transactions));
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  return { from: day(to - 365 * 24 * 60 * minute), to: day(to) };
}

/** Pages of about 30 transactions, by number of transactions. All requests differ, so that none is answered from a cache. */
export const transactionWorkloads: Readonly<Record<string, (transactions: number) => BenchRequest[]>> = {
  'by customer': lists((number) => `customer_id=${transaction(number).customer_id}`),
  'by status': lists((number) => `status=past_due&after=${transactionId(number)}`),
  'by billed_at': lists((number) => `billed_at[LT]=${billedAt(number)}&order_by=billed_at[DESC]`),
};

const sizes = { least: 21, number: 20 };
/** More than the names of pages that a cache remembers. */
const variety = 1_500;

/** Picks numbers spread over the transactions, each behind a page of every list. */
function pick(count: number): number[] {
  const first = (sizes.least + sizes.number) * perPastDue;
  return Array.from({ length: variety }, (_, index) => first + Math.floor((index * (count - first)) / variety));
}

/** A small account has fewer transactions than there are requests, so the sizes of pages differ too. */
function lists(queryOf: (number: number) => string): (transactions: number) => BenchRequest[] {
  return (transactions) =>
    pick(transactions).map((number, index) =>
      get(`/transactions?per_page=${sizes.least + (index % sizes.number)}&${queryOf(number)}`),
    );
}

function transactionId(number: number): string {
  return customerId(number).replace('ctm_', 'txn_');
}

function billedAt(number: number): string {
  return `${new Date(start + number * minute).toISOString().slice(0, 19)}Z`;
}
