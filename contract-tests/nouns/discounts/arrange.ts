import type { Account, Refusal } from '../../targets/account.ts';
import type { Discount } from '../catalogue.ts';

export async function updateDiscount(account: Account, { id }: Discount, body: object): Promise<Discount> {
  return (await account.call('updateDiscount', { path: { discount_id: id }, body })).data;
}

export async function readDiscount(account: Account, { id }: Discount): Promise<Discount> {
  return (await account.call('getDiscount', { path: { discount_id: id } })).data;
}

/** Returns the refusal to create a discount, by default of ten percent. */
export function refusedTerms(account: Account, fields: object): Promise<Refusal> {
  const body = { description: 'Ten percent off', type: 'percentage', amount: '10', ...fields };
  return account.refusal('createDiscount', { body });
}

/** IDs of the discounts in a list that is narrowed to some. */
export async function listedIds(
  account: Account,
  discounts: readonly Discount[],
  query: object = {},
): Promise<string[]> {
  const id = discounts.map((discount) => discount.id).join();
  return (await account.call('listDiscounts', { query: { id, ...query } })).data.map((discount) => discount.id);
}
