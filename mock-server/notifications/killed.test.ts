import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
const customers = 40;
const children: ChildProcess[] = [];

async function start(data: string, webhookUrl: string): Promise<{ child: ChildProcess; url: string; apiKey: string }> {
  const flags = [
    'start',
    '--json',
    '--port',
    '0',
    '--data',
    data,
    '--webhook-url',
    webhookUrl,
    '--webhook-events',
    'customer.created',
  ];
  const child = spawn(process.execPath, [cli, ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, ...JSON.parse(line) };
}

test('a server that is killed in the middle of its deliveries loses none of them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-'));
  const deliveries = new Map<string, Set<string>>();
  let onDelivery = () => {};
  let isAnswering = false;
  const receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { event_id, data } = JSON.parse(body);
    deliveries.set(data.id, (deliveries.get(data.id) ?? new Set()).add(event_id));
    onDelivery();
    // The server is killed while some deliveries are answered and others are pending.
    if (isAnswering || deliveries.size <= 5) response.end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const destination = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const data = join(folder, 'data.sqlite');
  try {
    const first = await start(data, destination);
    const halfway = new Promise<void>((resolve) => {
      onDelivery = () => deliveries.size >= 12 && resolve();
    });
    const created = Array.from({ length: customers }, async (_, number) => {
      const response = await fetch(`${first.url}/customers`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${first.apiKey}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ email: `${number}@example.com` }),
      });
      return (await response.json()).data.id as string;
    });
    const ids = await Promise.all(created);
    await halfway;
    first.child.kill('SIGKILL');
    await once(first.child, 'close');
    expect(deliveries.size).toBeLessThan(customers);

    isAnswering = true;
    const all = new Promise<void>((resolve) => {
      onDelivery = () => deliveries.size === customers && resolve();
    });
    const second = await start(data, destination);
    await all;
    expect([...deliveries.keys()].sort()).toEqual(ids.sort());
    // Some arrived twice, each time with the same event ID.
    expect([...deliveries.values()].every((events) => events.size === 1)).toBe(true);
    second.child.kill('SIGTERM');
    await once(second.child, 'close');
  } finally {
    for (const child of children) child.kill('SIGKILL');
    receiver.closeAllConnections();
    receiver.close();
    await rm(folder, { recursive: true });
  }
});
