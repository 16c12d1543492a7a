import { type Customer, type CustomerUpdate, isPaddleError, type PaddleClient } from '../index.ts';
import type { ApplicationStore } from './application-store.ts';

/** What changed in a user's account. What is left out did not change. */
export interface AccountChange {
  readonly email?: string;
  readonly name?: string | null;
  readonly locale?: string;
  /** Keys to set; `null` takes a key away. Keys that are not here stay. */
  readonly customData?: Readonly<Record<string, string | null>>;
  /** Takes all custom data away. */
  readonly clearCustomData?: true;
}

/** `missing`: the user has no customer, or Paddle does not know it (any more). */
export type UpdateOutcome = 'updated' | 'unchanged' | 'archived' | 'missing';

/**
 * Brings a user's customer up to date. Sends only fields whose value differs, and nothing if none does.
 *
 * Paddle replaces `custom_data` as a whole, and `{}` clears it. So this merges with what is there, and clears only
 * when it is told to, or when the last key is taken away; with `null`, which is documented for that.
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
    // With the guide, changing an archived customer is not_found. One that was there just now can only be archived,
    // as Paddle deletes no customers.
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

/** What to send as `custom_data`; `undefined` for nothing, because nothing differs. */
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
