import {
  type Address,
  type AddressCreate,
  type Customer,
  isPaddleError,
  type PaddleClient,
  type PaddleRequestError,
  paginate,
} from '../index.ts';
import type { ApplicationStore, BillingRecord } from './application-store.ts';

/** A user who signs up, with a verified email address. */
export interface SignUp {
  readonly userId: string;
  readonly email: string;
  readonly name?: string;
  readonly address?: AddressCreate;
}

/**
 * Creates a customer for a user, and an address if one is given. Safe to retry and to run concurrently: each user gets
 * exactly one customer, whether or not Paddle allows two customers with the same email address.
 *
 * 1. Lock the user in the application's store, so that sign-ups of one user run one at a time.
 * 2. Use the customer that the store has.
 * 3. Otherwise use the customer in Paddle whose `custom_data` has the user's ID: an earlier sign-up created it but
 *    failed before saving it.
 * 4. Otherwise create one. If Paddle refuses because a customer with that email address exists, use that customer,
 *    unless it belongs to another user.
 */
export function provisionCustomer(paddle: PaddleClient, store: ApplicationStore, user: SignUp): Promise<BillingRecord> {
  return store.exclusively(user.userId, async () => {
    const known = await store.find(user.userId);
    const customerId = known?.customerId ?? (await findOwn(paddle, user)) ?? (await create(paddle, store, user));
    const record = { customerId, addressId: known?.addressId ?? null };
    // Saved before the address is created, so that the customer is kept if that fails.
    if (!known) await store.save(user.userId, record);
    if (!user.address || record.addressId !== null) return record;
    const complete = { customerId, addressId: await provideAddress(paddle, customerId, user.address) };
    await store.save(user.userId, complete);
    return complete;
  });
}

async function findOwn(paddle: PaddleClient, { email, userId }: SignUp): Promise<string | null> {
  // Paddle's filter accepts at most 100 characters.
  if (email.length > 100) return null;
  const query = { email: [email], status: ['active' as const] };
  for await (const customer of paginate(paddle, '/customers', { params: { query } })) {
    if (ownerIn(customer) === userId) return customer.id;
  }
  return null;
}

async function create(paddle: PaddleClient, store: ApplicationStore, user: SignUp): Promise<string> {
  const { email, name, userId } = user;
  try {
    const body = { email, ...(name !== undefined && { name }), custom_data: { user_id: userId } };
    return (await paddle.POST('/customers', { body })).data.id;
  } catch (error) {
    if (!isPaddleError(error, 'customer_already_exists')) throw error;
    return adopt(paddle, store, user, existingId(error));
  }
}

/** @evidence official: the existing ID is only in the detail */
function existingId(error: PaddleRequestError): string {
  const id = /ctm_[a-z\d]{26}/.exec(error.detail)?.[0];
  if (id === undefined) throw error;
  return id;
}

async function adopt(
  paddle: PaddleClient,
  store: ApplicationStore,
  { userId }: SignUp,
  customer_id: string,
): Promise<string> {
  const params = { path: { customer_id } };
  const { data: customer } = await paddle.GET('/customers/{customer_id}', { params });
  const owner = (await store.ownerOf(customer_id)) ?? ownerIn(customer);
  // Sharing a customer would expose the other user's invoices.
  if (owner !== null && owner !== userId) throw new Error(`Customer ${customer_id} belongs to another user.`);
  if (customer.status === 'archived') {
    await paddle.PATCH('/customers/{customer_id}', { params, body: { status: 'active' } });
  }
  return customer_id;
}

/** Under the official profile, `custom_data` may be `null` and its values may be of any type. */
function ownerIn({ custom_data }: Pick<Customer, 'custom_data'> | { custom_data: null }): string | null {
  return custom_data?.user_id ?? null;
}

async function provideAddress(paddle: PaddleClient, customer_id: string, wanted: AddressCreate): Promise<string> {
  const params = { path: { customer_id } };
  for await (const address of paginate(paddle, '/customers/{customer_id}/addresses', { params })) {
    if (address.status === 'active' && isSamePlace(address, wanted)) return address.id;
  }
  return (await paddle.POST('/customers/{customer_id}/addresses', { params, body: wanted })).data.id;
}

function isSamePlace(address: Address, wanted: AddressCreate): boolean {
  const lines = ['country_code', 'postal_code', 'region', 'city', 'first_line', 'second_line'] as const;
  return lines.every((line) => address[line] === (wanted[line] ?? null));
}
