import type { TestContext } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import type { SavedCard } from '../../targets/target.ts';
import { createAddress, createCustomer } from '../arrange.ts';

/** A test card that pays, and one that pays and counts as debit. */
export const card = '4242 4242 4242 4242';
export const debitCard = '4000 0566 5566 5556';

/** A customer with an address, whose cards can be saved; skips the law if the target cannot save any. */
export async function cardholder({ target, skip }: TestContext, account: Account) {
  const saving = target.can.savePaymentMethod ?? skip('payment methods cannot be saved on the target');
  const customer = await createCustomer(account, { name: 'Ada Lovelace' });
  const address = await createAddress(account, customer);
  const { customer_id } = address;
  const path = { customer_id };
  return {
    customer_id,
    address,
    addAddress: () => createAddress(account, customer),
    save: (fields: Partial<SavedCard> = {}) => saving(account, customer_id, { card, ...fields }),
    listed: async (query: Record<string, string | number> = {}) =>
      (await account.call('listCustomerPaymentMethods', { path, query })).data,
  };
}
