import { expect } from '../law/expect.ts';
import { customerWithAddresses, listing } from '../nouns/addresses/list.ts';
import { laws } from '../suite/laws.ts';
import type { Account } from '../targets/account.ts';

export default laws(({ target, test }) => {
  const perPageOf = async (account: Account, query: Record<string, string | number>) =>
    (await account.call('listCustomers', { query })).meta.pagination.per_page;

  test('page-size-default-50: a page holds 50 entities', async () => {
    const account = target.newAccount();
    expect(await perPageOf(account, {})).toBe(50);
    const { customer } = await customerWithAddresses(account, 51);
    const page = await listing(account, customer, {})({});
    expect(page.data).toHaveLength(50);
    expect(page.meta.pagination).toMatchObject({ per_page: 50, has_more: true });
  });

  test('page-size-max-200: up to 200 entities may be asked for', async () => {
    const account = target.newAccount();
    expect(await perPageOf(account, { per_page: 200 })).toBe(200);
    expect(await perPageOf(account, { per_page: 1 })).toBe(1);
  });

  test('per-page-over-max: a larger page is lowered to 200, which the answer says', async () => {
    const account = target.newAccount();
    for (const per_page of [201, 100_000]) expect(await perPageOf(account, { per_page })).toBe(200);
  });

  test('per-page-over-max: a page size of 0 is not refused, and the answer says what was used', async () => {
    const account = target.newAccount();
    const { customer } = await customerWithAddresses(account, 3);
    const { data, meta } = await listing(account, customer, { per_page: 0 })({});
    expect(data).toHaveLength(Math.min(meta.pagination.per_page, 3));
    expect(meta.pagination.has_more).toBe(meta.pagination.per_page < 3);
  });

  test('per-page-over-max: a negative page size and one that is no whole number are refused', async () => {
    const account = target.newAccount();
    const negative = await account.refusal('listCustomers', { query: { per_page: -1 } });
    expect(negative).toMatchObject({
      status: 400,
      code: 'invalid_field',
      errors: [{ message: 'must be greater than or equal to 0. Provided: -1' }],
    });
    for (const per_page of ['1.5', 'ten', '1e1', '']) {
      const refusal = await account.refusal('listCustomers', { query: { per_page } });
      expect(refusal).toMatchObject({
        status: 400,
        code: 'bad_request',
        errors: [{ field: 'per_page', message: 'invalid input' }],
      });
    }
  });

  const same = target.behaviours['page-sizes'] === 'same';

  for (const { operation, size, maximum } of [
    { operation: 'listTransactions', size: same ? 50 : 30, maximum: same ? 200 : 30 },
    { operation: 'listNotificationSettings', size: same ? 50 : 200, maximum: 200 },
    { operation: 'listSubscriptions', size: 50, maximum: 200 },
    { operation: 'listEvents', size: 50, maximum: 200 },
    { operation: 'listNotifications', size: 50, maximum: 200 },
  ] as const) {
    const perPageOf = async (query: Record<string, number>) =>
      (await target.newAccount().call(operation, { query })).meta.pagination.per_page;

    test(`page-size-default-50: a page of ${operation} holds ${size} entities`, async () => {
      expect([await perPageOf({}), await perPageOf({ per_page: 0 })]).toEqual([size, size]);
    });

    test(`page-size-max-200: up to ${maximum} entities of ${operation} may be asked for, and more is lowered to that`, async () => {
      const asked = [1, maximum, maximum + 1, 100_000];
      expect(await Promise.all(asked.map((per_page) => perPageOf({ per_page })))).toEqual([
        1,
        maximum,
        maximum,
        maximum,
      ]);
    });
  }
});
