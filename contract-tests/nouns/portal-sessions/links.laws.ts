import type { Customer } from '../../contract/operations.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { createCustomer } from '../arrange.ts';

async function createLink(account: Account, customer: Customer): Promise<string> {
  return (await account.call('createCustomerPortalSession', { path: { customer_id: customer.id } })).data.urls.general
    .overview;
}

export default laws(({ target, test }) => {
  const singleUse = target.behaviours['portal-links'] === 'single-use';

  test(`portal-single-use: a link ${singleUse ? 'opens once, and is gone afterwards' : 'opens again and again'}`, async ({
    skip,
  }) => {
    const visit = target.can.visit ?? skip('portal links of the target may not be opened');
    const account = target.newAccount();
    const customer = await createCustomer(account, { name: 'Ada Lovelace' });
    const overview = await createLink(account, customer);
    const first = await visit(overview);
    expect(first.status).toBe(200);
    expect(first.text).toContain('Ada Lovelace');
    expect((await visit(overview)).status).toBe(singleUse ? 410 : 200);
  });

  test('portal-single-use: a link with another token, or of a made-up session, does not open', async ({ skip }) => {
    const visit = target.can.visit ?? skip('portal links of the target may not be opened');
    const account = target.newAccount();
    const overview = await createLink(account, await createCustomer(account));
    const forged = new URL(overview);
    forged.searchParams.set('token', 'pga_forged');
    expect((await visit(forged.href)).status).toBe(404);
    expect((await visit(overview)).status).toBe(200);
  });

  test('management-links: the links of a subscription open again and again, and not with the token of another', async ({
    skip,
  }) => {
    const visit = target.can.visit ?? skip('portal links of the target may not be opened');
    const trigger = target.can.trigger ?? skip('events cannot be triggered on the target');
    const account = target.newAccount();
    await trigger(account, 'subscription.created');
    await trigger(account, 'subscription.created');
    const [one, other] = (await account.call('listSubscriptions')).data;
    const links = Object.values(one?.management_urls ?? {}).filter((link) => link !== null);
    expect(links).toHaveLength(3);
    for (const link of [...links, ...links]) expect((await visit(link)).status).toBe(200);
    const foreign = new URL(String(other?.management_urls.cancel));
    foreign.search = new URL(String(one?.management_urls.cancel)).search;
    expect((await visit(foreign.href)).status).toBe(404);
  });

  const [within, beyond] = singleUse ? [{ minutes: 14 }, { minutes: 16 }] : [{ hours: 23 }, { hours: 25 }];
  test('portal-expires: a link opens until it expires, and never after', async ({ skip }) => {
    const visit = target.can.visit ?? skip('portal links of the target may not be opened');
    const clock = target.can.clock ?? skip('the clock of the target cannot be moved');
    for (const [duration, status] of [
      [within, 200],
      [beyond, 410],
    ] as const) {
      const account = target.newAccount();
      const overview = await createLink(account, await createCustomer(account));
      await clock.advance(account, duration);
      expect((await visit(overview)).status).toBe(status);
    }
  });
});
