import { describe, expectTypeOf, test } from 'vitest';
import {
  type Address,
  type Customer,
  createPaddleClient,
  isPaddleError,
  type OfficialPaths,
  type PaddleClient,
  type PaddleRequestError,
  paginate,
  type Subscription,
} from './index.ts';

const options = { apiKey: '', environment: 'sandbox' } as const;
const guide = () => createPaddleClient(options);
const official = () => createPaddleClient<OfficialPaths>(options);
const params = { path: { customer_id: 'ctm_1' } };

describe('the guide types, the default', () => {
  test('are those of a client without a type parameter', () => {
    expectTypeOf(guide).returns.toEqualTypeOf<PaddleClient>();
  });

  test('have entities as answers, without undefined', async () => {
    const { data, meta, response } = await guide().GET('/customers/{customer_id}', { params });
    expectTypeOf(data).toEqualTypeOf<Customer>();
    expectTypeOf(meta.request_id).toBeString();
    expectTypeOf(response).toEqualTypeOf<Response>();
  });

  test('have lists with pagination', async () => {
    const { data, meta } = await guide().GET('/customers');
    expectTypeOf(data).toEqualTypeOf<Customer[]>();
    expectTypeOf(meta.pagination.next).toEqualTypeOf<string | null>();
  });

  test('have the archive endpoint', async () => {
    const { data } = await guide().POST('/customers/{customer_id}/archive', { params });
    expectTypeOf(data.status).toEqualTypeOf<'active' | 'archived'>();
  });

  test('have strings in custom_data', async () => {
    const { data } = await guide().GET('/customers/{customer_id}', { params });
    expectTypeOf(data.custom_data).toEqualTypeOf<{ [key: string]: string }>();
    // @ts-expect-error The guide's values are strings.
    await guide().POST('/customers', { body: { email: 'sam@example.com', custom_data: { seats: 5 } } });
  });
});

describe('the official types', () => {
  test('have no archive endpoint', async () => {
    // @ts-expect-error There is none.
    await official().POST('/customers/{customer_id}/archive', { params });
  });

  test('have any JSON in custom_data, or null', async () => {
    const { data } = await official().POST('/customers', {
      body: { email: 'sam@example.com', custom_data: { plan: { seats: 5 } } },
    });
    expectTypeOf(data.custom_data).toEqualTypeOf<{ [key: string]: unknown } | null>();
  });

  test('have no marketing_consent to write and no updated_at filter', async () => {
    // @ts-expect-error It is read-only.
    await official().PATCH('/customers/{customer_id}', { params, body: { marketing_consent: true } });
    // @ts-expect-error Only transactions have it.
    await official().GET('/customers', { params: { query: { updated_at: { GT: '2026-07-01T00:00:00Z' } } } });
  });
});

describe('mistakes do not compile:', () => {
  test('an unknown path, or a method that the path does not have', async () => {
    // @ts-expect-error
    await guide().GET('/customer');
    // @ts-expect-error
    await guide().PATCH('/customers', { body: {} });
  });

  test('a customer needs an email, and only that', async () => {
    await guide().POST('/customers', { body: { email: 'sam@example.com' } });
    // @ts-expect-error
    await guide().POST('/customers', { body: { name: 'Sam' } });
    // @ts-expect-error
    await guide().POST('/customers');
  });

  test('an address needs a country', async () => {
    await guide().POST('/customers/{customer_id}/addresses', { params, body: { country_code: 'US' } });
    // @ts-expect-error
    await guide().POST('/customers/{customer_id}/addresses', { params, body: { country_code: 'USA' } });
  });

  test('a path with a name in it needs its value', async () => {
    // @ts-expect-error
    await guide().GET('/customers/{customer_id}');
    // @ts-expect-error
    await guide().GET('/customers/{customer_id}', { params: { path: {} } });
  });

  test('misspelt fields, filters and options are refused', async () => {
    // @ts-expect-error
    await guide().POST('/customers', { body: { email: 'sam@example.com', nmae: 'Sam' } });
    // @ts-expect-error
    await guide().GET('/customers', { params: { query: { state: ['active'] } } });
    // @ts-expect-error
    await guide().GET('/customers', { timeout: 5 });
    // @ts-expect-error
    await guide().GET('/customers', { body: {} });
  });

  test('a portal session may have a body', async () => {
    await guide().POST('/customers/{customer_id}/portal-sessions', { params });
    await guide().POST('/customers/{customer_id}/portal-sessions', { params, body: { subscription_ids: ['sub_1'] } });
  });

  test('POST cannot be made repeatable', () => {
    // @ts-expect-error
    createPaddleClient({ ...options, retry: { methods: ['GET', 'POST'] } });
  });
});

describe('paginate', () => {
  test('yields the entities of the list', () => {
    expectTypeOf(paginate(guide(), '/subscriptions')).toEqualTypeOf<AsyncGenerator<Subscription, void, undefined>>();
    const addresses = paginate(guide(), '/customers/{customer_id}/addresses', { params });
    expectTypeOf(addresses).toEqualTypeOf<AsyncGenerator<Address, void, undefined>>();
  });

  test("yields the official types' entities for an official client", async () => {
    for await (const customer of paginate(official(), '/customers')) {
      expectTypeOf(customer.custom_data).toEqualTypeOf<{ [key: string]: unknown } | null>();
    }
  });

  test('takes lists with pages only', () => {
    // @ts-expect-error It is one entity.
    paginate(guide(), '/customers/{customer_id}', { params });
    // @ts-expect-error It has no pages.
    paginate(guide(), '/event-types');
    // @ts-expect-error The path needs a value.
    paginate(guide(), '/customers/{customer_id}/addresses');
  });
});

test('isPaddleError narrows', () => {
  const error: unknown = null;
  if (isPaddleError(error, 'not_found')) expectTypeOf(error).toEqualTypeOf<PaddleRequestError>();
});
