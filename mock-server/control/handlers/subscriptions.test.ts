import { describe, expect, test } from 'vitest';
import { begin, failingCard, goodCard, monthly, now, purchaseOf, setup } from '../testing/subscribing.ts';

describe('POST /_paddock/subscriptions', () => {
  test('sells to a customer who exists, at an address that exists, what the catalog has', async () => {
    await using mock = await begin();
    const first = await mock.paddock.subscriptions.create(purchaseOf(monthly));
    const product = await mock.api('POST', '/products', { name: 'Analytics', tax_category: 'standard' });
    const { product: _, ...rest } = monthly;
    const price = await mock.api('POST', '/prices', { ...rest, product_id: product.body.data.id });
    const discount = await mock.api('POST', '/discounts', {
      type: 'percentage',
      amount: '25',
      description: 'Two months',
      recur: true,
      maximum_recurring_intervals: 2,
    });
    await mock.news();
    const second = await mock.paddock.subscriptions.create({
      items: [{ price_id: price.body.data.id, quantity: 3 }],
      customer_id: first.customer_id,
      address_id: first.address_id,
      business: { name: 'Sam Ltd' },
      discount_id: discount.body.data.id,
      custom_data: { plan: 'pro' },
      card: goodCard,
    });
    expect(await mock.news()).toEqual([
      'transaction.created draft',
      'business.created active',
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
    const { transaction_id, ...subscription } = second;
    const stored = await mock.subscription(second.id);
    // The links lead to the mock's own pages.
    expect(subscription).toEqual(stored);
    expect((await fetch(String(Object(subscription.management_urls).cancel))).status).toBe(200);
    expect(subscription).toMatchObject({
      customer_id: first.customer_id,
      custom_data: { plan: 'pro' },
      discount: { id: discount.body.data.id, starts_at: now, ends_at: '2026-03-31T10:00:00Z' },
      items: [{ price: { id: price.body.data.id }, quantity: 3 }],
    });
    await mock.paddock.clock.advance({ days: 70 });
    const bills = await mock.transactions(second.id);
    expect(bills.map(({ id }: { id: string }) => id)[0]).toBe(transaction_id);
    const discounts = bills.map((bill: { details: { totals: { discount: string } } }) => bill.details.totals.discount);
    expect(discounts).toEqual(['1500', '1500', '0']);
  });

  test('writes nothing of a purchase that is refused', async () => {
    await using mock = await begin();
    const attempt = (body: object) => mock.api('POST', '/_paddock/subscriptions', body);
    const purchase = purchaseOf(monthly);
    const { customer: _, ...nobody } = purchase;
    const { address: __, ...nowhere } = purchase;
    const refusals = [
      [{ ...purchase, card: '4000 0000 0000 0002' }, /the payment failed \(declined\)/],
      [{ ...purchase, card: '4111 1111 1111 1111' }, /not a test card/],
      [purchaseOf(setup), /none of the items recurs/],
      [nobody, /nobody buys/],
      [nowhere, /it has no place/],
      [
        { ...purchase, items: [{ price_id: 'pri_01kpadd0ck0000000000000007', quantity: 1 }] },
        /transaction_price_not_found/,
      ],
      [{ ...purchase, cards: goodCard }, /cards/],
    ] as const;
    for (const [body, reason] of refusals) {
      const { status, body: answer } = await attempt(body);
      expect([status, answer.error.code]).toEqual([400, 'invalid_request']);
      expect(answer.error.detail).toMatch(reason);
    }
    const unknown = await attempt({ ...nobody, customer_id: 'ctm_01kpadd0ck0000000000000001' });
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'not_found']);
    expect(await mock.news()).toEqual([]);
    for (const kind of ['customers', 'transactions', 'subscriptions', 'products'])
      expect((await mock.api('GET', `/${kind}`)).body.data).toEqual([]);
  });

  test('passes the challenge of a card that asks for one', async () => {
    await using mock = await begin();
    const card = '4000 0038 0000 0446';
    expect((await mock.paddock.subscriptions.create({ ...purchaseOf(monthly), card })).status).toBe('active');
  });
});

test('credit of the customer pays renewals first', async () => {
  await using mock = await begin();
  const { id, customer_id } = await mock.paddock.subscriptions.create(purchaseOf(monthly));
  const [bought] = await mock.transactions(id);
  const totals = {
    ...bought.details.totals,
    total: '-1000',
    grand_total: '0',
    balance: '0',
    credit_to_balance: '1000',
  };
  const credit = {
    ...bought,
    id: 'txn_01kpadd0ck0000000000000009',
    status: 'ready',
    subscription_id: null,
    payments: [],
  };
  await mock.paddock.seed({
    transactions: [{ ...credit, items: bought.items.map(withoutCycle), details: { ...bought.details, totals } }],
  });
  await mock.paddock.transactions.pay(credit.id, { card: goodCard });
  await mock.paddock.clock.advance({ days: 28 });
  const [, renewal] = await mock.transactions(id);
  expect(renewal.details.totals).toMatchObject({ total: '2400', credit: '1000', grand_total: '1400', balance: '0' });
  expect(renewal.payments).toMatchObject([{ amount: '1400', status: 'captured' }]);
  const [left] = (await mock.api('GET', `/customers/${customer_id}/credit-balances`)).body.data;
  expect(left.balance).toEqual({ available: '0', reserved: '0', used: '1000' });
});

test('one step and many steps end alike, also when payments fail', async () => {
  const live = async (steps: number) => {
    await using mock = await begin();
    for (const card of [goodCard, failingCard]) {
      const customer = { email: `${card.at(-1)}@example.com` };
      await mock.paddock.subscriptions.create({ ...purchaseOf(monthly), customer, card });
    }
    for (let step = 0; step < steps; step += 1) await mock.paddock.clock.advance({ days: 400 / steps });
    return (await mock.events()).map(({ event_type, occurred_at, data }) => [event_type, occurred_at, data.status]);
  };
  expect(await live(16)).toEqual(await live(1));
});

function withoutCycle(item: { price: object }) {
  return { ...item, price: { ...item.price, billing_cycle: null } };
}
