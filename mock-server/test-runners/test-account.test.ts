import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { startPaddock } from '../index.ts';
import { setEnvironment } from './environment.ts';
import { startSharedServer } from './shared-server.ts';
import { openTestAccount } from './test-account.ts';

const restore = setEnvironment({ PADDOCK_URL: undefined, PADDLE_API_KEY: 'before', PADDLE_BASE_URL: undefined });
afterEach(() => void setEnvironment({ PADDOCK_URL: undefined }));
afterAll(restore);

describe('an account for one test', () => {
  test('restores the variables in the end', async () => {
    const { paddock, end } = await openTestAccount({ environment: ({ url }) => ({ BILLING_URL: `${url}/` }) });
    expect([process.env['PADDLE_API_KEY'], process.env['BILLING_URL']]).toEqual([paddock.apiKey, `${paddock.url}/`]);
    expect(await end(false)).toBeUndefined();
    expect([process.env['PADDLE_API_KEY'], process.env['PADDLE_BASE_URL']]).toEqual(['before', undefined]);
    expect(process.env['BILLING_URL']).toBeUndefined();
  });

  test('begins with the given behaviours', async () => {
    const { paddock, end } = await openTestAccount({ profile: 'official' });
    expect(await paddock.getBehaviours()).toMatchObject({ 'pagination-next': 'url' });
    await end(false);
  });

  test('describes the requests, responses and webhooks of a failed test', async () => {
    const { paddock, end } = await openTestAccount();
    await paddock.webhooks.collect();
    await paddock.client.POST('/customers', { body: { email: 'sam@example.com' } });
    await paddock.client
      .GET('/customers/{customer_id}', { params: { path: { customer_id: 'ctm_1' } } })
      .catch(() => {});
    await paddock.settle();
    const traffic = await end(true);
    expect(traffic).toContain(
      '#1 POST /customers (createCustomer) answered 201\n      sent: {"email":"sam@example.com"}',
    );
    expect(traffic).toContain('#2 GET /customers/ctm_1 (getCustomer) answered 400');
    expect(traffic).toMatch(/customer\.created to http:\/\/127\.0\.0\.1:\d+\/, attempt 1: delivered, answered 200/);
    expect(traffic).not.toContain(paddock.apiKey);
  });
});

describe('the shared server', () => {
  test('is found by its variable and gives each test a new account', async () => {
    const stop = await startSharedServer({ profile: 'official' });
    const one = await openTestAccount();
    const other = await openTestAccount();
    expect([one.paddock.url, other.paddock.url]).toEqual([process.env['PADDOCK_URL'], process.env['PADDOCK_URL']]);
    expect(one.paddock.apiKey).not.toBe(other.paddock.apiKey);
    expect(await one.paddock.getBehaviours()).toMatchObject({ 'pagination-next': 'url' });
    await other.end(false);
    await one.end(false);
    await stop();
    expect(process.env['PADDOCK_URL']).toBeUndefined();
  });

  test('is an existing mock if the variable names one', async () => {
    await using paddock = await startPaddock();
    setEnvironment({ PADDOCK_URL: paddock.url });
    const stop = await startSharedServer();
    await stop();
    const { paddock: account, end } = await openTestAccount();
    expect(account.url).toBe(paddock.url);
    await end(false);
  });
});
