import { describe, expect } from 'vitest';
import { test } from './vitest.ts';

describe('the fixture of paddle-paddock/vitest', () => {
  test('sets the usual variables for the code under test', async ({ paddock }) => {
    const { PADDLE_API_KEY, PADDLE_API_URL, PADDLE_BASE_URL, PADDLE_ENVIRONMENT, PADDLE_WEBHOOK_SECRET } = process.env;
    expect([PADDLE_API_KEY, PADDLE_API_URL, PADDLE_BASE_URL]).toEqual([paddock.apiKey, paddock.url, paddock.url]);
    expect([PADDLE_ENVIRONMENT, PADDLE_WEBHOOK_SECRET]).toEqual(['sandbox', paddock.webhooks.secret]);
  });

  test('finds an event that was delivered earlier', async ({ paddock }) => {
    await paddock.client.POST('/customers', { body: { email: 'sam@example.com' } });
    await paddock.settle();
    expect((await paddock.webhooks.waitFor('customer.created')).data.email).toBe('sam@example.com');
    expect(await paddock.requests.unexpected()).toEqual([]);
  });

  test.for([1, 2])('starts test %i with nothing in it', async (_number, { paddock }) => {
    await paddock.client.POST('/customers', { body: { email: 'sam@example.com' } });
    const { data } = await paddock.client.GET('/customers');
    expect(data).toHaveLength(1);
    await paddock.requests.expect({ operationId: 'createCustomer', times: 1 });
  });
});
