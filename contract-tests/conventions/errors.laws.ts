import { expect } from '../law/expect.ts';
import { createCustomer, unknownId } from '../nouns/arrange.ts';
import { laws } from '../suite/laws.ts';
import { refusalIn } from '../targets/account.ts';

export default laws(({ target, test }) => {
  const { operations } = target.contract;

  test('errors: a path that does not exist is an invalid URL', async () => {
    const account = target.newAccount();
    for (const path of ['/customer', '/customers/ctm_01h00000000000000000000000/orders', '/v1/customers', '/nothing']) {
      const refusal = refusalIn(await account.request('GET', path));
      expect(refusal, path).toMatchObject({
        status: 404,
        type: 'request_error',
        code: 'invalid_url',
        detail: 'URL called is invalid.',
      });
    }
  });

  test('errors: a path that exists does not take methods that it does not have', async () => {
    const account = target.newAccount();
    for (const path of new Set(operations.map((operation) => operation.path))) {
      const taken = operations.filter((operation) => operation.path === path).map(({ method }) => method);
      for (const method of ['DELETE', 'PUT'].filter((candidate) => !taken.includes(candidate))) {
        const refusal = refusalIn(await account.request(method, path.replace(/\{\w+\}/g, unknownId('ctm'))));
        expect(refusal, `${method} ${path}`).toMatchObject({ status: 405, code: 'method_not_allowed' });
      }
    }
  });

  test('errors: a method that HTTP does not have is not recognized', async () => {
    const account = target.newAccount();
    for (const method of ['BREW', 'FETCH']) {
      const refusal = refusalIn(await account.request(method, '/customers'));
      expect(refusal).toMatchObject({
        status: 501,
        type: 'api_error',
        code: 'not_implemented',
        detail: 'HTTP method not recognized.',
      });
    }
  });

  test('errors: a URL that is too long is refused', async () => {
    const answer = await target.newAccount().request('GET', `/customers?search=${'x'.repeat(40_000)}`);
    expect(refusalIn(answer)).toMatchObject({ status: 431, code: 'request_headers_too_large' });
  });

  test('classic-vs-billing: calls of Paddle Classic find nothing here', async () => {
    const account = target.newAccount();
    for (const path of ['/2.0/subscription/users', '/2.0/product/get_products', '/api/2.0/subscription/plans']) {
      const rawBody = 'vendor_id=1234&vendor_auth_code=abc';
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      expect(refusalIn(await account.request('POST', path, { rawBody, headers }))).toMatchObject({
        status: 404,
        code: 'invalid_url',
      });
    }
  });

  test('no-oauth: there is no endpoint that gives tokens out', async () => {
    const account = target.newAccount();
    const parts = { body: { grant_type: 'client_credentials', client_id: 'one', client_secret: 'two' } };
    for (const path of ['/oauth/token', '/oauth2/token', '/token', '/oauth/authorize']) {
      const refusal = refusalIn(await account.request('POST', path, parts));
      expect(refusal, path).toMatchObject({ status: 404, code: 'invalid_url' });
    }
  });

  test('scim-none: there is no SCIM', async () => {
    const account = target.newAccount();
    for (const path of ['/scim/v2/Users', '/scim/v2/Groups', '/scim/v2/ServiceProviderConfig']) {
      expect(refusalIn(await account.request('GET', path)), path).toMatchObject({ status: 404, code: 'invalid_url' });
    }
  });

  test('team-members-no-api: users of the dashboard have no API', async () => {
    const account = target.newAccount();
    for (const path of ['/users', '/team-members', '/members', '/teams']) {
      expect(refusalIn(await account.request('GET', path)), path).toMatchObject({ status: 404, code: 'invalid_url' });
    }
  });

  test('meta-request-id: every answer has a request ID of its own, in header and body, refusals too', async () => {
    const account = target.newAccount();
    const answers = [
      await account.request('GET', '/customers'),
      await account.request('GET', '/nothing'),
      await account.request('POST', '/customers', { body: {} }),
    ];
    const ids = answers.map(({ headers }) => headers.get('request-id'));
    expect(answers.map(({ body }) => body)).toEqual(
      ids.map((request_id) => expect.objectContaining({ meta: expect.objectContaining({ request_id }) })),
    );
    expect(new Set(ids).size).toBe(3);
  });

  test('idempotency-keys: the same request with the same key in a header happens twice', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const path = `/customers/${customer.id}/addresses`;
    const parts = {
      body: { country_code: 'IE' },
      headers: { 'idempotency-key': 'one', 'x-transaction-id': '7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11' },
    };
    await account.request('POST', path, parts);
    await account.request('POST', path, parts);
    expect((await account.call('listAddresses', { path: { customer_id: customer.id } })).data).toHaveLength(2);
  });
});
