import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';
import { startPaddock, UsageError } from '../index.ts';
import { call } from '../testing/call.ts';

const customer = buildCustomer({ seed: 1 });

describe('fixtures given by name', () => {
  test('are a built-in seed, also after a reset', async () => {
    await using paddock = await startPaddock({ fixtures: 'small-saas' });
    const before = (await call(paddock, 'GET', '/customers?status=active,archived')).data;
    expect(before.length).toBeGreaterThan(20);
    await paddock.reset();
    expect((await call(paddock, 'GET', '/customers?status=active,archived')).data).toEqual(before);
  });

  test('renew within a month, whatever the time', async () => {
    await using paddock = await startPaddock({ fixtures: 'small-saas' });
    const active = (await call(paddock, 'GET', '/subscriptions?status=active&scheduled_change_action=none')).data;
    await paddock.clock.advance({ days: 32 });
    const bills = (await call(paddock, 'GET', '/transactions?origin=subscription_recurring')).data;
    const monthly = active.filter(
      ({ billing_cycle }: { billing_cycle: { interval: string } }) => billing_cycle.interval === 'month',
    );
    expect(monthly.length).toBeGreaterThan(5);
    const billed = new Set(bills.map(({ subscription_id }: { subscription_id: string }) => subscription_id));
    for (const { id } of monthly) expect(billed).toContain(id);
  });

  test.each([
    ['a seed', { customers: [customer] }],
    ['recorded answers', { data: [customer] }],
  ])('are a file of %s', async (_kind, content) => {
    const folder = await mkdtemp(join(tmpdir(), 'paddock-fixtures-'));
    try {
      const fixtures = join(folder, 'fixtures.json');
      await writeFile(fixtures, JSON.stringify(content));
      await using paddock = await startPaddock({ fixtures });
      expect((await call(paddock, 'GET', '/customers')).data).toEqual([customer]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test.each([
    ['a seed', (customers: string) => `{"customers":[${customers}]}`],
    ['recorded answers', (data: string) => `{"data":[${data}]}`],
  ])('are refused in one line where a file of %s is nested too deep', async (_kind, fileOf) => {
    const folder = await mkdtemp(join(tmpdir(), 'paddock-fixtures-'));
    try {
      const fixtures = join(folder, 'fixtures.json');
      const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
      const text = JSON.stringify({ ...customer, custom_data: 'deep' }).replace('"deep"', deep);
      await writeFile(fixtures, fileOf(text));
      const started = startPaddock({ profile: 'official', fixtures });
      await expect(started).rejects.toThrow(UsageError);
      await expect(started).rejects.toThrow(/nested too deep[^\n]*$/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test.each([
    ['small-sas', 'Did you mean small-saas?'],
    ['./nowhere.json', 'Could not read the fixtures ./nowhere.json: there is no such file or seed.'],
  ])('%s are refused where there are none', async (fixtures, message) => {
    const started = startPaddock({ fixtures });
    await expect(started).rejects.toThrow(UsageError);
    await expect(started).rejects.toThrow(message);
  });
});
