import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildPrice, buildProduct } from '#fixtures/index.ts';
import { type Paddock, startPaddock } from '../index.ts';

const product = { ...buildProduct({ seed: 1 }), name: 'ChatApp Pro' };
const price = {
  ...buildPrice({ seed: 1 }),
  product_id: product.id,
  unit_price: { amount: '3000', currency_code: 'USD' as const },
  unit_price_overrides: [],
  tax_mode: 'account_setting' as const,
  trial_period: null,
  billing_cycle: { interval: 'month' as const, frequency: 1 },
  quantity: { minimum: 1, maximum: 20 },
};
const items = [{ price_id: price.id, quantity: 1 }];
const card = { card: '4242 4242 4242 4242', expiry: '12/40', cvc: '100' };

let paddock: Paddock;
let token = '';
beforeAll(async () => {
  paddock = await startPaddock({ profile: 'official', fixtures: { products: [product], prices: [price] } });
});
beforeEach(async () => {
  await paddock.reset();
  token = (await api('POST', '/client-tokens', { name: 'Shop' })).data.token;
});
afterAll(() => paddock.close());

async function send(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${paddock.url}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, ...(text ? JSON.parse(text) : {}) };
}

const api = (method: string, path: string, body?: object) =>
  send(method, path, body, { Authorization: `Bearer ${paddock.apiKey}` });
const open = (body: object) => send('POST', '/_paddock/checkout/open', { token, items, ...body });
const change = (id: string, body: object) => send('PATCH', `/_paddock/checkout/transactions/${id}`, body);
const pay = (id: string, body: object) => send('POST', `/_paddock/checkout/transactions/${id}/pay`, body);
const buyer = { customer: { email: 'sam@example.com' }, address: { country_code: 'US', postal_code: '10021' } };

async function eventTypes(): Promise<string[]> {
  const { data } = await api('GET', '/events?per_page=200');
  return data.map(({ event_type }: { event_type: string }) => event_type).reverse();
}

describe('a checkout', () => {
  test('has the customer from the start if the email address is given, and the address too', async () => {
    const { data } = (await open({ customer: buyer.customer })).data;
    expect(data).toMatchObject({ status: 'draft', customer: { email: 'sam@example.com', address: null } });
    const prefilled = (await open(buyer)).data.data;
    expect(prefilled).toMatchObject({ status: 'ready', customer: { id: data.customer.id }, totals: { total: 32.66 } });
  });

  test('makes a customer once, and an address for each purchase', async () => {
    const [one, two] = [(await open(buyer)).data.data, (await open(buyer)).data.data];
    expect(two.customer.id).toBe(one.customer.id);
    expect(two.customer.address.id).not.toBe(one.customer.address.id);
    const { data } = await api('GET', `/addresses/${one.customer.address.id}`);
    expect(data).toBeUndefined();
    const address = await api('GET', `/customers/${one.customer.id}/addresses/${one.customer.address.id}`);
    expect(address.data).toMatchObject({ description: null, first_line: null, country_code: 'US' });
  });

  test('changes its own address while the buyer does, and the tax with it', async () => {
    // The purchase begins at a time whose last zero is left out.
    await paddock.clock.set({ now: '2026-07-01T09:00:00.120Z', frozen: true });
    const { transaction_id: id } = (await open({})).data.data;
    await paddock.clock.set({ now: '2026-07-01T09:00:00.121Z', frozen: true });
    const { customer } = (await change(id, buyer)).data.data;
    const moved = (await change(id, { address: { country_code: 'DE', postal_code: '10115' } })).data.data;
    expect(moved.customer.address).toMatchObject({ id: customer.address.id, country_code: 'DE', postal_code: '10115' });
    // A price of 30 dollars includes the tax in Germany: 19 percent of 25.21.
    expect(moved.totals).toMatchObject({ subtotal: 25.21, tax: 4.79, total: 30 });
    expect((await eventTypes()).slice(-2)).toEqual(['address.updated', 'transaction.updated']);
  });

  test('of a business with a tax identifier charges no tax, and makes it once', async () => {
    const business = { name: 'ACME GmbH', tax_identifier: 'DE123456789' };
    const { transaction_id: id } = (await open({ ...buyer, address: { country_code: 'DE', postal_code: '10115' } }))
      .data.data;
    const charged = (await change(id, { business })).data.data;
    expect(charged).toMatchObject({ totals: { tax: 0 }, customer: { business } });
    const again = (await change(id, { business })).data.data;
    expect(again.customer.business.id).toBe(charged.customer.business.id);
    expect((await change(id, { business: null })).data.data.customer.business).toBeNull();
  });

  test('shows what items cost at a place before the buyer is known, and stores nobody', async () => {
    const { transaction_id: id } = (await open({})).data.data;
    const seen = (await change(id, { address: { country_code: 'US', postal_code: '10021' } })).data.data;
    expect(seen).toMatchObject({ status: 'draft', totals: { tax: 2.66, total: 32.66 }, customer: { id: null } });
    expect((await api('GET', '/customers')).data).toEqual([]);
    const before = (await eventTypes()).length;
    await change(id, { address: { country_code: 'US', postal_code: '10021' } });
    expect(await eventTypes()).toHaveLength(before);
  });

  test('takes a discount by its code in any letter case, and only one that is for checkouts', async () => {
    const discount = { type: 'percentage', amount: '10', description: 'Ten percent' };
    await api('POST', '/discounts', { ...discount, code: 'TENOFF', enabled_for_checkout: true });
    await api('POST', '/discounts', { ...discount, code: 'HIDDEN', enabled_for_checkout: false });
    const { transaction_id: id } = (await open({})).data.data;
    const taken = (await change(id, { discount_code: ' tenoff' })).data.data;
    expect(taken).toMatchObject({ totals: { discount: 3, total: 27 }, discount: { code: 'TENOFF' } });
    for (const discount_code of ['HIDDEN', 'NONE', ''])
      expect(await change(id, { discount_code })).toMatchObject({
        status: 400,
        error: { code: 'transaction_discount_not_found' },
      });
    expect((await change(id, { discount_id: null })).data.data).toMatchObject({ totals: { discount: 0, total: 30 } });
  });

  test('that is refused leaves nothing behind', async () => {
    const types = await eventTypes();
    const items = [{ price_id: 'pri_01h00000000000000000000000', quantity: 1 }];
    const refused = await open({ ...buyer, items });
    expect(refused).toMatchObject({ status: 400, error: { code: 'transaction_price_not_found' } });
    const { transaction_id: id } = (await open({})).data.data;
    types.push(...(await eventTypes()).slice(types.length));
    const elsewhere = await change(id, { ...buyer, address: { country_code: 'XX' } });
    expect(elsewhere).toMatchObject({ status: 400, error: { code: 'address_location_not_allowed' } });
    expect(await eventTypes()).toEqual(types);
    expect((await api('GET', '/customers')).data).toEqual([]);
  });

  test.each([
    [{ ...buyer, address: { country_code: 'XX' } }, '/data/customer'],
    [{ ...buyer, customer: { email: 'nobody' } }, '/data/customer'],
    [{ ...buyer, customer: {} }, '/data/customer'],
    [{ ...buyer, discount_code: 'NONE' }, '/data/discount_code'],
    [{ discount_id: 'dsc_1' }, '/data/discount_id'],
  ])('opens without a prefill that is invalid, and warns of it: %j', async (prefill, field) => {
    const { data, warnings } = (await open(prefill)).data;
    expect(warnings).toEqual([{ field, message: expect.any(String) }]);
    expect(data).toMatchObject({ status: 'draft', customer: { id: null }, totals: { total: 30 } });
    expect((await api('GET', '/customers')).data).toEqual([]);
  });

  test('asks for a challenge, which decides', async () => {
    const { transaction_id: id } = (await open(buyer)).data.data;
    const challenged = (await pay(id, { ...card, card: '4000 0038 0000 0446' })).data;
    expect(challenged).toMatchObject({ data: { status: 'ready' }, page: { is_challenged: true } });
    const failed = (await pay(id, { authentication: 'fail' })).data;
    expect(failed.page).toMatchObject({ is_challenged: false, error_code: 'authentication_failed' });
    await pay(id, { ...card, card: '4000 0038 0000 0446' });
    expect((await pay(id, { authentication: 'succeed' })).data.data.status).toBe('completed');
  });

  test('of nothing that recurs to nothing needs no card', async () => {
    const { id } = (
      await api('POST', '/prices', {
        product_id: product.id,
        description: 'Free',
        unit_price: { amount: '0', currency_code: 'USD' },
      })
    ).data;
    const { data, page } = (await open({ ...buyer, items: [{ price_id: id, quantity: 1 }] })).data;
    expect(page.needs_payment_method).toBe(false);
    expect((await pay(data.transaction_id, {})).data.data.status).toBe('completed');
  });

  test('pays with a saved method for the customer who is authenticated, and for nobody else', async () => {
    const first = (await open(buyer)).data.data;
    await pay(first.transaction_id, { ...card, save: true });
    const { id: customer } = first.customer;
    const { data } = await api('POST', `/customers/${customer}/auth-token`);
    const customer_auth_token = data.customer_auth_token;
    const again = (await open({ customer_auth_token })).data;
    const [method] = again.page.saved_methods;
    expect(again).toMatchObject({ data: { status: 'ready' }, page: { saved_methods: [{ card: { last4: '4242' } }] } });
    const { transaction_id: id } = again.data;
    const payment_method_id = method.id;
    expect(await pay(id, { payment_method_id })).toMatchObject({ status: 403 });
    const forged = customer_auth_token.replace(/.$/, (last: string) => (last === '0' ? '1' : '0'));
    expect(await pay(id, { payment_method_id, customer_auth_token: forged })).toMatchObject({ status: 403 });
    expect((await pay(id, { payment_method_id, customer_auth_token })).data.data.status).toBe('completed');
    await paddock.clock.advance({ minutes: 30 });
    expect(await open({ customer_auth_token })).toMatchObject({ status: 403 });
  });

  test('that follows another sells to the same buyer', async () => {
    const first = (await open(buyer)).data.data;
    await pay(first.transaction_id, card);
    const upsell = (await open({ upsell_transaction_id: first.transaction_id })).data.data;
    expect(upsell).toMatchObject({ status: 'ready', customer: { id: first.customer.id } });
  });

  test('is refused if the body is not one', async () => {
    for (const body of [{ items: [] }, { items: 'none' }, { price: 1 }, { items, customer: { name: 'Sam' } }])
      expect(await open(body)).toMatchObject({ status: 400, error: { code: 'bad_request' } });
    expect(await send('POST', '/_paddock/checkout/open', { token })).toMatchObject({ status: 400 });
    expect(await change('txn_01h00000000000000000000000', {})).toMatchObject({ status: 404 });
    const { transaction_id: id } = (await open(buyer)).data.data;
    const refused = await pay(id, { ...card, card: '5555 5555 5555 4444' });
    expect(refused).toMatchObject({ status: 400, error: { errors: [{ field: 'card' }] } });
    expect(JSON.stringify(refused)).not.toContain('5555 5555');
  });
});

describe('what Paddle.js calls', () => {
  const preview = (name: string, body: object, headers: Record<string, string>) =>
    send('POST', `/_paddock/checkout/${name}`, body, { Origin: 'https://shop.example.com', ...headers });

  test.each(['pricing-preview', 'transaction-preview'])(
    '%s answers pages of any origin, with a token',
    async (name) => {
      const path = `/_paddock/checkout/${name}`;
      const preflight = await send('OPTIONS', path, undefined, {
        Origin: 'https://shop.example.com',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,paddle-clienttoken',
      });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
      expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
      const answer = await preview(
        name,
        { items, address: { country_code: 'US', postal_code: '10021' } },
        { 'Paddle-Clienttoken': token },
      );
      expect(answer.status).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.data.details.line_items[0].totals).toMatchObject({ subtotal: '3000', tax: '266', total: '3266' });
      expect(await preview(name, { items }, {})).toMatchObject({
        status: 403,
        error: { code: 'invalid_client_token' },
      });
      expect(await preview(name, { items: 1 }, { 'Paddle-Clienttoken': token })).toMatchObject({ status: 400 });
    },
  );

  test('no other page can change or pay a checkout, or use the rest of the control plane', async () => {
    const { transaction_id: id } = (await open(buyer)).data.data;
    const strange = { Origin: 'https://evil.example.com' };
    for (const [method, path, body] of [
      ['POST', '/_paddock/checkout/open', { transaction_id: id }],
      ['PATCH', `/_paddock/checkout/transactions/${id}`, { items }],
      ['POST', `/_paddock/checkout/transactions/${id}/pay`, card],
      ['POST', '/_paddock/reset', {}],
    ] as const) {
      const answer = await send(method, path, body, strange);
      expect(answer.status, path).toBe(403);
      expect(answer.headers.get('access-control-allow-origin'), path).toBeNull();
      const site = await send(method, path, body, { 'Sec-Fetch-Site': 'cross-site' });
      expect(site.status, path).toBe(403);
    }
    for (const path of ['/customers', '/_paddock/checkout/open']) {
      const { headers } = await fetch(`${paddock.url}${path}`, { method: 'OPTIONS', headers: strange });
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});
