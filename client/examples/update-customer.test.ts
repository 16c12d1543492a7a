import { describe, expect, test } from 'vitest';
import { startPaddock } from '#mock-server/index.ts';
import type { CustomerCreate } from '../index.ts';
import { useMock, watchFetch } from '../testing/mock-account.ts';
import { createMemoryStore } from './application-store.ts';
import { type AccountChange, updateCustomer } from './update-customer.ts';

describe.each(['guide', 'official'] as const)('updateCustomer, with the %s profile', (profile) => {
  const { connect } = useMock(() => startPaddock({ port: 0, profile, rateLimit: false }));

  /** Updates a customer after a change, and returns the outcome, the request bodies and the customer. */
  async function change(customer: Partial<CustomerCreate>, changed: AccountChange) {
    const { customer_id, store } = await provide(customer);
    const { fetch, calls } = watchFetch();
    const outcome = await updateCustomer(connect(fetch), store, 'user-1', changed);
    const sent = calls.filter(({ method }) => method === 'PATCH').map(({ body }): unknown => JSON.parse(body));
    const { data } = await connect().GET('/customers/{customer_id}', { params: { path: { customer_id } } });
    return { outcome, sent, customer: data };
  }

  async function provide(customer: Partial<CustomerCreate>) {
    const store = createMemoryStore();
    const body = { email: 'sam@example.com', name: 'Sam Miller', locale: 'en', ...customer };
    const { data } = await connect().POST('/customers', { body });
    await store.save('user-1', { customerId: data.id, addressId: null });
    return { customer_id: data.id, store };
  }

  test('sends the fields that differ, and no others', async () => {
    const { outcome, sent, customer } = await change({}, { email: 'sam@example.com', name: 'Sam Smith', locale: 'en' });
    expect(outcome).toBe('updated');
    expect(sent).toEqual([{ name: 'Sam Smith' }]);
    expect(customer).toMatchObject({ email: 'sam@example.com', name: 'Sam Smith' });
  });

  test('sends nothing when nothing differs', async () => {
    const { outcome, sent } = await change(
      { custom_data: { plan: 'pro' } },
      { name: 'Sam Miller', customData: { plan: 'pro' } },
    );
    expect(outcome).toBe('unchanged');
    expect(sent).toEqual([]);
  });

  test('clears a name with null', async () => {
    const { customer } = await change({}, { name: null });
    expect(customer.name).toBeNull();
  });

  test('keeps custom data when something else changes', async () => {
    const { customer } = await change({ custom_data: { user_id: '1' } }, { name: 'Sam Smith', customData: {} });
    expect(customer.custom_data).toEqual({ user_id: '1' });
  });

  test('merges custom data with the existing', async () => {
    const changed = { customData: { plan: 'pro', trial: null } };
    const { customer } = await change({ custom_data: { user_id: '1', trial: 'yes' } }, changed);
    expect(customer.custom_data).toEqual({ user_id: '1', plan: 'pro' });
  });

  test.for([{ clearCustomData: true }, { customData: { plan: null } }] satisfies AccountChange[])(
    'clears custom data when it is asked to, and with null: %j',
    async (changed) => {
      const { sent, customer } = await change({ custom_data: { plan: 'pro' } }, changed);
      expect(sent).toEqual([{ custom_data: null }]);
      expect(customer.custom_data).toEqual(profile === 'guide' ? {} : null);
    },
  );

  test('leaves an archived customer alone', async () => {
    const { customer_id, store } = await provide({});
    const params = { path: { customer_id } };
    await connect().PATCH('/customers/{customer_id}', { params, body: { status: 'archived' } });
    expect(await updateCustomer(connect(), store, 'user-1', { name: 'Sam Smith' })).toBe('archived');
  });

  test('notices a customer that is archived while it is being changed', async () => {
    const { customer_id, store } = await provide({});
    const archive = async (request: Request) => {
      const response = await globalThis.fetch(request);
      const params = { path: { customer_id } };
      if (request.method === 'GET')
        await connect().PATCH('/customers/{customer_id}', { params, body: { status: 'archived' } });
      return response;
    };
    expect(await updateCustomer(connect(archive), store, 'user-1', { name: 'Sam Smith' })).toBe('archived');
  });

  test('reports a customer that Paddle does not know, and a user without one, as missing', async () => {
    const store = createMemoryStore();
    expect(await updateCustomer(connect(), store, 'user-1', { name: 'Sam' })).toBe('missing');
    await store.save('user-1', { customerId: 'ctm_01kpadd0ck0000000000000404', addressId: null });
    expect(await updateCustomer(connect(), store, 'user-1', { name: 'Sam' })).toBe('missing');
  });

  test('does not hide other failures', async () => {
    const { store } = await provide({});
    const update = updateCustomer(connect(), store, 'user-1', { email: 'not an address' });
    await expect(update).rejects.toMatchObject({ name: 'PaddleRequestError', status: 400 });
  });
});
