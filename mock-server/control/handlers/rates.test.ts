import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startPaddock } from '../../index.ts';
import { call } from '../../testing/call.ts';

const taxes = { rates: [{ country_code: 'US', postal_code: '94107', rate: '0.08625' }] };
const pounds = { base: 'USD' as const, rates: { GBP: '0.8029' } };

test('rates and settings are set, and kept in snapshots, forks and data files, until a reset', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const data = join(folder, 'data.sqlite');
  const link = { default_url: null };
  {
    await using paddock = await startPaddock({ data });
    const builtIn = await paddock.taxRates.get();
    expect(builtIn.rates).toContainEqual({ country_code: 'US', postal_code: '10021', rate: '0.08875' });
    expect((await call(paddock, 'GET', '/settings/checkout-url')).data.default_url).toBe(
      `${paddock.url}/_paddock/checkout`,
    );
    expect(await paddock.taxRates.set(taxes)).toEqual(taxes);
    expect(await paddock.exchangeRates.set(pounds)).toEqual(pounds);
    expect((await call(paddock, 'PATCH', '/settings/checkout-url', link)).data).toEqual(link);
    await paddock.snapshots.take('set');
    const fork = await paddock.fork();
    expect([await fork.taxRates.get(), await fork.exchangeRates.get()]).toEqual([taxes, pounds]);
    await paddock.reset();
    expect(await paddock.taxRates.get()).toEqual(builtIn);
    await paddock.snapshots.restore('set');
  }
  await using again = await startPaddock({ data });
  expect([await again.taxRates.get(), await again.exchangeRates.get()]).toEqual([taxes, pounds]);
  expect((await call(again, 'GET', '/settings/checkout-url')).data).toEqual(link);
});

test('rates of a file are those of each account', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'taxes.json');
  await writeFile(file, JSON.stringify(taxes));
  await using paddock = await startPaddock({ taxRates: file, exchangeRates: pounds });
  expect(await paddock.newAccount().taxRates.get()).toEqual(taxes);
  expect(await paddock.exchangeRates.get()).toEqual(pounds);
  await expect(startPaddock({ taxRates: join(folder, 'none.json') })).rejects.toThrow('Could not read the tax rates');
});

test.each([
  [{ base: 'USD', rates: { GBP: '0' } }],
  [{ base: 'USD', rates: { GBP: '-1' } }],
  [{ base: 'USD', rates: { XXX: '1' } }],
  [{ base: 'USD', rates: { USD: '2' } }],
])('exchange rates %j are refused', async (table) => {
  await using paddock = await startPaddock();
  const before = await paddock.exchangeRates.get();
  await expect(paddock.exchangeRates.set(table)).rejects.toThrow('Could not set the exchange rates');
  expect(await paddock.exchangeRates.get()).toEqual(before);
});

test('tax rates that are negative or for one place twice are refused', async () => {
  await using paddock = await startPaddock();
  const [rate] = taxes.rates;
  for (const rates of [[{ country_code: 'US', rate: '-0.1' }], [...taxes.rates, ...(rate ? [rate] : [])]])
    await expect(paddock.taxRates.set({ rates })).rejects.toThrow('Could not set the tax rates');
});
