import { expect } from '../law/expect.ts';
import { createCustomer } from '../nouns/arrange.ts';
import { fillWithUnknownIds } from '../nouns/unknown-ids.ts';
import { laws } from '../suite/laws.ts';
import { refusalIn } from '../targets/account.ts';

export default laws(({ target, test }) => {
  const { operations } = target.contract;

  test('auth-bearer: the scheme is accepted in any case', async () => {
    const account = target.newAccount();
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
      const answer = await account.request('GET', '/customers', {
        headers: { authorization: `${scheme} ${account.apiKey}` },
      });
      expect(answer.status).toBe(200);
    }
  });

  test('auth-bearer: every operation that needs a key is refused without one', async () => {
    const account = target.newAccount();
    for (const { method, path } of operations.filter(({ needsKey }) => needsKey)) {
      const refusal = refusalIn(
        await account.request(method, fillWithUnknownIds(path), { headers: { authorization: null } }),
      );
      expect(refusal).toMatchObject({
        status: 403,
        type: 'request_error',
        code: 'authentication_missing',
        detail: 'Authentication header missing.',
      });
    }
  });

  test('auth-bearer: what is no API key in a bearer header is refused as malformed', async () => {
    const account = target.newAccount();
    const clientToken = `test_${'0'.repeat(27)}`;
    const headers = [
      'Bearer',
      'Bearer key',
      `Basic ${account.apiKey}`,
      account.apiKey,
      `Bearer ${clientToken}`,
      `Bearer ${account.apiKey}x`,
    ];
    for (const authorization of headers) {
      const refusal = refusalIn(await account.request('GET', '/customers', { headers: { authorization } }));
      expect(refusal, authorization).toMatchObject({
        status: 403,
        type: 'request_error',
        code: 'authentication_malformed',
      });
    }
  });

  test('env-keys-not-interchangeable: a live key is refused here', async () => {
    const account = target.newAccount();
    const authorization = `Bearer pdl_live_apikey_${'0'.repeat(26)}_${'0'.repeat(22)}_${'0'.repeat(3)}`;
    const refusal = refusalIn(await account.request('GET', '/customers', { headers: { authorization } }));
    expect(refusal).toMatchObject({ status: 403, code: 'invalid_token', detail: 'Invalid or revoked API key.' });
  });

  test('env-keys-not-interchangeable: what one account has, another neither finds nor lists', async ({ skip }) => {
    if (!target.can.isolate) skip('there is only one account');
    const [owner, other] = [target.newAccount(), target.newAccount()];
    const customer = await createCustomer(owner);
    expect(await other.refusal('getCustomer', { path: { customer_id: customer.id } })).toMatchObject({
      status: 404,
      code: 'not_found',
    });
    expect((await other.call('listCustomers')).data).toEqual([]);
    expect((await createCustomer(other, { email: customer.email })).email).toBe(customer.email);
  });
});
