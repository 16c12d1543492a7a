import { expect, test } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';
import { startPaddock } from '../index.ts';
import { openAccounts } from '../testing/open-accounts.ts';
import { EntityBuilder } from './entity-builder.ts';
import { begin, customer, now, transaction, triggering } from './testing/triggering.ts';

test.each(['customer', 'address', 'business', 'subscription', 'transaction'])(
  'custom data of a triggered %s replaces what was drawn, and all else stays',
  async (noun) => {
    await using paddock = await startPaddock({ profile: 'official', clock: { frozen: true } });
    const { happens } = triggering(paddock);
    const { data } = await happens(`${noun}.created`, { overrides: { custom_data: { order: '7' } } });
    const { data: cleared } = await happens(`${noun}.updated`, {
      entity_id: data.id,
      overrides: { custom_data: {} },
    });
    expect([data['custom_data'], cleared['custom_data']]).toEqual([{ order: '7' }, null]);
    const { transaction_id: _, ...kept } = data;
    expect(cleared).toEqual({ ...kept, custom_data: null });
    expect(Object.keys(data).length).toBeGreaterThan(8);
  },
);

test('a built customer is new, even if a seeded run continues with the same rows', async () => {
  const { database } = openAccounts();
  const emails: string[] = [];
  for (let run = 0; run < 3; run += 1) {
    const account = openAccounts({ seed: 1 }, database).accounts.default();
    const { id, email } = (await EntityBuilder.for(account)).customer();
    account.store.insertAll({ customers: [{ ...buildCustomer({ seed: 1 }), id, email }] });
    emails.push(email);
  }
  expect(new Set(emails).size).toBe(3);
});

test('a built customer is created now, with an ID of the account, and differs from the previous one', async () => {
  const account = openAccounts({ clock: { now, frozen: true }, seed: 1 }).accounts.default();
  const builder = await EntityBuilder.for(account);
  const [time] = /_.{10}/.exec(account.ids.next('ctm')) ?? [];
  const built = [builder.customer(), builder.address(), builder.business(), builder.buy('active').subscription()];
  for (const entity of built) {
    expect(entity).toMatchObject({ id: expect.stringContaining(`${time}`), created_at: now, updated_at: now });
  }
  const emails = Array.from({ length: 5 }, () => builder.customer().email);
  const streets = Array.from({ length: 5 }, () => builder.address().first_line);
  const names = Array.from({ length: 5 }, () => builder.business().name);
  const cards = Array.from({ length: 5 }, () => builder.paymentMeans(transaction('ready')).payment_attempt_id);
  expect([emails, streets, names, cards].map((drawn) => new Set(drawn).size)).toEqual([5, 5, 5, 5]);
});

test.each([
  ['null', true],
  ['en', false],
] as const)('with the behaviour customer-locale-default=%s, that one has no locale is %s', async (locale, expected) => {
  const { accounts } = openAccounts({ seed: 1, behaviours: { 'customer-locale-default': locale } });
  const builder = await EntityBuilder.for(accounts.default());
  const customers = Array.from({ length: 20 }, () => builder.customer());
  expect(customers.some((one) => one.locale === null)).toBe(expected);
  expect(customers.some(({ marketing_consent }) => marketing_consent)).toBe(false);
});

test('the numbers of invoices follow each other', async () => {
  const builder = await EntityBuilder.for(openAccounts().accounts.default());
  expect([builder.invoiceNumber(), builder.invoiceNumber()]).toEqual(['325-10001', '325-10002']);
});

test('links lead to the built entities', async () => {
  const builder = await EntityBuilder.for(openAccounts().accounts.default());
  const purchase = builder.buy('trialing');
  const bill = purchase.open();
  expect(bill.checkout?.url).toBe(`https://shop.example.com/pay?_ptxn=${bill.id}`);
  const { id, management_urls } = purchase.subscription();
  const links = `https://buyer-portal.paddle.com/subscriptions/${id}`;
  expect(management_urls).toEqual({
    cancel: `${links}/cancel`,
    update_payment_method: `${links}/update-payment-method`,
    view_subscription: `${links}/view-subscription`,
  });
});

test.each(['address', 'business'])('the customer of a triggered %s exists', async (noun) => {
  await using mock = await begin();
  const { data } = await mock.happens(`${noun}.created`);
  expect(await mock.get(`/customers/${data['customer_id']}`)).toMatchObject({ id: data['customer_id'] });
});

test.each(['customer', 'address', 'business', 'subscription'])(
  'an imported %s names its origin, and keeps one that was set',
  async (noun) => {
    await using paddock = await startPaddock({ profile: 'official' });
    const { happens } = triggering(paddock);
    const { data } = await happens(`${noun}.imported`);
    expect(data['import_meta']).toEqual({ external_id: null, imported_from: 'paddle_classic' });
    const import_meta = { external_id: 'seven', imported_from: 'paddle_classic' };
    const again = await happens(`${noun}.imported`, { overrides: { import_meta } });
    expect(again.data['import_meta']).toEqual(import_meta);
  },
);

test('two customers may share an email address if the behaviour allows it', async () => {
  await using mock = await begin();
  const { data } = await mock.happens('customer.created', { overrides: { email: customer.email } });
  expect(data['email']).toBe(customer.email);
});
