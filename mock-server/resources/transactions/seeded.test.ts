import { expect, test } from 'vitest';
import { loadSeed } from '#fixtures/index.ts';
import { startPaddock } from '../../index.ts';
import { call } from '../../testing/call.ts';

const seed = loadSeed('small-saas');
const { products = [], prices = [], discounts = [], subscriptions = [], transactions = [], addresses = [] } = seed;

test('each subscription of small-saas came from a purchase in its catalogue, with the figures that the mock computes', async () => {
  expect(Math.min(products.length, prices.length, discounts.length)).toBeGreaterThan(0);
  expect(transactions.map(({ subscription_id }) => subscription_id).toSorted()).toEqual(
    subscriptions.map(({ id }) => id).toSorted(),
  );
  await using paddock = await startPaddock({ profile: 'official', fixtures: seed, rateLimit: false });
  for (const { items, details, ...transaction } of transactions) {
    const { customer_id, address_id, business_id, currency_code, discount_id } = transaction;
    for (const { price } of items) expect(prices.find(({ id }) => id === price.id)).toEqual(price);
    const sold = items.map(({ price, quantity }) => ({ price_id: price.id, quantity }));
    // Some of the customers are archived since.
    const address = addresses.find(({ id }) => id === address_id);
    const place = { country_code: address?.country_code, postal_code: address?.postal_code };
    const customer = seed.customers?.find(({ id }) => id === customer_id);
    const buyer = customer?.status === 'active' ? { customer_id, address_id, business_id } : { address: place };
    const body = { items: sold, ...buyer, currency_code, discount_id };
    const answer = await call(paddock, 'POST', '/transactions/preview', body);
    const { data } = answer;
    if (!data) throw new Error(JSON.stringify(answer));
    const { subtotal, discount, tax, total } = details.totals;
    expect(data.details.totals, transaction.id).toMatchObject({ subtotal, discount, tax, total });
    expect(data.details.tax_rates_used).toEqual(details.tax_rates_used);
    expect(transaction).toMatchObject({ status: 'completed', invoice_number: expect.stringMatching(/^325-\d+$/) });
  }
});
