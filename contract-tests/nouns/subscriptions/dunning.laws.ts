import { expect } from '../../law/expect.ts';
import { laws, type TestContext } from '../../suite/laws.ts';
import { createAddress, createCustomer } from '../arrange.ts';

/** A test card whose first payment succeeds, and no later one. */
const failsLater = '4000 0027 6000 3184';
const goodCard = '4242 4242 4242 4242';
const start = '2026-07-01T00:00:00Z';
/** The end of the first period. */
const days = 31;

export default laws(({ target, test }) => {
  /** Sells a monthly subscription, and lets its first renewal fail. */
  async function failRenewal({ skip }: TestContext) {
    const { clock, pay, behave } = target.can;
    if (!clock || !pay || !behave) return skip('the clock of the target cannot be set, or nothing can be paid');
    const account = target.newAccount();
    await clock.set(account, { now: start, frozen: true });
    const customer = await createCustomer(account);
    const address = await createAddress(account, customer);
    const product = await account.call('createProduct', { body: { name: 'Chat', tax_category: 'standard' } });
    const price = {
      product_id: product.data.id,
      description: 'Monthly',
      unit_price: { amount: '1000', currency_code: 'USD' as const },
      billing_cycle: { interval: 'month' as const, frequency: 1 },
    };
    const { data: sold } = await account.call('createPrice', { body: price });
    const items = [{ price_id: sold.id, quantity: 1 }];
    const body = { items, customer_id: customer.id, address_id: address.id };
    const { data: bought } = await account.call('createTransaction', { body });
    await pay(account, bought.id, { card: failsLater });
    const path = { transaction_id: bought.id };
    const subscription_id = `${(await account.call('getTransaction', { path })).data.subscription_id}`;
    await clock.advance(account, { days });
    const query = { subscription_id, order_by: 'id[DESC]' as const };
    return {
      account,
      advance: (more: number) => clock.advance(account, { days: more }),
      behave: (dunning: typeof target.behaviours.dunning) => behave(account, { dunning }),
      pay: (id: string, card: string) => pay(account, id, { card }),
      subscription: async () => (await account.call('getSubscription', { path: { subscription_id } })).data,
      methodChange: async () =>
        (await account.call('getSubscriptionUpdatePaymentMethodTransaction', { path: { subscription_id } })).data,
      bills: async () => (await account.call('listTransactions', { query })).data,
    };
  }

  test('subscription-dunning: a renewal is collected again, until the subscription ends', async (context) => {
    const { bills, subscription, advance } = await failRenewal(context);
    expect(await subscription()).toMatchObject({ status: 'past_due' });
    await advance(62);
    const [unpaid, ...earlier] = await bills();
    expect(earlier).toHaveLength(1);
    const ends = { 'then-cancel': ['canceled', 8], 'then-pause': ['paused', 8], none: ['past_due', 1] } as const;
    const [status, attempts] = ends[target.behaviours.dunning];
    expect((await subscription()).status).toBe(status);
    expect(unpaid?.payments.map((payment) => payment.status)).toEqual(Array(attempts).fill('error'));
    expect(unpaid?.status).toBe(status === 'past_due' ? 'past_due' : 'canceled');
  });

  for (const [dunning, status] of [
    ['then-cancel', 'canceled'],
    ['then-pause', 'paused'],
  ] as const)
    test(`subscription-dunning: ${dunning}, it is ${status} within a month of seven failed attempts`, async (context) => {
      const { bills, subscription, advance, behave, pay, methodChange } = await failRenewal(context);
      await pay((await methodChange()).id, goodCard);
      await pay((await methodChange()).id, failsLater);
      await behave(dunning);
      await advance(31);
      await advance(29);
      expect((await subscription()).status).toBe('past_due');
      const attempts = (await bills())[0]?.payments ?? [];
      expect(attempts).toHaveLength(8);
      const [first = 0, ...others] = attempts.map(({ created_at }) => Date.parse(created_at)).toReversed();
      const waits = others.map((time, index) => time - (index === 0 ? first : (others[index - 1] ?? 0)));
      expect(Math.min(...waits)).toBeGreaterThan(0);
      await advance(1);
      expect((await subscription()).status).toBe(status);
      expect((await bills())[0]?.status).toBe('canceled');
    });

  test('subscription-recovery: another card pays what is past due, and later bills', async (context) => {
    const { bills, subscription, advance, pay, methodChange } = await failRenewal(context);
    await advance(1);
    const [unpaid] = await bills();
    expect((await methodChange()).id).toBe(unpaid?.id);
    await pay(`${unpaid?.id}`, goodCard);
    expect(await subscription()).toMatchObject({
      status: 'active',
      next_billed_at: '2026-09-01T00:00:00Z',
      current_billing_period: { starts_at: '2026-08-01T00:00:00Z', ends_at: '2026-09-01T00:00:00Z' },
    });
    await advance(31);
    expect((await bills()).map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
    expect((await subscription()).status).toBe('active');
  });

  test('subscription-recovery: no period is billed while one is unpaid, and the current one is when it is paid', async (context) => {
    const { bills, subscription, advance, behave, pay } = await failRenewal(context);
    await behave('none');
    await advance(40);
    const [unpaid, ...earlier] = await bills();
    expect([unpaid?.status, earlier.length]).toEqual(['past_due', 1]);
    await pay(`${unpaid?.id}`, goodCard);
    await advance(1);
    expect(await subscription()).toMatchObject({
      status: 'active',
      current_billing_period: { starts_at: '2026-09-01T00:00:00Z', ends_at: '2026-10-01T00:00:00Z' },
      next_billed_at: '2026-10-01T00:00:00Z',
    });
    expect((await bills()).map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
  });
});
