import { isObject, type JsonObject } from '#openapi/document/json.ts';
import type { Contract } from '../../contract/document.ts';
import type { Address, Success } from '../../contract/operations.ts';
import type { TestContext } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { createAddress, createCustomer } from '../arrange.ts';
import { transactionOf } from '../transactions/arbitrary.ts';

export type Adjustment = Success<'createAdjustment'>['data'];
export type Transaction = Success<'getTransaction'>['data'];

/** A line that was sold: its total with tax in the smallest unit, and its tax rate in percent. */
export type SoldLine = { readonly total: number; readonly percent: number };

/** Terms on which a transaction was sold and settled. */
export type SoldOptions = {
  readonly lines?: readonly SoldLine[];
  /** Fields that differ from a completed, automatically collected sale. */
  readonly fields?: JsonObject;
  /** Currency and exchange rate of the payout. */
  readonly payout?: { readonly currency_code: string; readonly exchange_rate: string };
};

/** Makes a completed sale, with a fee of 5 % and 50 of the smallest unit. */
export function saleOf(
  contract: Contract,
  address: Pick<Address, 'id' | 'customer_id'>,
  { lines = [{ total: 1270, percent: 27 }], fields = {}, payout }: SoldOptions = {},
): JsonObject & { readonly id: string } {
  const base = transactionOf(contract, address);
  const details = isObject(base['details']) ? base['details'] : {};
  const [template] = Array.isArray(details['line_items']) ? details['line_items'].filter(isObject) : [];
  const status = fields['status'] ?? 'completed';
  const sold = lines.map((line, index) => ({ ...taxed(line), id: itemId(index) }));
  const sum = (name: 'subtotal' | 'tax' | 'total') => sold.reduce((all, { totals }) => all + Number(totals[name]), 0);
  const [subtotal, tax, total] = [sum('subtotal'), sum('tax'), sum('total')];
  const isCompleted = status === 'completed';
  const fee = isCompleted && total > 0 ? Math.round((total * 5) / 100) + 50 : 0;
  const open = { subtotal: `${subtotal}`, discount: '0', tax: `${tax}`, total: `${total}`, credit: '0' };
  const due = { credit_to_balance: '0', balance: isCompleted ? '0' : `${total}`, grand_total: `${total}` };
  const settled = { fee: isCompleted ? `${fee}` : null, earnings: isCompleted ? `${subtotal - fee}` : null };
  const totals = { ...open, ...due, grand_total_tax: `${tax}`, ...settled, currency_code: 'USD' };
  const adjusted = {
    ...{ subtotal: `${subtotal}`, tax: `${tax}`, total: `${total}`, fee: `${fee}`, retained_fee: '0' },
    ...{ earnings: isCompleted ? `${subtotal - fee}` : '0', currency_code: 'USD' },
  };
  const paidOut = { exchange_rate: '1', currency_code: 'USD', ...payout };
  return {
    ...base,
    details: {
      tax_rates_used: [],
      totals,
      adjusted_totals: { ...adjusted, grand_total: `${total}`, grand_total_tax: `${tax}` },
      payout_totals: isCompleted ? { ...totals, fee_rate: '0.05', ...paidOut } : null,
      adjusted_payout_totals: isCompleted
        ? { ...adjusted, chargeback_fee: { amount: '0', original: null }, ...paidOut }
        : null,
      line_items: sold.map((line) => ({ ...template, ...line })),
    },
    ...fields,
  };
}

/** ID of the n-th line of each sale. */
export function itemId(index: number): string {
  return `txnitm_01h${String(index).padStart(23, '0')}`;
}

function taxed({ total, percent }: SoldLine) {
  const subtotal = Math.round((total * 100) / (100 + percent));
  const totals = { subtotal: `${subtotal}`, discount: '0', tax: `${total - subtotal}`, total: `${total}` };
  return { quantity: 1, tax_rate: `${percent / 100}`, unit_totals: totals, totals };
}

/** An invoice that is billed and not paid. */
export const invoice: JsonObject = { status: 'billed', collection_mode: 'manual', payments: [], checkout: null };

/** Seeds a sale of a new customer, and reads it. */
export async function seedSale(
  account: Account,
  { skip }: Pick<TestContext, 'skip'>,
  options: SoldOptions = {},
): Promise<Transaction> {
  const seed = account.target.can.seed ?? skip('transactions cannot be put into the target');
  const sale = saleOf(account.target.contract, await createAddress(account, await createCustomer(account)), options);
  await seed(account, { transactions: [sale] });
  return readTransaction(account, sale);
}

export async function readTransaction(account: Account, { id }: { readonly id: string }): Promise<Transaction> {
  return (await account.call('getTransaction', { path: { transaction_id: id } })).data;
}

/** Body of an adjustment of single items, all of one item's rest by default. */
export function adjustmentOf({ id }: { readonly id: string }, fields: object = {}) {
  const items = [{ item_id: itemId(0), type: 'full' }];
  return { action: 'refund', transaction_id: id, reason: 'Ordered by mistake', items, ...fields };
}

/** An item of an adjustment, for a part of it. */
export function partOf(amount: number | bigint, index = 0) {
  return { item_id: itemId(index), type: 'partial', amount: String(amount) };
}

export async function adjust(
  account: Account,
  transaction: { readonly id: string },
  fields: object = {},
): Promise<Adjustment> {
  return (await account.call('createAdjustment', { body: adjustmentOf(transaction, fields) })).data;
}

/** IDs of the adjustments in a list that is narrowed to those of a transaction. */
export async function listedIds(
  account: Account,
  { id }: { readonly id: string },
  query: object = {},
): Promise<string[]> {
  const all = { transaction_id: id, ...query };
  return (await account.call('listAdjustments', { query: all })).data.map((adjustment) => adjustment.id);
}

/** Lets pending refunds be approved. */
export async function approveAll(account: Account, { skip }: Pick<TestContext, 'skip'>): Promise<void> {
  const clock = account.target.can.clock ?? skip('the clock of the target cannot be advanced');
  await clock.advance(account, { minutes: 10 });
}
