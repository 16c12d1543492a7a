import { describe, expect, test } from 'vitest';
import { startPaddock } from '#mock-server/index.ts';
import { useMock, watchFetch } from '../testing/mock-account.ts';
import { type ApplicationStore, createMemoryStore } from './application-store.ts';
import { provisionCustomer } from './provision-customer.ts';

const user = { userId: 'user-1', email: 'sam@example.com', name: 'Sam Miller' };
const address = { country_code: 'US', postal_code: '10021' } as const;

describe.each(['guide', 'official'] as const)('provisionCustomer, with the %s profile', (profile) => {
  const { connect, listCustomers } = useMock(() => startPaddock({ port: 0, profile, rateLimit: false }));

  test('creates a customer with the ID of the user, and saves it', async () => {
    const store = createMemoryStore();
    const paddle = connect();
    const record = await provisionCustomer(paddle, store, user);
    const params = { path: { customer_id: record.customerId } };
    const { data } = await paddle.GET('/customers/{customer_id}', { params });
    expect(data).toMatchObject({ email: user.email, name: user.name, custom_data: { user_id: 'user-1' } });
    expect(await store.find('user-1')).toEqual(record);
  });

  test('sends no request if the store has the user', async () => {
    const store = createMemoryStore();
    const record = await provisionCustomer(connect(), store, user);
    const { fetch, calls } = watchFetch();
    expect(await provisionCustomer(connect(fetch), store, user)).toEqual(record);
    expect(calls).toEqual([]);
  });

  test('creates one customer when sign-ups of one user run concurrently', async () => {
    const store = createMemoryStore();
    const paddle = connect();
    const records = await Promise.all(Array.from({ length: 5 }, () => provisionCustomer(paddle, store, user)));
    expect(new Set(records.map(({ customerId }) => customerId)).size).toBe(1);
    expect(await listCustomers()).toEqual(['sam@example.com active']);
  });

  test('finds the customer of a sign-up whose response was lost', async () => {
    const store = createMemoryStore();
    const paddle = connect(losePosts());
    await expect(provisionCustomer(paddle, store, user)).rejects.toMatchObject({ code: 'network_error' });
    await provisionCustomer(connect(), store, user);
    expect(await listCustomers()).toEqual(['sam@example.com active']);
  });

  test('finds the customer of a sign-up that ended before it could save', async () => {
    const crashed: ApplicationStore = { ...createMemoryStore(), save: () => Promise.reject(new Error('disk full')) };
    await expect(provisionCustomer(connect(), crashed, user)).rejects.toThrow('disk full');
    await provisionCustomer(connect(), createMemoryStore(), user);
    expect(await listCustomers()).toEqual(['sam@example.com active']);
  });

  test('creates the address once, even when called again', async () => {
    const store = createMemoryStore();
    const first = await provisionCustomer(connect(), store, { ...user, address });
    expect(await provisionCustomer(connect(), store, { ...user, address })).toEqual(first);
    const forgetful = createMemoryStore();
    expect(await provisionCustomer(connect(), forgetful, { ...user, address })).toEqual(first);
    const params = { path: { customer_id: first.customerId } };
    const { data } = await connect().GET('/customers/{customer_id}/addresses', { params });
    expect(data).toMatchObject([{ id: first.addressId, ...address }]);
  });

  test('keeps the customer when the address is refused', async () => {
    const store = createMemoryStore();
    const refused = { country_code: 'CU', postal_code: '10021' } as const;
    const signUp = provisionCustomer(connect(), store, { ...user, address: refused });
    await expect(signUp).rejects.toMatchObject({ code: 'address_location_not_allowed' });
    expect(await store.find('user-1')).toMatchObject({ addressId: null });
    await provisionCustomer(connect(), store, { ...user, address });
    expect(await listCustomers()).toEqual(['sam@example.com active']);
  });
});

describe('provisionCustomer, if an email address can have only one customer', () => {
  const { connect, listCustomers } = useMock(() => startPaddock({ port: 0, profile: 'official', rateLimit: false }));

  test('adopts a customer that belongs to no user', async () => {
    const { data } = await connect().POST('/customers', { body: { email: user.email } });
    const record = await provisionCustomer(connect(), createMemoryStore(), user);
    expect(record.customerId).toBe(data.id);
    expect(await listCustomers()).toEqual(['sam@example.com active']);
  });

  test('adopts an archived customer and reactivates it', async () => {
    const { data } = await connect().POST('/customers', { body: { email: user.email } });
    const params = { path: { customer_id: data.id } };
    await connect().PATCH('/customers/{customer_id}', { params, body: { status: 'archived' } });
    const record = await provisionCustomer(connect(), createMemoryStore(), user);
    expect(record.customerId).toBe(data.id);
    expect(await listCustomers()).toEqual(['sam@example.com active']);
  });

  test("does not adopt another user's customer", async () => {
    const store = createMemoryStore();
    await provisionCustomer(connect(), store, user);
    const other = { ...user, userId: 'user-2' };
    await expect(provisionCustomer(connect(), store, other)).rejects.toThrow('belongs to another user');
    expect(await store.find('user-2')).toBeNull();
  });
});

describe('provisionCustomer, if customers can share an email address', () => {
  const { connect, listCustomers } = useMock(() => startPaddock({ port: 0, profile: 'guide', rateLimit: false }));

  test('creates one customer per user', async () => {
    const store = createMemoryStore();
    const one = await provisionCustomer(connect(), store, user);
    const two = await provisionCustomer(connect(), store, { ...user, userId: 'user-2' });
    expect(two.customerId).not.toBe(one.customerId);
    expect(await listCustomers()).toHaveLength(2);
  });
});

/** Returns a `fetch` that loses the responses to POSTs. */
function losePosts() {
  return async (request: Request): Promise<Response> => {
    const response = await globalThis.fetch(request);
    if (request.method === 'POST') throw new TypeError('fetch failed');
    return response;
  };
}
