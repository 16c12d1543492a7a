import { expect, test } from 'vitest';
import { begin, failingCard, monthly, purchaseOf, setup } from '../../../control/testing/subscribing.ts';

/** Begins with a subscription, bought on 31 January at 10:00. */
async function beginBought(card?: string) {
  const mock = await begin({ dunning: 'none' });
  const { id } = await mock.paddock.subscriptions.create({ ...purchaseOf(monthly), ...(card && { card }) });
  const path = `/subscriptions/${id}`;
  const [item] = (await mock.subscription(id)).items;
  const { product, ...terms } = setup;
  const { data } = (await mock.api('POST', '/products', product)).body;
  const once = (await mock.api('POST', '/prices', { ...terms, product_id: data.id })).body.data.id;
  const quantity = (count: number, proration_billing_mode = 'prorated_immediately') =>
    mock.api('PATCH', path, { items: [{ price_id: item.price.id, quantity: count }], proration_billing_mode });
  const credit = async () =>
    (await mock.api('GET', `/customers/${(await mock.subscription(id)).customer_id}/credit-balances`)).body.data[0]
      .balance;
  const charge = (effective_from = 'immediately') =>
    mock.api('POST', `${path}/charge`, { items: [{ price_id: once, quantity: 1 }], effective_from });
  return {
    ...{ mock, id, path, quantity, credit, charge },
    advance: (duration: object) => mock.paddock.clock.advance(duration),
    [Symbol.asyncDispose]: () => mock[Symbol.asyncDispose](),
  };
}

const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) =>
  body.error ? `${status} ${body.error.code}` : status;

test('a subscription is charged at once 20 times in an hour, and 100 times in a day', async () => {
  await using life = await beginBought();
  const { charge, quantity, advance } = life;
  for (let hour = 0; hour < 5; hour += 1) {
    for (let count = 0; count < 20; count += 1) expect((await charge()).status).toBe(201);
    const refused = `429 subscription_immediate_charge_hour_limit_exceeded`;
    if (hour < 4) expect([codeOf(await charge()), codeOf(await quantity(2))]).toEqual([refused, refused]);
    // Changes that wait for the next bill are not counted.
    expect((await charge('next_billing_period')).status).toBe(201);
    await advance({ seconds: 3599 });
    if (hour < 4) expect(codeOf(await charge())).toBe(refused);
    await advance({ seconds: 1 });
  }
  expect(codeOf(await charge())).toBe('429 subscription_immediate_charge_24_hour_limit_exceeded');
  await advance({ hours: 18, minutes: 59, seconds: 59 });
  expect((await charge()).status).toBe(429);
  await advance({ seconds: 1 });
  expect((await charge()).status).toBe(201);
});

test('in the last 30 minutes before a bill, neither items nor charges change', async () => {
  await using life = await beginBought();
  const { mock, path, charge, quantity, advance } = life;
  await advance({ days: 27, hours: 23, minutes: 30 });
  expect((await quantity(2, 'do_not_bill')).status).toBe(200);
  await advance({ seconds: 1 });
  const locked = '409 subscription_locked_renewal';
  expect(codeOf(await quantity(3, 'do_not_bill'))).toBe(locked);
  expect(codeOf(await charge())).toBe(locked);
  expect(codeOf(await charge('next_billing_period'))).toBe(locked);
  expect((await mock.api('PATCH', path, { custom_data: { crm: '1' } })).status).toBe(200);
  await advance({ minutes: 29, seconds: 59 });
  expect((await mock.subscription(life.id)).items[0].quantity).toBe(2);
  expect((await quantity(3, 'do_not_bill')).status).toBe(200);
});

test('credit that a declined change reserved is given back when its bill is canceled', async () => {
  await using life = await beginBought(failingCard);
  const { mock, id, quantity, credit, advance } = life;
  // The card pays the purchase alone, so the first change is one that gives back.
  expect(codeOf(await quantity(2, 'do_not_bill'))).toBe(200);
  await advance({ days: 14 });
  expect(codeOf(await quantity(1))).toBe(200);
  expect(await credit()).toEqual({ available: '1200', reserved: '0', used: '0' });
  expect(codeOf(await quantity(5))).toBe('400 subscription_payment_declined');
  expect(await credit()).toEqual({ available: '0', reserved: '1200', used: '0' });
  await advance({ seconds: 45 });
  expect(await credit()).toEqual({ available: '1200', reserved: '0', used: '0' });
  expect((await mock.transactions(id)).map(({ status }: { status: string }) => status)).toEqual([
    'completed',
    'completed',
    'canceled',
  ]);
  // The next change costs as much to the minute, and uses it.
  await advance({ minutes: 1 });
  expect(codeOf(await quantity(2))).toBe(200);
  expect(await credit()).toEqual({ available: '0', reserved: '0', used: '1200' });
  expect((await mock.subscription(id)).items[0].quantity).toBe(2);
});
