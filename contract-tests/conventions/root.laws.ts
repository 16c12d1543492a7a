import { expect } from '../law/expect.ts';
import { laws } from '../suite/laws.ts';
import { refusalIn } from '../targets/account.ts';

export default laws(({ target, test }) => {
  test('api-root: without a key there is no caller', async () => {
    const answer = await target.newAccount().request('GET', '/', { headers: { authorization: null } });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ data: { caller: { auth_type: null, account: null, permissions: [] } } });
  });

  test('api-root: a key is told apart from no key, and belongs to the sandbox', async () => {
    const { api, caller } = (await target.newAccount().call('getApiRoot')).data;
    expect(api.environment).toBe('sandbox');
    expect(caller).toMatchObject({ auth_type: 'api_key', account: expect.any(Object) });
  });

  test('api-root: an invalid key is refused, as everywhere', async () => {
    const account = target.newAccount();
    const live = `pdl_live_apikey_${'0'.repeat(26)}_${'0'.repeat(22)}_${'0'.repeat(3)}`;
    for (const [authorization, code] of [
      ['Bearer key', 'authentication_malformed'],
      [`Bearer ${live}`, 'invalid_token'],
    ] as const)
      expect(refusalIn(await account.request('GET', '/', { headers: { authorization } }))).toMatchObject({
        status: 403,
        code,
      });
  });

  test('api-root: the permissions are those of the key', async ({ skip }) => {
    const keys = target.can.keys ?? skip('API keys cannot be created on the target');
    const account = target.newAccount();
    const permissions = ['customer.read', 'product.write'];
    const restricted = await keys.create(account, { permissions });
    expect((await restricted.call('getApiRoot')).data.caller.permissions.toSorted()).toEqual(permissions);
    const all = (await account.call('getApiRoot')).data.caller;
    expect(all.permissions).toEqual(expect.arrayContaining(permissions));
    expect((await restricted.call('getApiRoot')).data.caller.account).toEqual(all.account);
    expect(new Set(all.permissions).size).toBe(all.permissions.length);
  });
});
