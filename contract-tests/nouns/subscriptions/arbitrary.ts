import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { objectAt } from '#openapi/document/refs.ts';
import type { Contract } from '../../contract/document.ts';
import type { Address } from '../../contract/operations.ts';

let made = 0;

/** Returns the contract's example of a subscription with the given fields. */
export function subscriptionOf(
  contract: Contract,
  address: Pick<Address, 'id' | 'customer_id'>,
  fields: JsonObject = {},
): JsonObject & { readonly id: string } {
  const { example } = objectAt(contract.document, '#/components/schemas/subscription');
  if (!isObject(example)) throw new Error('Could not create a subscription: the document has no example. Add one.');
  made += 1;
  const id = `sub_01h${String(made).padStart(23, '0')}`;
  return { ...example, id, customer_id: address.customer_id, address_id: address.id, ...fields };
}

/** Fields of a subscription by status, if they differ from those of an active one. */
export const subscriptionsByStatus = {
  active: {},
  trialing: { first_billed_at: null },
  past_due: {},
  paused: { paused_at: '2026-07-02T00:00:00Z', next_billed_at: null },
  canceled: { canceled_at: '2026-07-02T00:00:00Z', next_billed_at: null, current_billing_period: null },
} as const;
