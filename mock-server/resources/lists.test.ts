import { expect, test } from 'vitest';
import { loadSeed } from '#fixtures/index.ts';
import { type Paddock, startPaddock } from '../index.ts';

async function get({ url, apiKey }: Paddock, path: string) {
  const response = await fetch(url + path, { headers: { Authorization: `Bearer ${apiKey}` } });
  return { status: response.status, hint: response.headers.get('X-Paddock-Hint'), body: await response.json() };
}

test('transactions are narrowed by when they were made, and by when they were billed', async () => {
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
  // What was not billed is neither before nor after.
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
  // What is too old is removed once in an hour, and not shown before that.
  await after(90, 60);
  expect(await shown()).toEqual([0, 0]);
});

test('what a subscription cannot include yet is named', async () => {
  const seed = loadSeed('small-saas');
  await using paddock = await startPaddock({ fixtures: seed });
  const { status, hint } = await get(paddock, `/subscriptions/${seed.subscriptions?.[0]?.id}?include=next_transaction`);
  expect(status).toBe(540);
  expect(hint).toBe('Paddock does not have include of getSubscription: the next transaction is not computed yet.');
});
