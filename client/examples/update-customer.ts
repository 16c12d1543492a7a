import { type Customer, type CustomerUpdate, isPaddleError, type PaddleClient } from '../index.ts';
import type { ApplicationStore } from './application-store.ts';

/** Changed properties of a user's account. Missing ones did not change. */
export interface AccountChange {
  readonly email?: string;
  readonly name?: string | null;
  readonly locale?: string;
  /** Keys to set; `null` removes a key. Missing keys keep their values. */
  readonly customData?: Readonly<Record<string, string | null>>;
  /** Removes all custom data. */
  readonly clearCustomData?: true;
}

/** `missing`: the user has no customer, or it does not exist in Paddle. */
export type UpdateOutcome = 'updated' | 'unchanged' | 'archived' | 'missing';

/**
 * Updates a user's customer. Sends only fields whose values differ, and no request if none does.
 *
 * Paddle replaces `custom_data` as a whole, so the keys are merged with the existing ones. `custom_data` is cleared
 * with `null`, only if `clearCustomData` is set or the last key is removed.
 */
export async function updateCustomer(
  paddle: PaddleClient,
  store: ApplicationStore,
  userId: string,
  change: AccountChange,
): Promise<UpdateOutcome> {
  const record = await store.find(userId);
  if (record === null) return 'missing';
  const params = { path: { customer_id: record.customerId } };
  let found = false;
  try {
    const { data: customer } = await paddle.GET('/customers/{customer_id}', { params });
    if (customer.status === 'archived') return 'archived';
    found = true;
    const body = differences(customer, change);
    if (Object.keys(body).length === 0) return 'unchanged';
    await paddle.PATCH('/customers/{customer_id}', { params, body });
    return 'updated';
  } catch (error) {
    if (isPaddleError(error, 'entity_archived')) return 'archived';
    // Under the guide, updating an archived customer is not_found. A customer that was just read must be archived,
    // since Paddle never deletes customers.
    if (isPaddleError(error, 'not_found')) return found ? 'archived' : 'missing';
    throw error;
  }
}

function differences(customer: Customer, { email, name, locale, ...change }: AccountChange): CustomerUpdate {
  const custom_data = mergeCustomData(customer.custom_data, change);
  return {
    ...(email !== undefined && email !== customer.email && { email }),
    ...(name !== undefined && name !== customer.name && { name }),
    ...(locale !== undefined && locale !== customer.locale && { locale }),
    ...(custom_data !== undefined && { custom_data }),
  };
}

/** Returns the new `custom_data`; `undefined` if it does not change. */
function mergeCustomData(
  present: Customer['custom_data'] | null,
  { customData = {}, clearCustomData }: Pick<AccountChange, 'customData' | 'clearCustomData'>,
): Record<string, string> | null | undefined {
  const before = Object.entries(present ?? {});
  if (clearCustomData) return before.length > 0 ? null : undefined;
  const merged = new Map<string, string | null>([...before, ...Object.entries(customData)]);
  const after = [...merged].filter((entry): entry is [string, string] => entry[1] !== null);
  const same = after.length === before.length && before.every(([key, value]) => merged.get(key) === value);
  if (same) return undefined;
  return after.length > 0 ? Object.fromEntries(after) : null;
}
