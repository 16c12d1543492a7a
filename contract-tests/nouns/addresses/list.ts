import type { Address, Customer } from '../../contract/operations.ts';
import type { Account } from '../../targets/account.ts';
import { createAddress, createCustomer } from '../arrange.ts';
import type { PageStart } from '../walk.ts';

// Laws of lists use a customer's addresses, since these are empty at first on every target.

export async function customerWithAddresses(
  account: Account,
  count: number,
): Promise<{ customer: Customer; addresses: Address[] }> {
  const customer = await createCustomer(account);
  const addresses: Address[] = [];
  while (addresses.length < count) addresses.push(await createAddress(account, customer));
  return { customer, addresses };
}

/** Reads pages of a customer's addresses. */
export function listing(account: Account, customer: Customer, query: Record<string, string | number>) {
  return (start: PageStart) =>
    account.call('listAddresses', { path: { customer_id: customer.id }, query: { ...query, ...start } });
}

export const idsOf = (entities: readonly { readonly id: string }[]) => entities.map(({ id }) => id);
