import { expect, test } from 'vitest';
import { buildDiscount, buildTransaction } from '#fixtures/index.ts';
import { type Paddock, startPaddock } from '../index.ts';
import { call } from '../testing/call.ts';

async function get({ url, apiKey }: Paddock, path: string) {
  const response = await fetch(url + path, { headers: { Authorization: `Bearer ${apiKey}` } });
  return { status: response.status, body: await response.json() };
}

test('transactions are filtered by the times of their creation and billing', async () => {
  await using paddock = await startPaddock();
  for (const [day, type] of [
    ['2030-01-01', 'transaction.completed'],
    ['2030-01-02', 'transaction.created'],
    ['2030-01-03', 'transaction.completed'],
  ] as const) {
    await paddock.clock.set({ now: `${day}T00:00:00Z`, frozen: true });
    await paddock.trigger(type);
  }
  const daysOf = async (query: string) => {
    const { data } = (await get(paddock, `/transactions?order_by=id[ASC]&${query}`)).body;
    return data.map(({ created_at }: { created_at: string }) => created_at.slice(0, 10));
  };
  expect(await daysOf('created_at[GTE]=2030-01-02T00:00:00Z')).toEqual(['2030-01-02', '2030-01-03']);
  // Unbilled transactions are neither before nor after.
  expect(await daysOf('billed_at[GTE]=2030-01-02T00:00:00Z')).toEqual(['2030-01-03']);
  expect(await daysOf('billed_at[LT]=2030-01-03T00:00:00Z')).toEqual(['2030-01-01']);
});

test('events and notifications are shown for 90 days', async () => {
  await using paddock = await startPaddock({ webhook: { url: 'http://127.0.0.1:9/' } });
  const shown = async () => [
    (await get(paddock, '/events')).body.data.length,
    (await get(paddock, '/notifications')).body.data.length,
  ];
  const start = Date.parse('2030-01-01T00:00:00Z');
  const after = (days: number, seconds = 0) =>
    paddock.clock.set({ now: new Date(start + days * 86_400_000 + seconds * 1000), frozen: true });
  await after(0);
  await paddock.trigger('customer.created');
  await after(90);
  expect(await shown()).toEqual([1, 1]);
  // Expired events are hidden at once and removed hourly.
  await after(90, 60);
  expect(await shown()).toEqual([0, 0]);
});

test.each(['guide', 'official'] as const)(
  'a page of huge entities ends early, and a walk finds each of them once (%s)',
  async (profile) => {
    await using paddock = await startPaddock({
      profile,
      rateLimit: false,
      clock: { frozen: true },
      webhook: { url: 'http://127.0.0.1:9/', events: ['customer.created'] },
    });
    const custom_data = { text: 'x'.repeat(1_000_000) };
    const ids: string[] = [];
    for (let number = 0; number < 10; number += 1) {
      const body = { email: `sam.${number}@example.com`, ...(number !== 5 && { custom_data }) };
      ids.unshift((await call(paddock, 'POST', '/customers', body)).data.id);
    }
    const entityOf: Record<
      string,
      (each: { id: string; data: { id: string }; payload: { data: { id: string } } }) => string
    > = {
      '/customers': ({ id }) => id,
      '/events': ({ data }) => data.id,
      '/notifications': ({ payload }) => payload.data.id,
    };
    for (const [path, idOf] of Object.entries(entityOf)) {
      const walked: string[] = [];
      const sizes: number[] = [];
      for (let next: string | null = `${path}?per_page=200`; next !== null; ) {
        const { data, meta } = await call(paddock, 'GET', next);
        walked.push(...data.map(idOf));
        sizes.push(data.length);
        next = meta.pagination.has_more ? `${path}?per_page=200&after=${data.at(-1).id ?? data.at(-1).event_id}` : null;
        expect(meta.pagination.estimated_total).toBe(10);
      }
      expect([path, walked]).toEqual([path, ids]);
      expect([path, sizes]).toEqual([path, [5, 4, 1]]);
    }
  },
);

test('a transaction includes its discount, and the payment methods that could be used', async () => {
  const discount = buildDiscount();
  const own = { customer_id: null, address_id: null, subscription_id: null, business_id: null };
  const transaction = { ...buildTransaction(), ...own, discount_id: discount.id };
  await using paddock = await startPaddock({ fixtures: { discounts: [discount], transactions: [transaction] } });
  const ask = (value: string) => get(paddock, `/transactions/${transaction.id}?include=${value}`);
  expect((await ask('discount')).body.data.discount).toEqual(discount);
  const methods = expect.arrayContaining(['card', 'paypal']);
  expect((await ask('available_payment_methods')).body.data.available_payment_methods).toEqual(methods);
  const listed = await get(paddock, '/transactions?include=available_payment_methods');
  expect(listed.body.data).toMatchObject([{ id: transaction.id, available_payment_methods: methods }]);
});
