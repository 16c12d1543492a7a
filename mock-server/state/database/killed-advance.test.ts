import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededRandom } from '../../ids/random.ts';
import type { KillableStarted } from '../testing/killable-server.ts';
import { KillableServers } from '../testing/killable-servers.ts';
import { startReceiver } from '../testing/receiver.ts';

/** Number of kills. `.ci/run` asks for more. */
const kills = Number(process.env['PADDOCK_KILLS'] ?? 1);
const seed = Number(process.env['PADDOCK_SEED'] ?? 20_260_102);
const bought = '2026-01-31T10:00:00Z';
const end = '2027-01-31T12:00:00Z';
const subscriptions = 3;

test(
  `a year that is advanced by servers that are killed bills each period once (${kills} kills, seed ${seed})`,
  async () => {
    await using receiver = await startReceiver();
    using servers = new KillableServers();
    const folder = await mkdtemp(join(tmpdir(), 'paddock-'));
    try {
      const options = { data: join(folder, 'data.sqlite'), webhookUrl: receiver.url };
      const random = seededRandom(seed, 'advances');
      const first = await servers.start(options);
      const ask = callerOf(first);
      await ask('PUT', '/_paddock/clock', { now: bought, frozen: true });
      for (let number = 0; number < subscriptions; number += 1)
        await ask('POST', '/_paddock/subscriptions', purchase(number));
      first.kill();
      await first.killed;
      for (let kill = 0; kill < kills; kill += 1) {
        const server = await servers.start(options);
        server.killBeforeWrite(1 + Math.floor(random.next() * 400));
        // It may be done before the kill; then another write kills it.
        await advance(server).catch(() => undefined);
        for (let more = 0; await isAlive(server); more += 1) {
          const email = `kill.${kill}.${more}@example.com`;
          await callerOf(server)('POST', '/customers', { email }).catch(() => undefined);
        }
        await server.killed;
      }
      const last = await servers.start(options);
      await advance(last);
      await expectYear(last);
      last.kill();
      await last.killed;
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  90_000 + 20_000 * kills,
);

/** Advances the clock as far as it is from the end of the year. */
async function advance(server: KillableStarted): Promise<void> {
  const ask = callerOf(server);
  const { now } = await ask('GET', '/_paddock/clock');
  await ask('POST', '/_paddock/clock/advance', { milliseconds: Date.parse(end) - Date.parse(now) });
}

async function isAlive(server: KillableStarted): Promise<boolean> {
  return (await fetch(server.url).catch(() => undefined)) !== undefined;
}

async function expectYear(server: KillableStarted): Promise<void> {
  const ask = callerOf(server);
  const { data: sold } = await ask('GET', '/subscriptions');
  expect(sold).toHaveLength(subscriptions);
  for (const { id, current_billing_period } of sold) {
    const { data: bills } = await ask('GET', `/transactions?subscription_id=${id}&order_by=id[ASC]&per_page=30`);
    expect(bills).toHaveLength(13);
    const periods = bills.map(({ billing_period }: { billing_period: { starts_at: string } }) => billing_period);
    expect(new Set(periods.map(({ starts_at }: { starts_at: string }) => starts_at)).size).toBe(13);
    for (const [index, { ends_at }] of periods.entries())
      if (index < 12) expect(periods[index + 1].starts_at).toBe(ends_at);
    expect(periods.at(-1)).toEqual(current_billing_period);
    for (const { status, billed_at, billing_period } of bills) {
      expect(status).toBe('completed');
      expect(Date.parse(billed_at)).toBe(Date.parse(billing_period.starts_at));
    }
    const { data: history } = await ask('GET', `/subscriptions/${id}/history?action=subscription_renewed`);
    expect(history).toHaveLength(12);
  }
  const completed = await ask('GET', '/events?event_type=transaction.completed&per_page=200');
  expect(completed.data).toHaveLength(13 * subscriptions);
}

function purchase(number: number) {
  const price = {
    description: 'Monthly',
    product: { name: 'Analytics', tax_category: 'standard' },
    unit_price: { amount: '2000', currency_code: 'USD' },
    billing_cycle: { interval: 'month', frequency: 1 },
  };
  return {
    items: [{ price, quantity: 1 }],
    customer: { email: `sam.${number}@example.com` },
    address: { country_code: 'IE' },
  };
}

function callerOf({ url, apiKey }: KillableStarted) {
  const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
  return async (method: string, path: string, body?: object) => {
    const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await response.text();
    expect(response.status, text).toBeLessThan(300);
    return text === '' ? undefined : JSON.parse(text);
  };
}
