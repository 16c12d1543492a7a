import type { Account } from '../../targets/account.ts';

/** IDs of customers on the first page of a list. */
export async function listedCustomers(account: Account, query: Record<string, string>): Promise<string[]> {
  return (await account.call('listCustomers', { query })).data.map(({ id }) => id);
}
