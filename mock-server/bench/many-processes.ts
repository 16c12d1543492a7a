/**
 * Measures how many requests 1, 2 and 4 processes answer behind the nginx of `deploy/`, and one without it. Everything
 * shares the machine's cores, the load too. Run with `node mock-server/bench/many-processes.ts`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { startNginx } from './start-nginx.ts';
import { startProcess } from './start-process.ts';

const seconds = 5;
const connections = 32;
const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
const keys = Array.from({ length: 400 }, (_, index) => {
  return `pdl_sdbx_apikey_01kpadd0ck0000000000${String(index).padStart(6, '0')}_BenchManyProcesses0000_000`;
});

const direct = await measure(1, false);
console.log(`1 process, without nginx: ${direct}`);
for (const count of [1, 2, 4]) console.log(`${count} processes behind nginx: ${await measure(count, true)}`);

/** Answers in a second, to a mix of nine reads and a write in 400 accounts. */
async function measure(count: number, behindNginx: boolean): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-processes-'));
  await using stack = new AsyncDisposableStack();
  stack.defer(() => rm(folder, { recursive: true }));
  const started = await Promise.all(Array.from({ length: count }, startPaddock));
  for (const each of started) stack.use(each);
  const urls = started.map(({ line }): string => JSON.parse(line).url);
  const ports = urls.map((each) => Number(new URL(each).port));
  const url = behindNginx ? stack.use(await startNginx(folder, ports)).url : (urls[0] ?? '');
  const requests = keys.flatMap((key) => requestsOf(key));
  await load(url, requests, 2);
  const { average, failed } = await load(url, requests, seconds);
  return `${Math.round(average).toLocaleString('en')}/s${failed > 0 ? `, ${failed} failed` : ''}`;
}

function startPaddock() {
  const command = [process.execPath, cli, 'start', '--json', '--port', '0', '--no-rate-limit'] as const;
  return startProcess([...command], { ready: /^\{/, env: { NODE_ENV: 'production' } });
}

function requestsOf(key: string): autocannon.Request[] {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const read: autocannon.Request = { method: 'GET', path: '/customers?per_page=1', headers };
  const write: autocannon.Request = {
    method: 'POST',
    path: '/customers',
    headers,
    body: '{"email":"sam@example.com"}',
  };
  return [write, ...Array.from({ length: 9 }, () => read)];
}

async function load(url: string, requests: autocannon.Request[], duration: number) {
  const result = await autocannon({ url, connections, duration, requests });
  return { average: result['2xx'] / result.duration, failed: result.non2xx + result.errors };
}
