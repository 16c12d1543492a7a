import { expect } from '../law/expect.ts';
import { createCustomer } from '../nouns/arrange.ts';
import { fillWithUnknownIds } from '../nouns/unknown-ids.ts';
import { laws } from '../suite/laws.ts';
import { refusalIn } from '../targets/account.ts';

export default laws(({ target, test }) => {
  const { operations } = target.contract;

  const permissions = [...new Set(operations.flatMap(({ permission }) => permission ?? []))];

  test('key-types-default-restricted: a key works for the same account as the one it was made with', async ({
    skip,
  }) => {
    const keys = target.can.keys ?? skip('API keys cannot be created on the target');
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const second = await keys.create(account, {});
    expect((await second.call('getCustomer', { path: { customer_id: customer.id } })).data).toEqual(customer);
  });

  test('no-scopes: each operation needs its permission, and no other', async ({ skip }) => {
    const keys = target.can.keys ?? skip('API keys cannot be created on the target');
    const account = target.newAccount();
    for (const { id, method, path, permission } of operations) {
      const only = await keys.create(account, { permissions: permission === null ? [] : [permission] });
      const allowed = await only.request(method, fillWithUnknownIds(path), method === 'GET' ? {} : { body: {} });
      expect(allowed.status, id).not.toBe(403);
      if (permission === null) continue;
      const others = await keys.create(account, { permissions: permissions.filter((other) => other !== permission) });
      const refusal = refusalIn(
        await others.request(method, fillWithUnknownIds(path), method === 'GET' ? {} : { body: {} }),
      );
      expect(refusal, id).toMatchObject({
        status: 403,
        code: 'forbidden',
        detail: "You aren't permitted to perform this request.",
      });
    }
  });

  test('key-types-default-restricted: what a restricted key may not do, it does not do', async ({ skip }) => {
    const keys = target.can.keys ?? skip('API keys cannot be created on the target');
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const reader = await keys.create(account, { permissions: ['customer.read'] });
    const path = { customer_id: customer.id };
    expect(await reader.refusal('updateCustomer', { path, body: { name: 'Changed' } })).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect(await reader.refusal('createCustomer', { body: { email: target.freshEmail() } })).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect((await reader.call('getCustomer', { path })).data).toEqual(customer);
  });

  test('key-expiry: a key works until it expires', async ({ skip }) => {
    const keys = target.can.keys ?? skip('API keys cannot be created on the target');
    const clock = target.can.clock ?? skip('the clock of the target cannot be moved');
    const account = target.newAccount();
    await clock.set(account, { now: '2026-07-01T00:00:00Z', frozen: true });
    const temporary = await keys.create(account, { expires_at: '2026-07-02T00:00:00Z' });
    await clock.advance(account, { hours: 23 });
    await temporary.call('listCustomers');
    await clock.advance(account, { hours: 2 });
    expect(await temporary.refusal('listCustomers')).toMatchObject({ status: 403, code: 'invalid_token' });
    await account.call('listCustomers');
  });

  test('key-expiry: a revoked key is refused, and other keys of the account go on', async ({ skip }) => {
    const keys = target.can.keys ?? skip('API keys cannot be created on the target');
    const account = target.newAccount();
    const second = await keys.create(account, {});
    await second.call('listCustomers');
    await keys.revoke(second);
    expect(await second.refusal('listCustomers')).toMatchObject({
      status: 403,
      code: 'invalid_token',
      detail: 'Invalid or revoked API key.',
    });
    await account.call('listCustomers');
  });
});
