import type { Transaction, TransactionParts } from '../../resources/transactions/kind.ts';
import type { Collections } from '../collections.ts';
import type { PrivateFacts } from './private-facts.ts';

type Stored = Pick<InstanceType<typeof Collections>, 'customers' | 'addresses' | 'businesses' | 'discounts'> & {
  privateFacts: Pick<PrivateFacts, 'find'>;
};

/**
 * Returns what a transaction refers to as it was when it was added. What seeds and imports added is as it is now.
 *
 * @evidence official: included entities reflect the time at which they were added, or the revision
 */
export function partsOf(transaction: Transaction, store: Stored): TransactionParts {
  const known: Partial<TransactionParts> = store.privateFacts.find('transactions', transaction.id) ?? {};
  return {
    ...known,
    customer: kept(transaction.customer_id, known.customer, store.customers),
    address: kept(transaction.address_id, known.address, store.addresses),
    business: kept(transaction.business_id, known.business, store.businesses),
    discount: kept(transaction.discount_id, known.discount, store.discounts),
  };
}

function kept<Part extends { id: string }>(
  id: string | null,
  known: Part | null | undefined,
  current: { find: (id: string) => Part | undefined },
): Part | null {
  if (id === null) return null;
  return known?.id === id ? known : (current.find(id) ?? null);
}

/** Returns the parts to keep of a transaction; undefined if all are kept already, or there are none. */
export function partsToKeep(transaction: Transaction, store: Stored): TransactionParts | undefined {
  const known: Partial<TransactionParts> = store.privateFacts.find('transactions', transaction.id) ?? {};
  const parts = partsOf(transaction, store);
  const isKept = (['customer', 'address', 'business', 'discount'] as const).every(
    (name) => parts[name]?.id === known[name]?.id,
  );
  return isKept ? undefined : parts;
}
