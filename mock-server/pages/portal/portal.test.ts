import { describe, expect, test } from 'vitest';
import { beginWithSubscriber, type Subscriber } from './testing/subscriber.ts';

/** Follows a link, and makes functions that read pages of the visit and send their forms. */
async function enter({ overview, paddock, customerId }: Subscriber) {
  const html = await (await fetch(await overview())).text();
  const [, token = ''] = /\?token=([\w.]+)/.exec(html) ?? [];
  const address = (path: string, query = '') =>
    `${paddock.url}/customer-portal/customers/${customerId}${path}?${query}token=${token}`;
  return {
    token,
    address,
    read: async (path: string, query = '') => {
      const response = await fetch(address(path, query));
      return { status: response.status, text: await response.text(), url: response.url };
    },
    send: async (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) => {
      const init = { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers } as const;
      const response = await fetch(address(path), init);
      return { status: response.status, location: response.headers.get('location') ?? '', text: await response.text() };
    },
  };
}

const card = { expiry: '09/30', cvc: '100', name: 'Ada' };

describe('a customer in the portal', () => {
  test('cancels at the end of the period, and takes it back', async () => {
    await using subscriber = await beginWithSubscriber();
    const { get, news, team } = subscriber;
    const { send, read } = await enter(subscriber);
    await news();
    const canceled = await send(`/subscriptions/${team}/cancel`);
    expect([canceled.status, canceled.location]).toEqual([
      303,
      expect.stringContaining(`/subscriptions/${team}?done=cancel`),
    ]);
    expect(await get(`/subscriptions/${team}`)).toMatchObject({
      status: 'active',
      scheduled_change: { action: 'cancel', effective_at: '2026-08-01T09:00:00Z' },
    });
    expect((await read(`/subscriptions/${team}`)).text).toContain('1 August 2026');
    const again = await send(`/subscriptions/${team}/cancel`);
    expect([again.status, again.text]).toEqual([400, expect.stringContaining('role="alert"')]);
    expect((await send(`/subscriptions/${team}/keep`)).status).toBe(303);
    expect(await get(`/subscriptions/${team}`)).toMatchObject({
      scheduled_change: null,
      next_billed_at: '2026-08-01T09:00:00Z',
    });
    expect(await news()).toEqual(['subscription.updated', 'subscription.updated']);
    const byThem = { source: 'customer_portal', actor: { type: 'customer', id: subscriber.customerId } };
    const reason = 'customer_request';
    expect(Object(await get(`/subscriptions/${team}/history`)).slice(0, 2)).toMatchObject([
      { ...byThem, reason, action: 'subscription_scheduled_change_removed' },
      { ...byThem, reason, action: 'subscription_scheduled_change_added' },
    ]);
  });

  test('pauses for a month, and resumes a paused subscription, which is charged', async () => {
    await using subscriber = await beginWithSubscriber();
    const { get, news, team, backup } = subscriber;
    const { send, read } = await enter(subscriber);
    await news();
    await send(`/subscriptions/${team}/pause`, { months: '1' });
    expect(await get(`/subscriptions/${team}`)).toMatchObject({
      scheduled_change: { action: 'pause', effective_at: '2026-08-01T09:00:00Z', resume_at: '2026-09-01T09:00:00Z' },
    });
    expect(await news()).toEqual(['subscription.updated']);
    expect((await read(`/subscriptions/${backup}/resume`)).text).toContain('$9.80');
    await send(`/subscriptions/${backup}/resume`);
    expect(await get(`/subscriptions/${backup}`)).toMatchObject({ status: 'active', paused_at: null });
    expect(await news()).toEqual(
      expect.arrayContaining(['transaction.completed', 'subscription.resumed', 'subscription.updated']),
    );
  });

  test('changes the payment method, after a challenge and a card that is declined', async () => {
    await using subscriber = await beginWithSubscriber();
    const { paddock, get, news, team } = subscriber;
    const { send, read } = await enter(subscriber);
    const path = `/subscriptions/${team}/payment-method`;
    await news();
    expect((await send(path, { ...card, card: '1234' })).text).toContain('4242 4242 4242 4242');
    expect(await news()).toEqual([]);
    const declined = await send(path, { ...card, card: '4000 0000 0000 0002' });
    expect(declined.location).toContain('declined=declined');
    const asked = await send(path, { ...card, card: '4000 0038 0000 0446' });
    const transaction = new URL(asked.location).searchParams.get('transaction') ?? '';
    expect(await get(`/transactions/${transaction}`)).toMatchObject({ origin: 'subscription_payment_method_change' });
    const refused = await send(`${path}/challenge`, { transaction, authentication: 'fail' });
    expect(refused.location).toContain('declined=authentication_failed');
    const next = await send(path, { ...card, card: '4000 0038 0000 0446' });
    const second = new URL(next.location).searchParams.get('transaction') ?? '';
    expect((await send(`${path}/challenge`, { transaction: second, authentication: 'succeed' })).location).toContain(
      'done=',
    );
    expect(await get(`/transactions/${second}`)).toMatchObject({
      status: 'completed',
      payments: [{ status: 'captured', amount: '0', captured_at: expect.any(String) }],
    });
    expect((await read(`/subscriptions/${team}`)).text).toContain('Visa ending in 0446, expires 09/2030');
    expect(await news()).toContain('transaction.completed');
    await paddock.clock.advance({ days: 32 });
    const [renewal] = Object(await get(`/transactions?subscription_id=${team}&origin=subscription_recurring`));
    expect(renewal.payments[0].method_details.card.last4).toBe('0446');
  });

  test('deletes a saved payment method, unless a subscription is paid with it', async () => {
    await using subscriber = await beginWithSubscriber();
    const { paddock, get, news, customerId, addressId, team } = subscriber;
    const { send, read } = await enter(subscriber);
    expect((await read('/payment-methods')).text).toContain('No payment method is saved');
    const methods = `/customers/${customerId}/payment-methods`;
    const debit = { card: '4000 0566 5566 5556', address_id: addressId };
    const { id } = await paddock.customers.savePaymentMethod(customerId, debit);
    expect((await read('/payment-methods')).text).toContain('Visa ending in 5556');
    const { id: change } = await get(`/subscriptions/${team}/update-payment-method-transaction`);
    await paddock.transactions.pay(change, { card: '4242 4242 4242 4242', save: true });
    const saved: { id: string }[] = Object(await get(methods));
    const used = saved.find((method) => method.id !== id)?.id;
    await news();
    expect((await read('/payment-methods')).text).toMatch(
      /Visa ending in 4242[\s\S]*Notes for teams<\/a>, so it cannot/,
    );
    const refused = await send(`/payment-methods/${used}/delete`);
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('Notes for teams is paid with it')]);
    expect((await send(`/payment-methods/${id}/delete`)).location).toContain('/payment-methods?done=');
    expect(await news()).toEqual(['payment_method.deleted']);
    expect(await get(methods)).toMatchObject([{ id: used }]);
  });

  test('corrects the details of an invoice once, and its tax with a tax identifier', async () => {
    await using subscriber = await beginWithSubscriber();
    const { get, news, customerId, team } = subscriber;
    const { send, read } = await enter(subscriber);
    const [{ id }] = Object(await get(`/transactions?subscription_id=${team}`));
    const path = `/payments/${id}/revision`;
    expect((await read('/payments')).text).toContain(`${path}?`);
    const shown = (await read(path)).text;
    expect(shown).toContain('value="350 Fifth Avenue"');
    // A city that is set cannot change.
    expect(shown).not.toContain('address.city');
    await news();
    const nothing = await send(path, { 'customer.name': 'Ada Lovelace', 'business.name': '' });
    expect([nothing.status, nothing.text]).toEqual([400, expect.stringContaining('Nothing was changed')]);
    const corrected = { 'customer.name': 'Ada King', 'business.name': 'ACME', 'address.second_line': 'Floor 2' };
    expect((await send(path, corrected)).location).toContain('done=revision');
    expect(await news()).toEqual(['transaction.updated', 'transaction.revised']);
    const revised = await get(`/transactions/${id}?include=customer,address`);
    expect(revised).toMatchObject({
      revised_at: expect.any(String),
      customer: { name: 'Ada King' },
      address: { second_line: 'Floor 2' },
    });
    expect(await get(`/customers/${customerId}`)).toMatchObject({ name: 'Ada Lovelace' });
    expect((await read('/payments')).text).not.toContain(path);
    expect((await send(path, corrected)).status).toBe(400);
  });

  test('pays what is overdue with another card', async () => {
    await using subscriber = await beginWithSubscriber();
    const { paddock, get, team } = subscriber;
    await (await enter(subscriber)).send(`/subscriptions/${team}/payment-method`, {
      ...card,
      card: '4000 0027 6000 3184',
    });
    await paddock.clock.advance({ days: 31, hours: 1 });
    expect(await get(`/subscriptions/${team}`)).toMatchObject({ status: 'past_due' });
    const { read, send } = await enter(subscriber);
    expect((await read(`/subscriptions/${team}/payment-method`)).text).toMatch(/\$94\.72<\/strong> is overdue/);
    await send(`/subscriptions/${team}/payment-method`, { ...card, card: '4242 4242 4242 4242' });
    expect(await get(`/subscriptions/${team}`)).toMatchObject({ status: 'active' });
    const sources = Object(await get(`/subscriptions/${team}/history`)).map(
      (entry: { action: string; source: string }) => [entry.action, entry.source],
    );
    expect(sources).toContainEqual(['subscription_activated', 'customer_portal']);
    expect(sources).toContainEqual(['subscription_payment_method_updated', 'customer_portal']);
  });

  test('edits an address and a business with its tax identifier, within the rules of the API', async () => {
    await using subscriber = await beginWithSubscriber();
    const { get, news, customerId, addressId, team } = subscriber;
    const { send, read } = await enter(subscriber);
    await news();
    const moved = {
      first_line: '',
      second_line: '',
      city: 'Berlin',
      region: '',
      postal_code: '10115',
      country_code: 'DE',
    };
    expect((await send(`/details/addresses/${addressId}`, moved)).status).toBe(303);
    const address = await get(`/customers/${customerId}/addresses/${addressId}`);
    expect(address).toMatchObject({ first_line: null, city: 'Berlin', country_code: 'DE' });
    const refused = await send(`/details/addresses/${addressId}`, { ...moved, postal_code: '', city: 'x'.repeat(300) });
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('aria-invalid="true"')]);
    expect((await send('/details/addresses/add_01kpadd0ck0000000000000002', moved)).status).toBe(404);
    await send('/details/add-business', { name: 'Engines Ltd', tax_identifier: 'DE123456789' });
    const { business_id } = await get(`/subscriptions/${team}`);
    expect(business_id).toMatch(/^biz_/);
    await send(`/details/businesses/${business_id}`, { name: 'Engines Ltd', tax_identifier: 'DE999999999' });
    const business = await get(`/customers/${customerId}/businesses/${business_id}`);
    expect(business).toMatchObject({ name: 'Engines Ltd', tax_identifier: 'DE999999999' });
    expect((await read('/details')).text).toContain('DE999999999');
    expect(await news()).toEqual(['address.updated', 'business.created', 'subscription.updated', 'business.updated']);
  });

  test('reads the invoice of a payment, with its totals', async () => {
    await using subscriber = await beginWithSubscriber();
    const { read } = await enter(subscriber);
    const { text } = await read('/payments');
    const [, path = ''] = /customers\/ctm_\w+(\/payments\/txn_\w+\/invoice)/.exec(text) ?? [];
    const invoice = await read(path);
    expect([invoice.status, invoice.url]).toEqual([200, expect.stringContaining('/invoices/')]);
    for (const part of ['Ada Lovelace', '8.875\u00a0%', '$9.00', '$0.80', '$9.80'])
      expect(invoice.text).toContain(part);
  });
});

describe('a visit', () => {
  test('is of one customer, ends after a day and shows no other', async () => {
    await using subscriber = await beginWithSubscriber();
    const { paddock, call, customerId, team, get } = subscriber;
    const { address, read, send } = await enter(subscriber);
    const other = await call('POST', '/customers', { email: 'kim@example.com' });
    expect((await fetch(address('').replace(customerId, other.id))).status).toBe(404);
    expect((await read('/subscriptions/sub_01kpadd0ck0000000000000004')).status).toBe(404);
    expect((await read('/payments/txn_01kpadd0ck0000000000000004/invoice')).status).toBe(404);
    await paddock.clock.advance({ hours: 25 });
    expect([(await read('')).status, (await send(`/subscriptions/${team}/cancel`)).status]).toEqual([410, 410]);
    expect(await get(`/subscriptions/${team}`)).toMatchObject({ scheduled_change: null });
  });

  test('takes no form of another site, none without its token and none that is too long', async () => {
    await using subscriber = await beginWithSubscriber();
    const { team, get } = subscriber;
    const { send, address } = await enter(subscriber);
    const path = `/subscriptions/${team}/cancel`;
    expect((await send(path, {}, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await send(path, {}, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await fetch(address(path).replace(/token=.*/, 'token=1.2.3'), { method: 'POST' })).status).toBe(404);
    expect((await send(path, { months: 'x'.repeat(40_000) })).status).toBe(413);
    expect(await get(`/subscriptions/${team}`)).toMatchObject({ scheduled_change: null });
  });

  test('has pages that hold no key, load nothing and cannot be framed', async () => {
    await using subscriber = await beginWithSubscriber();
    const response = await fetch(await subscriber.overview());
    const html = await response.text();
    expect(html).not.toContain('pdl_');
    expect(html).not.toMatch(/<script|<link|<img|src=/);
    const policy = response.headers.get('content-security-policy');
    for (const part of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"])
      expect(policy).toContain(part);
    expect(policy).not.toContain('unsafe-inline');
  });
});

describe('the links in management_urls', () => {
  const linksOf = async ({ get, team }: Subscriber) => Object(await get(`/subscriptions/${team}`))['management_urls'];

  test('open the page of what they are for, again and again', async () => {
    await using subscriber = await beginWithSubscriber();
    const { cancel, update_payment_method, view_subscription } = await linksOf(subscriber);
    const heading = async (url: string) => /<h1>(.*?)<\/h1>/.exec(await (await fetch(url)).text())?.[1];
    for (let time = 0; time < 2; time += 1) {
      expect(await heading(cancel)).toBe('Cancel subscription');
      expect(await heading(update_payment_method)).toBe('Update payment method');
      expect(await heading(view_subscription)).toBe('3 × Notes for teams');
    }
    const [listed] = Object(await subscriber.get(`/subscriptions?id=${subscriber.team}`));
    expect(listed.management_urls).toEqual(await linksOf(subscriber));
  });

  test('open the overview for a paused subscription', async () => {
    await using subscriber = await beginWithSubscriber();
    const { management_urls } = await subscriber.get(`/subscriptions/${subscriber.backup}`);
    const { cancel, update_payment_method } = Object(management_urls);
    for (const url of [cancel, update_payment_method])
      expect(await (await fetch(url)).text()).toContain('<h1>Your subscriptions</h1>');
  });

  test('have no token for a key that may not create portal sessions, and then ask to sign in', async () => {
    await using subscriber = await beginWithSubscriber();
    const { paddock, team } = subscriber;
    const { api_key: apiKey } = await paddock.keys.create({ permissions: ['subscription.read'] });
    const response = await fetch(`${paddock.url}/subscriptions/${team}`, {
      headers: { Authorization: `Bearer ${apiKey}` },
    });
    const { cancel } = (await response.json()).data.management_urls;
    expect(cancel).not.toContain('token');
    expect((await fetch(cancel)).status).toBe(401);
  });

  test('do not change custom data that looks like them', async () => {
    await using subscriber = await beginWithSubscriber();
    const { call, get, team } = subscriber;
    const custom_data = { management_urls: { cancel: `https://buyer-portal.paddle.com/subscriptions/${team}/cancel` } };
    await call('PATCH', `/subscriptions/${team}`, { custom_data });
    expect(await get(`/subscriptions/${team}`)).toMatchObject({
      custom_data,
      management_urls: { cancel: expect.stringContaining('token=') },
    });
  });
});
