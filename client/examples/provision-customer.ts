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

/** Someone who signs up. The application has made sure that the email address is theirs. */
export interface SignUp {
  readonly userId: string;
  readonly email: string;
  readonly name?: string;
  readonly address?: AddressCreate;
}

/**
 * Gives a user a customer, and an address if there is one. Safe to repeat and to run twice at once: a user gets one
 * customer, whether or not Paddle lets two customers have one email address.
 *
 * 1. One sign-up of a user at a time, by a lock in the application's own store.
 * 2. A customer that the store knows is the answer.
 * 3. A customer in Paddle that carries the user's ID was made by a sign-up that ended before it could save.
 * 4. Else create one. If Paddle says that the email address has a customer, that one is the user's, unless it belongs
 *    to another user.
 */
export function provisionCustomer(paddle: PaddleClient, store: ApplicationStore, user: SignUp): Promise<BillingRecord> {
  return store.exclusively(user.userId, async () => {
    const known = await store.find(user.userId);
    const customerId = known?.customerId ?? (await findOwn(paddle, user)) ?? (await create(paddle, store, user));
    const record = { customerId, addressId: known?.addressId ?? null };
    // Saved before the address is made, so that a failure there leaves a user with a customer.
    if (!known) await store.save(user.userId, record);
    if (!user.address || record.addressId !== null) return record;
    const complete = { customerId, addressId: await provideAddress(paddle, customerId, user.address) };
    await store.save(user.userId, complete);
    return complete;
  });
}

async function findOwn(paddle: PaddleClient, { email, userId }: SignUp): Promise<string | null> {
  // Paddle's filter takes no longer ones.
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

/** @evidence official: the existing ID is in the detail, and nowhere else */
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
  // Giving one user another's customer would show them the other's invoices.
  if (owner !== null && owner !== userId) throw new Error(`Customer ${customer_id} belongs to another user.`);
  if (customer.status === 'archived') {
    await paddle.PATCH('/customers/{customer_id}', { params, body: { status: 'active' } });
  }
  return customer_id;
}

/** With the official profile, `custom_data` may be `null` and its values of any type. */
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
