import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { objectAt } from '#openapi/document/refs.ts';
import type { Contract } from '../../contract/document.ts';
import type { Address } from '../../contract/operations.ts';

let made = 0;

/** Returns the contract's example of a transaction with the given fields. */
export function transactionOf(
  contract: Contract,
  address: Pick<Address, 'id' | 'customer_id'>,
  fields: JsonObject = {},
): JsonObject & { readonly id: string } {
  const { example } = objectAt(contract.document, '#/components/schemas/transaction');
  if (!isObject(example)) throw new Error('Could not create a transaction: the document has no example. Add one.');
  made += 1;
  const id = `txn_01h${String(made).padStart(23, '0')}`;
  const { customer_id, id: address_id } = address;
  return { ...example, id, customer_id, address_id, subscription_id: null, ...fields };
}
