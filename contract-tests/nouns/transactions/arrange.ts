import type { Address, Customer, Success } from '../../contract/operations.ts';
import type { Account } from '../../targets/account.ts';
import { createAddress, createCustomer, markOfRun } from '../arrange.ts';

export type Transaction = Success<'getTransaction'>['data'];
export type Price = Success<'getPrice'>['data'];
export type Buyer = { customer: Customer; address: Address };

/** Creates a price of a product of its own, by default of 1000 US cents a month without tax. */
export async function createPrice(account: Account, fields: object = {}): Promise<Price> {
  const mark = markOfRun(account.target.run);
  const product = { name: 'ChatApp Pro', tax_category: 'standard', ...mark };
  const product_id = (await account.call('createProduct', { body: product })).data.id;
  const price = {
    product_id,
    description: 'Pro by the month',
    unit_price: { amount: '1000', currency_code: 'USD' },
    billing_cycle: { interval: 'month', frequency: 1 },
    tax_mode: 'external',
    ...mark,
  };
  return (await account.call('createPrice', { body: { ...price, ...fields } })).data;
}

/** Creates a customer who can be sent an invoice, with an address where there is no tax, or elsewhere. */
export async function createBuyer(account: Account, place: object = {}): Promise<Buyer> {
  const customer = await createCustomer(account, { name: 'Sam Miller' });
  const address = await createAddress(account, customer, {
    ...{ country_code: 'US', postal_code: '20149', region: 'VA', city: 'Ashburn', first_line: '1 Main Street' },
    ...place,
  });
  return { customer, address };
}

/** The fields of a transaction that name its buyer. */
export function soldTo({ customer, address }: Buyer) {
  return { customer_id: customer.id, address_id: address.id };
}

/** Creates a transaction, by default of one new price. */
export async function createTransaction(account: Account, fields: object = {}): Promise<Transaction> {
  const items = 'items' in fields ? fields.items : [itemOf(await createPrice(account))];
  const body = { ...markOfRun(account.target.run), ...fields, items };
  return (await account.call('createTransaction', { body })).data;
}

export async function updateTransaction(account: Account, { id }: { id: string }, body: object): Promise<Transaction> {
  return (await account.call('updateTransaction', { path: { transaction_id: id }, body })).data;
}

export async function readTransaction(account: Account, { id }: { id: string }): Promise<Transaction> {
  return (await account.call('getTransaction', { path: { transaction_id: id } })).data;
}

/** An item of a request. */
export function itemOf({ id }: { id: string }, quantity = 1) {
  return { price_id: id, quantity };
}

/** Terms of an invoice. */
export const invoiced = {
  collection_mode: 'manual',
  billing_details: { payment_terms: { interval: 'day', frequency: 14 } },
};
