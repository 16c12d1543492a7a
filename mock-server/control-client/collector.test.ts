import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../index.ts';
import { Collector } from './collector.ts';

let urls: string[];
let collector: Collector;
beforeEach(() => {
  urls = [];
  collector = new Collector(async (url) => urls.push(url));
});
afterEach(() => collector.close());

/** Delivers an event, as a mock does. */
async function deliver(event_type: string): Promise<void> {
  const body = JSON.stringify({ event_type, data: {} });
  await (await fetch(`${urls[0]}`, { method: 'POST', body, headers: { 'Paddle-Signature': 'ts=1;h1=2' } })).text();
}

/** Counts the servers that keep the process alive. */
const servers = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;

describe('collecting', () => {
  test('does not keep the process alive', async () => {
    const before = servers();
    await collector.collect();
    expect(servers()).toBe(before);
  });

  test('registers one receiver for repeated calls', async () => {
    await collector.collect();
    await collector.collect();
    await collector.reset();
    expect(urls).toHaveLength(3);
    expect(new Set(urls).size).toBe(1);
  });

  test.each(['', '{"event_type":', 'null'])('refuses the invalid event %j and continues', async (body) => {
    await collector.collect();
    const { status } = await fetch(`${urls[0]}`, { method: 'POST', body });
    await deliver('customer.created');
    expect([status, collector.received.map(({ event }) => event.event_type)]).toEqual([400, ['customer.created']]);
  });

  test('does not begin with a reset', async () => {
    await collector.reset();
    expect(urls).toEqual([]);
  });
});

describe('waiting for an event', () => {
  test('ends when the event arrives', async () => {
    const asked: unknown[] = [];
    const isSecond = (event: unknown) => asked.push(event) > 1;
    await collector.collect();
    const waiting = collector.waitFor('customer.created', isSecond, 600_000);
    await deliver('customer.created');
    await deliver('customer.created');
    await waiting;
    const askedUntilThen = asked.length;
    await deliver('customer.created');
    expect(asked).toHaveLength(askedUntilThen);
  });

  test.each([
    [[], 'nothing'],
    [['customer.created'], 'customer.created'],
    [['customer.created', 'customer.updated'], 'customer.created, customer.updated'],
  ])('reports on timeout that of %j %s arrived, and ends', async (types, came) => {
    const asked: unknown[] = [];
    await collector.collect();
    for (const type of types) await deliver(type);
    const waiting = collector.waitFor('address.created', (event) => asked.push(event) > 0, 1);
    await expect(waiting).rejects.toThrow(UsageError);
    await expect(waiting).rejects.toMatchObject({
      message: `Could not wait longer for address.created: it did not arrive within 1 ms. Received: ${came}. See GET /_paddock/deliveries.`,
    });
    await deliver('address.created');
    expect(asked).toEqual([]);
  });
});
