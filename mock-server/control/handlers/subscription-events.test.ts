import { expect, test } from 'vitest';
import {
  begin,
  failingCard,
  goodCard,
  monthly,
  purchaseOf,
  setup,
  withCardlessTrial,
  withTrial,
} from '../testing/subscribing.ts';

test('the first purchase', async () => {
  await using mock = await begin();
  const { id, transaction_id } = await mock.paddock.subscriptions.create(purchaseOf(monthly, setup));
  expect(await mock.news()).toEqual([
    'transaction.created draft',
    'customer.created active',
    'address.created active',
    'transaction.updated ready',
    'transaction.ready ready',
    'transaction.updated paid',
    'transaction.paid paid',
    'subscription.created active',
    'subscription.activated active',
    'transaction.updated paid',
    'transaction.updated completed',
    'transaction.completed completed',
  ]);
  const subscription = await mock.subscription(id);
  expect(subscription).toMatchObject({
    status: 'active',
    started_at: '2026-01-31T10:00:00Z',
    next_billed_at: '2026-02-28T10:00:00Z',
    items: [{ price: { description: 'Monthly' }, quantity: 1 }],
  });
  expect(await mock.transactions(id)).toMatchObject([
    {
      id: transaction_id,
      origin: 'web',
      status: 'completed',
      details: { totals: { subtotal: '7000', tax: '1400', grand_total: '8400' } },
      billing_period: subscription.current_billing_period,
    },
  ]);
});

test('a trial', async () => {
  await using mock = await begin();
  const { id } = await mock.paddock.subscriptions.create(purchaseOf(withTrial));
  expect((await mock.news()).slice(-7)).toEqual([
    'transaction.updated paid',
    'transaction.paid paid',
    'subscription.created trialing',
    'subscription.trialing trialing',
    'transaction.updated paid',
    'transaction.updated completed',
    'transaction.completed completed',
  ]);
  await mock.paddock.clock.advance({ days: 14 });
  expect(await mock.news()).toEqual([
    'subscription.updated active',
    'subscription.activated active',
    'transaction.created billed',
    'transaction.billed billed',
    'transaction.updated paid',
    'transaction.paid paid',
    'transaction.updated completed',
    'transaction.completed completed',
  ]);
  expect(await mock.subscription(id)).toMatchObject({
    first_billed_at: '2026-02-14T10:00:00Z',
    next_billed_at: '2026-03-14T10:00:00Z',
    started_at: '2026-01-31T10:00:00Z',
  });
});

test('a trial without a payment method', async () => {
  await using mock = await begin();
  const { id } = await mock.paddock.subscriptions.create(purchaseOf(withCardlessTrial));
  expect(await mock.news()).toEqual([
    'customer.created active',
    'address.created active',
    'transaction.created billed',
    'transaction.billed billed',
    'subscription.created trialing',
    'subscription.trialing trialing',
    'transaction.updated billed',
    'transaction.updated completed',
    'transaction.completed completed',
  ]);
  expect(await mock.subscription(id)).toMatchObject({
    status: 'trialing',
    next_billed_at: null,
    items: [{ next_billed_at: null, trial_dates: { ends_at: '2026-02-14T10:00:00Z' } }],
  });
  await mock.paddock.clock.advance({ days: 14 });
  expect(await mock.news()).toEqual(['subscription.updated canceled', 'subscription.canceled canceled']);
});

test('a renewal, which sells only what recurs', async () => {
  await using mock = await begin();
  const { id } = await mock.paddock.subscriptions.create(purchaseOf(monthly, setup));
  await mock.news();
  await mock.paddock.clock.advance({ days: 28 });
  expect(await mock.news()).toEqual([
    'subscription.updated active',
    'transaction.created billed',
    'transaction.billed billed',
    'transaction.updated paid',
    'transaction.paid paid',
    'transaction.updated completed',
    'transaction.completed completed',
  ]);
  expect((await mock.transactions(id))[1]).toMatchObject({
    origin: 'subscription_recurring',
    details: { totals: { subtotal: '2000', tax: '400', grand_total: '2400' } },
  });
});

test('a renewal that fails, and the recovery', async () => {
  await using mock = await begin();
  const { id } = await mock.paddock.subscriptions.create({ ...purchaseOf(monthly), card: failingCard });
  await mock.news();
  await mock.paddock.clock.advance({ days: 28 });
  expect(await mock.news()).toEqual([
    'subscription.updated active',
    'transaction.created billed',
    'transaction.billed billed',
    'transaction.payment_failed billed',
    'transaction.updated past_due',
    'transaction.past_due past_due',
    'subscription.updated past_due',
    'subscription.past_due past_due',
  ]);
  expect(await mock.subscription(id)).toMatchObject({
    status: 'past_due',
    current_billing_period: { starts_at: '2026-02-28T10:00:00Z', ends_at: '2026-03-31T10:00:00Z' },
    next_billed_at: '2026-03-31T10:00:00Z',
    items: [{ status: 'active', previously_billed_at: '2026-02-28T10:00:00Z' }],
  });
  const [, unpaid] = await mock.transactions(id);
  expect(unpaid.payments).toMatchObject([{ status: 'error', error_code: 'authentication_failed' }]);
  await mock.paddock.transactions.pay(unpaid.id, { card: goodCard });
  expect(await mock.news()).toEqual([
    'transaction.updated paid',
    'transaction.paid paid',
    'subscription.updated active',
    'subscription.activated active',
    'transaction.updated completed',
    'transaction.completed completed',
  ]);
  await mock.paddock.clock.advance({ days: 31 });
  expect((await mock.news()).at(-1)).toBe('transaction.completed completed');
});

test('a pause and a resume', async () => {
  await using mock = await begin();
  const { id } = await mock.paddock.subscriptions.create(purchaseOf(monthly));
  await mock.news();
  await mock.api('POST', `/subscriptions/${id}/pause`, {});
  expect(await mock.news()).toEqual(['subscription.updated active']);
  await mock.paddock.clock.advance({ days: 60 });
  expect(await mock.news()).toEqual(['subscription.updated paused', 'subscription.paused paused']);
  await mock.api('POST', `/subscriptions/${id}/resume`, { effective_from: 'immediately' });
  expect(await mock.news()).toEqual([
    'subscription.updated active',
    'subscription.resumed active',
    'transaction.created billed',
    'transaction.billed billed',
    'transaction.updated paid',
    'transaction.paid paid',
    'transaction.updated completed',
    'transaction.completed completed',
  ]);
});

test('a cancellation at the end of the period', async () => {
  await using mock = await begin();
  const { id } = await mock.paddock.subscriptions.create(purchaseOf(monthly));
  await mock.news();
  await mock.api('POST', `/subscriptions/${id}/cancel`);
  expect(await mock.news()).toEqual(['subscription.updated active']);
  await mock.paddock.clock.advance({ days: 60 });
  expect(await mock.news()).toEqual(['subscription.updated canceled', 'subscription.canceled canceled']);
  expect((await mock.subscription(id)).canceled_at).toBe('2026-02-28T10:00:00Z');
});

test('an invoice, and its renewal', async () => {
  await using mock = await begin();
  const purchase = purchaseOf(monthly);
  const address = { ...purchase.address, first_line: '1 High Street', city: 'London', region: 'England' };
  const { id } = await mock.paddock.subscriptions.create({ ...purchase, address, collection_mode: 'manual' });
  expect(await mock.news()).toEqual([
    'customer.created active',
    'address.created active',
    'transaction.created billed',
    'transaction.billed billed',
    'subscription.created active',
    'subscription.activated active',
    'transaction.updated billed',
    'transaction.updated billed',
  ]);
  await mock.paddock.clock.advance({ days: 28 });
  expect(await mock.news()).toEqual([
    'subscription.updated active',
    'transaction.created billed',
    'transaction.billed billed',
    'transaction.updated billed',
  ]);
  const [first, second] = await mock.transactions(id);
  expect([first.invoice_number, second.invoice_number]).toEqual([expect.any(String), expect.any(String)]);
  expect(second.billing_period.starts_at).toBe(first.billing_period.ends_at);
});

test('another card, which a subscription that is past due pays with, or nothing is paid with', async () => {
  await using mock = await begin();
  const { id } = await mock.paddock.subscriptions.create({ ...purchaseOf(monthly), card: failingCard });
  const path = `/subscriptions/${id}/update-payment-method-transaction`;
  await mock.news();
  const { body } = await mock.api('GET', path);
  expect(body.data).toMatchObject({
    status: 'ready',
    origin: 'subscription_payment_method_change',
    items: [{ proration: { rate: '0' } }],
    details: {
      totals: { subtotal: '0', tax: '0', total: '0', grand_total: '0' },
      line_items: [{ totals: { total: '0' } }],
    },
    customer: { email: 'sam@example.com' },
    address: { country_code: 'GB' },
  });
  expect(body.data.billing_period.starts_at).toBe(body.data.billing_period.ends_at);
  await mock.paddock.transactions.pay(body.data.id, { card: goodCard });
  expect(await mock.news()).toEqual([
    'transaction.created ready',
    'transaction.ready ready',
    'transaction.updated paid',
    'transaction.paid paid',
    'transaction.updated completed',
    'transaction.completed completed',
  ]);
  await mock.paddock.clock.advance({ days: 28 });
  expect((await mock.subscription(id)).status).toBe('active');
  const { body: back } = await mock.api('GET', path);
  await mock.paddock.transactions.pay(back.data.id, { card: failingCard });
  await mock.paddock.clock.advance({ days: 31 });
  expect((await mock.subscription(id)).status).toBe('past_due');
  const { body: unpaid } = await mock.api('GET', path);
  expect(unpaid.data).toMatchObject({ status: 'past_due', origin: 'subscription_recurring' });
});

test('a card for a trial that had none', async () => {
  await using mock = await begin();
  const { id } = await mock.paddock.subscriptions.create(purchaseOf(withCardlessTrial));
  const { body } = await mock.api('GET', `/subscriptions/${id}/update-payment-method-transaction`);
  await mock.paddock.transactions.pay(body.data.id, { card: goodCard });
  const trial = { status: 'trialing', next_billed_at: '2026-02-14T10:00:00Z' };
  expect(await mock.subscription(id)).toMatchObject(trial);
  await mock.paddock.clock.advance({ days: 14 });
  expect(await mock.subscription(id)).toMatchObject({ status: 'active', first_billed_at: trial.next_billed_at });
});
