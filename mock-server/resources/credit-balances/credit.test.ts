import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildAddress, buildCustomer, buildTransaction, type Transaction } from '#fixtures/index.ts';
import { openSums } from '../../billing/settlement.ts';
import { type Paddock, startPaddock } from '../../index.ts';
import { call } from '../../testing/call.ts';

const profile = 'official';
const customer = buildCustomer({ seed: 1, profile });
const address = buildAddress({ seed: 1, profile });

/** Starts a mock with a customer. */
async function start(): Promise<Paddock> {
  const paddock = await startPaddock({ profile, rateLimit: false });
  await paddock.seed({ customers: [customer], addresses: [address] });
  return paddock;
}

/** Adds a sale of the customer that is ready to be paid. A negative total is that of a change to a smaller plan. */
async function sell(
  paddock: Paddock,
  number: number,
  total: number,
  collection_mode: 'automatic' | 'manual' = 'automatic',
) {
  const drawn = buildTransaction({ seed: 1, profile, status: 'ready' });
  const amount = String(total);
  const sums = openSums({ subtotal: amount, discount: '0', tax: '0', total: amount }, 'USD');
  const fields: Partial<Transaction<'official'>> = {
    id: `txn_01h${String(number).padStart(23, '0')}`,
    customer_id: customer.id,
    address_id: address.id,
    business_id: null,
    subscription_id: null,
    currency_code: 'USD',
    collection_mode,
    details: { ...drawn.details, ...sums },
  };
  const sale = { ...drawn, ...fields };
  await paddock.seed({ transactions: [sale] });
  return sale.id;
}

async function credit(paddock: Paddock): Promise<unknown> {
  return (await call(paddock, 'GET', `/customers/${customer.id}/credit-balances`)).data;
}

function balance(available: number, reserved: number, used: number) {
  const amounts = { available: `${available}`, reserved: `${reserved}`, used: `${used}` };
  return [{ customer_id: customer.id, currency_code: 'USD', balance: amounts }];
}

async function complete(paddock: Paddock, id: string): Promise<void> {
  await paddock.trigger('transaction.completed', { entity_id: id });
}

async function pay(paddock: Paddock, id: string) {
  return call(paddock, 'POST', `/_paddock/transactions/${id}/pay`, { card: '4242 4242 4242 4242' });
}

test('a negative total becomes credit, which pays later transactions until nothing is left of it', async () => {
  await using paddock = await start();
  // @evidence observed 2025-03-26: a total of -1394 has a credit to the balance of 1394
  await complete(paddock, await sell(paddock, 1, -1394));
  expect(await credit(paddock)).toEqual(balance(1394, 0, 0));
  const whole = await pay(paddock, await sell(paddock, 2, 1000));
  expect(whole).toMatchObject({ status: 'completed', payments: [] });
  expect(whole.details.totals).toMatchObject({ total: '1000', credit: '1000', grand_total: '0', balance: '0' });
  expect(await credit(paddock)).toEqual(balance(394, 0, 1000));
  const part = await pay(paddock, await sell(paddock, 3, 1000));
  expect(part.payments).toMatchObject([{ amount: '606', status: 'captured' }]);
  expect(part.details.totals).toMatchObject({ credit: '394', grand_total: '606' });
  expect(await credit(paddock)).toEqual(balance(0, 0, 1394));
  expect((await pay(paddock, await sell(paddock, 4, 500))).details.totals).toMatchObject({ credit: '0' });
});

test('a billed invoice reserves credit, which is used when it is completed, and returned when it is canceled', async () => {
  await using paddock = await start();
  await complete(paddock, await sell(paddock, 1, -900));
  const [paid, canceled] = [await sell(paddock, 2, 600, 'manual'), await sell(paddock, 3, 600, 'manual')];
  for (const entity_id of [paid, canceled]) await paddock.trigger('transaction.billed', { entity_id });
  expect(await credit(paddock)).toEqual(balance(0, 900, 0));
  await paddock.trigger('transaction.canceled', { entity_id: canceled });
  expect(await credit(paddock)).toEqual(balance(300, 600, 0));
  await complete(paddock, paid);
  expect(await credit(paddock)).toEqual(balance(300, 0, 600));
});

test('an invoice that a request bills reserves credit, and returns it if a request cancels it', async () => {
  await using paddock = await start();
  await complete(paddock, await sell(paddock, 1, -900));
  await call(paddock, 'PATCH', `/customers/${customer.id}`, { name: 'Sam Miller' });
  const place = {
    country_code: 'US',
    postal_code: '20149',
    region: 'VA',
    city: 'Ashburn',
    first_line: '1 Main Street',
  };
  const sentTo = (await call(paddock, 'POST', `/customers/${customer.id}/addresses`, place)).data;
  const product = (await call(paddock, 'POST', '/products', { name: 'Help', tax_category: 'standard' })).data;
  const unit_price = { amount: '1000', currency_code: 'USD' };
  const cost = { product_id: product.id, description: 'Help', unit_price, tax_mode: 'internal' };
  const price = (await call(paddock, 'POST', '/prices', cost)).data;
  const order = {
    ...{ items: [{ price_id: price.id, quantity: 1 }], customer_id: customer.id, address_id: sentTo.id },
    ...{ collection_mode: 'manual', billing_details: { payment_terms: { interval: 'day', frequency: 14 } } },
  };
  const bills = [
    async () => (await call(paddock, 'POST', '/transactions', { ...order, status: 'billed' })).data,
    async () => {
      const { id } = (await call(paddock, 'POST', '/transactions', order)).data;
      expect(await credit(paddock)).toEqual(balance(900, 0, 0));
      return (await call(paddock, 'PATCH', `/transactions/${id}`, { status: 'billed' })).data;
    },
  ];
  for (const bill of bills) {
    const billed = await bill();
    expect(billed).toMatchObject({ status: 'billed', details: { totals: { credit: '900', balance: '100' } } });
    expect(await credit(paddock)).toEqual(balance(0, 900, 0));
    await call(paddock, 'PATCH', `/transactions/${billed.id}`, { status: 'canceled' });
    expect(await credit(paddock)).toEqual(balance(900, 0, 0));
  }
});

test('a credit of an invoice reduces its amount due, and leaves the balance of the customer', async () => {
  await using paddock = await start();
  const id = await sell(paddock, 1, 600, 'manual');
  await paddock.trigger('transaction.billed', { entity_id: id });
  const body = { action: 'credit', transaction_id: id, reason: 'Too much', type: 'full' };
  await call(paddock, 'POST', '/adjustments', body);
  expect(await credit(paddock)).toEqual([]);
});

test('whatever is sold, billed, paid and canceled, no credit is lost or used twice', async () => {
  await using paddock = await start();
  let number = 0;
  const step = fc.record({
    total: fc.oneof(fc.integer({ min: -500, max: -1 }), fc.integer({ min: 1, max: 800 })),
    way: fc.constantFrom('pay', 'cancel', 'complete', 'leave'),
  });
  let given = 0;
  const open: string[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      for (const { total, way } of steps) {
        number += 1;
        const id = await sell(paddock, number, total, way === 'pay' ? 'automatic' : 'manual');
        if (total < 0) {
          await complete(paddock, id);
          given -= total;
        } else if (way === 'pay') await pay(paddock, id);
        else {
          await paddock.trigger('transaction.billed', { entity_id: id });
          if (way === 'leave') open.push(id);
          else await paddock.trigger(`transaction.${way}d`.replace('canceld', 'canceled'), { entity_id: id });
        }
      }
      const { data } = await call(paddock, 'GET', '/transactions?per_page=200');
      const [own] = (await credit(paddock)) as { balance: Record<string, string> }[];
      const amounts = Object.values(own?.balance ?? {}).map(Number);
      expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(given);
      expect(Math.min(0, ...amounts)).toBe(0);
      const taken = (status: string) =>
        data
          .filter((one: Transaction) => one.status === status)
          .reduce((sum: number, one: Transaction) => sum + Number(one.details.totals.credit), 0);
      if (own && number <= 30)
        expect([taken('billed'), taken('completed')]).toEqual([
          Number(own.balance['reserved']),
          Number(own.balance['used']),
        ]);
    }),
    { numRuns: 10 },
  );
});
