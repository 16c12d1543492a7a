import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Paddock, startPaddock } from '../../index.ts';
import { call } from '../../testing/call.ts';

// Lives of subscriptions that Paddle or its users recorded, with other IDs, and times cut to milliseconds.

const monthly = {
  description: 'By the month',
  product: { name: 'Seat', tax_category: 'standard' },
  billing_cycle: { interval: 'month', frequency: 1 },
} as const;
const street = { first_line: '1 High Street', city: 'London', region: 'London', postal_code: 'SW1A 1AA' };

type Currency = 'USD' | 'GBP';

let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock({ profile: 'official', rateLimit: false });
});
afterAll(() => paddock.close());
beforeEach(() => paddock.reset());

const until = (now: string) => paddock.clock.set({ now, frozen: true });
const get = async (path: string) => (await call(paddock, 'GET', path)).data;
const eventTypes = async (): Promise<string[]> =>
  (await get('/events?per_page=200&order_by=id[ASC]')).map(({ event_type }: { event_type: string }) => event_type);

/** A price that is charged once. */
const once = { ...monthly, billing_cycle: undefined };

function priced(amount: string, fields: object = {}, currency_code: Currency = 'USD') {
  return { ...monthly, unit_price: { amount, currency_code }, tax_mode: 'internal' as const, ...fields };
}

/** Buys prices in Britain, at a tax rate. */
async function begin(now: string, items: readonly (readonly [price: object, quantity: number])[], rate = '0') {
  await until(now);
  await paddock.taxRates.set({ rates: [{ country_code: 'GB', rate }] });
  const { id } = await call(paddock, 'POST', '/_paddock/subscriptions', {
    items: items.map(([price, quantity]) => ({ price, quantity })),
    customer: { email: 'sam@example.com', name: 'Sam' },
    address: { country_code: 'GB', ...street },
  });
  const path = `/subscriptions/${id}`;
  return {
    path,
    read: () => get(path),
    send: async (operation: string, body: object = {}) =>
      operation === 'update' ? call(paddock, 'PATCH', path, body) : call(paddock, 'POST', `${path}/${operation}`, body),
    bills: () => get(`/transactions?subscription_id=${id}&order_by=id[ASC]`),
    /** Returns the types of the events of what is done. */
    eventsOf: async (act: () => Promise<unknown>) => {
      const before = (await eventTypes()).length;
      await act();
      return (await eventTypes()).slice(before);
    },
  };
}

test('D1: paddle-openapi 2024-04-12, a pause with a date to resume', async () => {
  const { send } = await begin('2024-04-12T10:37:59.556Z', [[priced('3000'), 10]]);
  await until('2024-04-12T10:50:00Z');
  const resume_at = '2024-09-01T16:30:00Z';
  const { data } = await send('pause', { effective_from: 'next_billing_period', resume_at });
  const ends_at = '2024-05-12T10:37:59.556Z';
  expect(data).toMatchObject({
    ...{ status: 'active', next_billed_at: resume_at, items: [{ next_billed_at: resume_at }] },
    scheduled_change: { action: 'pause', effective_at: ends_at, resume_at },
    current_billing_period: { starts_at: '2024-04-12T10:37:59.556Z', ends_at },
  });
});

test('D2: paddle-openapi 2024-04-12, resumed at once', async () => {
  const start = '2024-04-12T12:42:27.185Z';
  const { send } = await begin(start, [[priced('3000'), 10]]);
  await send('pause', { effective_from: 'immediately' });
  const now = '2024-04-12T12:44:51.27Z';
  await until(now);
  const { data } = await send('resume', { effective_from: 'immediately' });
  expect(data).toMatchObject({
    ...{ status: 'active', started_at: start, first_billed_at: start, created_at: start, paused_at: null },
    current_billing_period: { starts_at: now, ends_at: '2024-05-12T12:44:51.27Z' },
    next_billed_at: '2024-05-12T12:44:51.27Z',
    items: [{ status: 'active', previously_billed_at: now }],
  });
});

test('D4: paddle-openapi 2024-04-12, canceled at once; N40: pay-rails/pay issue 1097, with nothing scheduled', async () => {
  const { send, read } = await begin('2024-04-12T10:37:59.556Z', [[priced('3000'), 10]]);
  await send('cancel');
  const canceled_at = '2024-04-12T11:24:54.868Z';
  await until(canceled_at);
  await send('cancel', { effective_from: 'immediately' });
  expect(await read()).toMatchObject({
    ...{ status: 'canceled', canceled_at, current_billing_period: null, next_billed_at: null, scheduled_change: null },
    items: [{ status: 'active', previously_billed_at: '2024-04-12T10:37:59.556Z' }],
  });
});

test('D5: paddle-openapi 2024-04-12, an invoice for a year', async () => {
  await until('2024-04-12T10:30:27.934Z');
  const customer = await call(paddock, 'POST', '/customers', { email: 'sam@example.com', name: 'Sam' });
  const path = `/customers/${customer.data.id}/addresses`;
  const address = await call(paddock, 'POST', path, { country_code: 'GB', ...street });
  const price = priced('50000', { billing_cycle: { interval: 'year', frequency: 1 } });
  const { data } = await call(paddock, 'POST', '/transactions', {
    ...{ status: 'billed', collection_mode: 'manual', customer_id: customer.data.id, address_id: address.data.id },
    items: [{ price, quantity: 1 }],
    billing_details: { payment_terms: { interval: 'day', frequency: 14 } },
    billing_period: { starts_at: '2024-04-12T00:00:00Z', ends_at: '2025-04-11T23:59:00Z' },
  });
  const { subscription_id } = await get(`/transactions/${data.id}`);
  const starts_at = '2024-04-12T00:00:00Z';
  expect(await get(`/subscriptions/${subscription_id}`)).toMatchObject({
    ...{ created_at: '2024-04-12T10:30:27.934Z', started_at: starts_at, first_billed_at: starts_at },
    current_billing_period: { starts_at, ends_at: '2025-04-12T00:00:00Z' },
  });
});

test('N01, N03 and N07: websideproject 2023-09-04, a purchase and a charge, with their fees', async () => {
  const start = '2023-09-04T09:40:06.415Z';
  const { send, read, bills } = await begin(start, [[priced('1270'), 1]], '0.27');
  const before = await read();
  expect(before).toMatchObject({ next_billed_at: '2023-10-04T09:40:06.415Z' });
  await until('2023-09-04T10:59:04.956Z');
  const support = priced('12700', once);
  const { data } = await send('charge', {
    effective_from: 'immediately',
    items: [{ price: support, quantity: 1 }],
  });
  expect(data).toEqual({ ...before, updated_at: '2023-09-04T10:59:04.956Z' });
  const [bought, charged] = await bills();
  expect(bought.details.totals).toMatchObject({
    ...{ subtotal: '1000', tax: '270', total: '1270', fee: '114', earnings: '886', balance: '0' },
  });
  expect(charged).toMatchObject({
    ...{ origin: 'subscription_charge', status: 'completed' },
    details: { totals: { subtotal: '10000', tax: '2700', total: '12700', fee: '685', earnings: '9315' } },
  });
});

test('N07: websideproject 2023-09-04, the period of the charge, and its events', async () => {
  const start = '2023-09-04T09:40:06.415Z';
  const { read, send, eventsOf } = await begin(start, [[priced('1270'), 1]], '0.27');
  const { current_billing_period } = await read();
  const at = '2023-09-04T10:59:04.956Z';
  await until(at);
  onTestFinished(async () => void (await paddock.setBehaviours({ profile: 'official' })));
  await paddock.setBehaviours({ behaviours: { 'charge-period': 'whole' } });
  const items = [{ price: priced('12700', once), quantity: 1 }];
  const types = await eventsOf(() => send('charge', { effective_from: 'immediately', items }));
  // Newer recordings have payment and invoice number before completion, and `subscription.updated` last.
  expect(types).toEqual([
    ...['transaction.created', 'transaction.billed', 'transaction.updated', 'transaction.paid'],
    ...['transaction.updated', 'transaction.completed', 'subscription.updated'],
  ]);
  const events = (await get('/events?per_page=200&order_by=id[ASC]')).slice(-types.length);
  const open = { fee: null, earnings: null, balance: '12700' };
  const billed = { origin: 'subscription_charge', status: 'billed', invoice_number: null, details: { totals: open } };
  const settled = { fee: '685', earnings: '9315', balance: '0' };
  expect(events[0].occurred_at).toBe(at);
  expect(events[1].occurred_at).toBe(at);
  expect(events[0].data).toMatchObject({ ...billed, billing_period: current_billing_period });
  expect(events[1].data).toMatchObject({ ...billed, billing_period: current_billing_period });
  expect(events[5].data).toMatchObject({
    ...{ status: 'completed', billing_period: current_billing_period, details: { totals: settled } },
    invoice_number: expect.any(String),
  });
});

test('N11: deanpcmad 2023-10-18, a trial of five days that ends after two minutes', async () => {
  const trial_period = { interval: 'day', frequency: 5 };
  const start = '2023-10-18T12:56:51.633Z';
  const { send } = await begin(start, [[priced('1000', { trial_period }), 1]]);
  const now = '2023-10-18T12:58:40.667Z';
  await until(now);
  const { data } = await send('activate');
  expect(data).toMatchObject({
    ...{ status: 'active', started_at: start, first_billed_at: now, next_billed_at: '2023-11-18T12:58:40.667Z' },
    current_billing_period: { starts_at: now },
    items: [{ previously_billed_at: now, trial_dates: { starts_at: start, ends_at: now } }],
  });
});

test.each(['pause', 'cancel'])('N13: websideproject 2023-09-04, a %s at the end of the period', async (action) => {
  const start = '2023-09-04T09:40:06.415Z';
  const { send, read, eventsOf } = await begin(start, [[priced('1270'), 1]]);
  const { current_billing_period } = await read();
  await until('2023-09-04T11:10:46.053Z');
  const events = await eventsOf(() => send(action, { effective_from: 'next_billing_period' }));
  expect(events).toEqual(['subscription.updated']);
  expect(await read()).toMatchObject({
    ...{ status: 'active', next_billed_at: null, current_billing_period },
    scheduled_change: { action, effective_at: '2023-10-04T09:40:06.415Z', resume_at: null },
    items: [{ next_billed_at: null, previously_billed_at: start }],
  });
});

test('N32: websideproject issues 197 and 198, a cancellation while a pause is scheduled', async () => {
  const { send } = await begin('2023-12-29T07:00:00Z', [[priced('1270'), 1]]);
  await send('pause');
  expect((await send('cancel', { effective_from: 'next_billing_period' })).error).toMatchObject({
    code: 'subscription_locked_pending_changes',
  });
});

test('N34: Engram issue 488 of 2026-06-07, what can be changed in a trial', async () => {
  const trial_period = { interval: 'day', frequency: 14 };
  const { send, read } = await begin('2026-06-07T10:00:00Z', [[priced('1000', { trial_period }), 1]]);
  const change = async (price: object) =>
    (await send('update', { items: [{ price, quantity: 1 }], proration_billing_mode: 'do_not_bill' })).error.code;
  expect(await change(priced('2000'))).toBe('subscription_trialing_items_update_invalid_options');
  const billing_cycle = { interval: 'year', frequency: 1 };
  expect(await change(priced('9000', { billing_cycle }))).toBe('subscription_new_items_not_valid');
  const before = await read();
  await send('cancel');
  await send('update', { scheduled_change: null });
  expect(await read()).toEqual(before);
});

test('S4f: the end of a trial, with the tax on top', async () => {
  const fields = { tax_mode: 'external', trial_period: { interval: 'day', frequency: 14 } };
  const items = ['1000', '500'].map((amount) => [priced(amount, fields, 'GBP'), 2] as const);
  const { bills } = await begin('2026-10-01T10:00:00Z', items, '0.2');
  await until('2026-10-15T10:00:00Z');
  const [, first] = await bills();
  expect(first.details.totals).toMatchObject({ subtotal: '3000', tax: '600', total: '3600', grand_total: '3600' });
});

test('S4g: a renewal of five seats in pounds, with its fee', async () => {
  await paddock.exchangeRates.set({ base: 'USD', rates: { GBP: '0.7601' } });
  const { bills } = await begin('2026-10-01T10:00:00Z', [[priced('1000', {}, 'GBP'), 5]], '0.2');
  await until('2026-11-01T10:00:00Z');
  const [, renewal] = await bills();
  expect(renewal).toMatchObject({
    ...{ status: 'completed', origin: 'subscription_recurring' },
    details: { totals: { subtotal: '4167', tax: '833', total: '5000', fee: '288', earnings: '3879' } },
  });
});
