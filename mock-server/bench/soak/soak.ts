/**
 * Puts a mixed load on a server for a long time and prints its memory and 99th percentile of response times for each
 * minute: `npm run soak -- MINUTES`, by default 30. Tests open accounts, use them for a while and leave them, so the
 * server soon reaches its limits. After a warm-up of five minutes, or half of a shorter run, memory and times must
 * stay flat; the last line and the exit code say if they did.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freshApiKey } from '../../state/api-keys.ts';
import { percentile, renderTable } from '../figures.ts';
import { residentMegabytes } from '../machine.ts';
import { startProcess } from '../servers/start-process.ts';
import { judgeFlat, type Minute } from './soak-verdict.ts';

const minutes = Number(process.argv[2] ?? 30);
const measureEveryMs = 60_000;
const workers = 8;
const requestsPerAccount = 150;
const accountsAtMost = 100;

const limits = `--max-accounts ${accountsAtMost} --max-events 100 --max-waiting 100`;
const command = `start --port 0 --no-rate-limit --json ${limits}`.split(' ');
await using server = await startProcess([process.execPath, 'mock-server/cli.ts', ...command], {
  ready: /"url"/,
  env: { NODE_ENV: 'production' },
});
const { url } = JSON.parse(server.line);

/** Milliseconds of each response in the current minute. */
let times: number[] = [];
const counts = { requests: 0, refused: 0, deliveries: 0, accounts: 0 };
const receiver = createServer((request, response) => {
  counts.deliveries += 1;
  request.resume().once('end', () => response.end());
});
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
const destination = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;

async function call(apiKey: string, method: string, path: string, body?: object) {
  const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
  const begin = performance.now();
  const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  counts.requests += 1;
  if (response.status >= 400) counts.refused += 1;
  const text = await response.text();
  // Settling waits for deliveries on purpose.
  if (!path.endsWith('/settle')) times.push(performance.now() - begin);
  return text === '' ? undefined : JSON.parse(text);
}

/**
 * Simulates the use of one account: a destination, customers that are created and changed, pages, and a restored
 * snapshot.
 */
async function useAccount(): Promise<void> {
  const key = freshApiKey();
  counts.accounts += 1;
  const subscribed_events = ['customer.created', 'customer.updated'];
  await call(key, 'POST', '/notification-settings', {
    description: 'all',
    type: 'url',
    destination,
    subscribed_events,
  });
  await call(key, 'PUT', '/_paddock/snapshots/start');
  const ids: string[] = [];
  for (let number = 0; number < requestsPerAccount; number += 1) {
    const id = ids[Math.floor(number / 3) % Math.max(1, ids.length)];
    if (number % 3 === 0 || id === undefined)
      ids.push((await call(key, 'POST', '/customers', { email: `sam.${number}@example.com` })).data.id);
    else if (number % 3 === 1) await call(key, 'PATCH', `/customers/${id}`, { name: `Sam ${number}` });
    else if (number % 30 === 29) await call(key, 'GET', '/events?per_page=50');
    else await call(key, 'GET', number % 6 === 2 ? '/customers' : `/customers/${id}`);
  }
  await call(key, 'POST', '/_paddock/deliveries/settle');
  await call(key, 'POST', '/_paddock/snapshots/start');
}

const end = performance.now() + minutes * 60_000;
const load = Array.from({ length: workers }, async () => {
  while (performance.now() < end) await useAccount();
});

const rows: string[][] = [];
const minutesSeen: Minute[] = [];
while (performance.now() + measureEveryMs / 2 < end) {
  await pause(Math.min(measureEveryMs, end - performance.now()));
  const seen = { megabytes: residentMegabytes(server.pid), p99: percentile(times, 99) };
  times = [];
  minutesSeen.push(seen);
  const figures = [
    `${Math.round(seen.megabytes)} MB`,
    `${seen.p99.toFixed(1)} ms`,
    ...Object.values(counts).map(String),
  ];
  rows.push([`${minutesSeen.length}`, ...figures]);
  console.error(rows.at(-1)?.join('  '));
}
await Promise.all(load);
receiver.closeAllConnections();
receiver.close();
console.log(renderTable(['minute', 'memory', 'p99', ...Object.keys(counts)], rows));
const verdict = judgeFlat(minutesSeen);
console.log(`\n${verdict.text}`);
if (!verdict.isFlat) process.exitCode = 1;
