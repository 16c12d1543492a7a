import type { Success } from '../../contract/operations.ts';
import { expect } from '../../law/expect.ts';
import { laws, type TestContext } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { unknownId } from '../arrange.ts';

type CheckoutDomain = Success<'getCheckoutDomain'>['data'];

const names = ['example.com', 'shop.example.com', 'eu.shop.example.com', 'other.example'];

/** Opens an account with approved domains, in the order of their names above. */
async function withDomains({ target, skip }: TestContext): Promise<{ account: Account; domains: CheckoutDomain[] }> {
  const seed = target.can.seed ?? skip('domains cannot be put into the target');
  const account = target.newAccount();
  const checkout_domains = names.map((domain, index) => ({
    id: `chedom_01k${'0'.repeat(22)}${index}`,
    domain,
    status: 'approved',
    payment_method_verification: { apple_pay: { status: 'unverified' } },
    created_at: `2026-07-01T00:00:0${index}Z`,
    updated_at: `2026-07-02T00:00:0${names.length - index}Z`,
  }));
  await seed(account, { checkout_domains });
  return { account, domains: (await account.call('listCheckoutDomains', { query: { order_by: 'id[ASC]' } })).data };
}

async function listed(account: Account, query: Record<string, string | number>): Promise<string[]> {
  return (await account.call('listCheckoutDomains', { query })).data.map(({ domain }) => domain);
}

export default laws(({ target, test }) => {
  test('checkout-domains: domains are listed newest first, or in the order that is asked for', async (context) => {
    const { account } = await withDomains(context);
    expect(await listed(account, {})).toEqual(names.toReversed());
    expect(await listed(account, { order_by: 'created_at[ASC]' })).toEqual(names);
    expect(await listed(account, { order_by: 'updated_at[DESC]' })).toEqual(names);
    expect(await listed(account, { per_page: 3, order_by: 'id[ASC]' })).toEqual(names.slice(0, 3));
    expect(await listed(account, { status: 'rejected,in_review' })).toEqual([]);
    expect(await listed(account, { status: 'approved' })).toHaveLength(names.length);
  });

  test('checkout-domains: a domain is found with those above it and below it', async (context) => {
    const { account } = await withDomains(context);
    const below = ['eu.shop.example.com', 'shop.example.com', 'example.com'];
    expect(await listed(account, { domain: 'shop.example.com' })).toEqual(below);
    expect(await listed(account, { domain: 'example.com' })).toEqual(below);
    expect(await listed(account, { domain: 'us.shop.example.com' })).toEqual(['shop.example.com', 'example.com']);
    expect(await listed(account, { domain: 'shop.other.example' })).toEqual(['other.example']);
    expect(await listed(account, { domain: 'ample.com' })).toEqual([]);
  });

  test('checkout-domains: a domain is read, and can be verified for Apple Pay', async (context) => {
    const { account, domains } = await withDomains(context);
    const [, shop] = domains;
    const path = { domain_id: shop?.id ?? '' };
    expect((await account.call('getCheckoutDomain', { path })).data).toEqual(shop);
    const body = { payment_method: 'apple_pay' as const };
    const { data: verified } = await account.call('verifyCheckoutDomainPaymentMethod', { path, body });
    const payment_method_verification = { apple_pay: { status: 'verified' } };
    expect(verified).toEqual({ ...shop, payment_method_verification, updated_at: verified.updated_at });
    expect((await account.call('getCheckoutDomain', { path })).data).toEqual(verified);
    const other = { payment_method: 'google_pay' };
    expect(await account.refusal('verifyCheckoutDomainPaymentMethod', { path, body: other })).toMatchObject({
      status: 400,
      code: 'bad_request',
      errors: [{ field: 'payment_method' }],
    });
  });

  test('checkout-domains: a deleted domain is gone, and the others stay', async (context) => {
    const { account, domains } = await withDomains(context);
    const path = { domain_id: domains[1]?.id ?? '' };
    const answer = await account.request('DELETE', `/checkout-domains/${path.domain_id}`);
    expect(answer.status).toBe(204);
    expect(await account.refusal('getCheckoutDomain', { path })).toMatchObject({ status: 404, code: 'not_found' });
    expect(await account.refusal('deleteCheckoutDomain', { path })).toMatchObject({ status: 404, code: 'not_found' });
    expect(await listed(account, {})).toEqual(['other.example', 'eu.shop.example.com', 'example.com']);
  });

  test('get-404: a checkout domain that does not exist is not found', async () => {
    const path = { domain_id: unknownId('chedom') };
    const refusal = await target.newAccount().refusal('getCheckoutDomain', { path });
    expect(refusal).toMatchObject({ status: 404, code: 'not_found' });
  });
});
