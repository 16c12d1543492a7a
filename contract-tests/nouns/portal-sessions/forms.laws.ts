import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { createBuyer, createPrice, itemOf, soldTo } from '../transactions/arrange.ts';
import { formIn } from './arrange.ts';

export default laws(({ target, test }) => {
  test('portal-forms: a form of the portal changes a subscription as the API does, and that of its customer alone', async ({
    skip,
  }) => {
    const { visit, submit, subscribe } = target.can;
    if (!visit || !submit || !subscribe) return skip('forms of the portal cannot be sent to the target');
    const account = target.newAccount();
    const sell = async () => {
      const purchase = { items: [itemOf(await createPrice(account))], ...soldTo(await createBuyer(account)) };
      const { id } = await subscribe(account, purchase);
      return (await account.call('getSubscription', { path: { subscription_id: id } })).data;
    };
    const [own, foreign] = [await sell(), await sell()];
    const read = async ({ id }: { id: string }) =>
      (await account.call('getSubscription', { path: { subscription_id: id } })).data;
    const form = formIn((await visit(String(own.management_urls.cancel))).text);
    expect((await submit(form.replace(own.id, foreign.id))).status).toBe(404);
    expect((await submit(form.replace(/token=[^&]+/, 'token=forged'))).status).toBe(404);
    expect((await submit(form, { origin: 'https://evil.example.com' })).status).toBe(403);
    for (const subscription of [own, foreign]) expect((await read(subscription)).scheduled_change).toBeNull();
    expect((await submit(form)).status).toBe(303);
    expect((await read(own)).scheduled_change).toMatchObject({
      action: 'cancel',
      effective_at: own.current_billing_period?.ends_at,
    });
    expect((await read(foreign)).scheduled_change).toBeNull();
  });
});
