import type { Success } from '../contract/operations.ts';
import type { Account } from '../targets/account.ts';
import { markOfRun } from './arrange.ts';

export type Product = Success<'createProduct'>['data'];
export type Price = Success<'createPrice'>['data'];
export type Discount = Success<'createDiscount'>['data'];
export type DiscountGroup = Success<'createDiscountGroup'>['data'];

export async function createProduct(account: Account, fields: object = {}): Promise<Product> {
  const body = { name: 'ChatApp Pro', tax_category: 'standard', ...markOfRun(account.target.run), ...fields };
  return (await account.call('createProduct', { body })).data;
}

/** Creates a price of 15 dollars, charged once. */
export async function createPrice(account: Account, { id }: Pick<Product, 'id'>, fields: object = {}): Promise<Price> {
  const unit_price = { amount: '1500', currency_code: 'USD' };
  const mark = markOfRun(account.target.run);
  const body = { product_id: id, description: 'Pro for each seat', unit_price, ...mark, ...fields };
  return (await account.call('createPrice', { body })).data;
}

/** Creates a discount of ten percent, without a code. */
export async function createDiscount(account: Account, fields: object = {}): Promise<Discount> {
  const terms = { description: 'Ten percent off', type: 'percentage', amount: '10' };
  return (await account.call('createDiscount', { body: { ...terms, ...markOfRun(account.target.run), ...fields } }))
    .data;
}

/** Creates a discount group, by default with a unique name. */
export async function createDiscountGroup(account: Account, fields: object = {}): Promise<DiscountGroup> {
  const body = { name: `Sale of ${account.target.freshEmail()}`, ...fields };
  return (await account.call('createDiscountGroup', { body })).data;
}

/** A code that no discount of the target has. */
export function freshCode(account: Account): string {
  return account.target
    .freshEmail()
    .replaceAll(/[^a-zA-Z0-9]/g, '')
    .slice(0, 32)
    .toUpperCase();
}
