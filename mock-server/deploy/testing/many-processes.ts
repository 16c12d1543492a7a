/** Checks that deploy/nginx.conf distributes accounts over processes: forty accounts over four, behind nginx. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort, type StartedProcess, startProcess } from '../../bench/servers/start-process.ts';
import { startNginx } from './start-nginx.ts';

const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url));
const controlToken = 'a token of this run';
const folder = await mkdtemp(join(tmpdir(), 'paddock-processes-'));
const ports = await Promise.all([findFreePort(), findFreePort(), findFreePort(), findFreePort()]);
/** Number of processes that keep their accounts in memory; the others use files. */
const inMemory = 2;
const processes = new Map<number, StartedProcess>();
const accounts = Array.from({ length: 40 }, (_, index) => {
  const number = String(index).padStart(6, '0');
  return {
    key: `pdl_sdbx_apikey_01kpadd0ck00000000${number}00_SpreadOverProcesses000_000`,
    email: `${number}@example.com`,
  };
});

try {
  await Promise.all(ports.map((_, index) => start(index)));
  await using nginx = await startNginx(folder, ports);
  const homes = await createOneCustomerEach(nginx.url);
  await showThatAccountsStay(nginx.url, homes);
  await showThatControlLandsWithTheKey(nginx.url, homes);
  await showThatLinksOpen(nginx.url);
  await showWhatAKilledProcessLoses(nginx.url, homes);
  console.log('Accounts stay on their processes, apart, and only those in memory are lost with theirs.');
} finally {
  await Promise.all([...processes.values()].map((each) => each.stop()));
  await rm(folder, { recursive: true });
}

async function start(index: number): Promise<void> {
  const data = index < inMemory ? [] : ['--data', join(folder, `${index}.sqlite`)];
  const flags = ['--json', '--port', `${ports[index]}`, '--control-token', controlToken, ...data];
  processes.set(index, await startProcess([process.execPath, cli, 'start', ...flags], { ready: /^\{/ }));
}

type Answer = { status: number; home: number; body: { data: Data } };
type Data = { id: string; created_at: string; urls: { general: { overview: string } } } & { email: string }[];

/** Calls the API through nginx and returns the process that answered. */
async function call(url: string, key: string | undefined, method = 'GET', body?: object): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    'x-paddock-control-token': controlToken,
    ...(key && { authorization: `Bearer ${key}` }),
  };
  const response = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const home = ports.indexOf(Number(response.headers.get('x-paddock-process')?.split(':').at(-1)));
  const text = await response.text();
  return { status: response.status, home, body: text.startsWith('{') ? JSON.parse(text) : undefined };
}

async function createOneCustomerEach(url: string): Promise<number[]> {
  const answers = await Promise.all(accounts.map(({ key, email }) => call(`${url}/customers`, key, 'POST', { email })));
  const homes = answers.map(({ home }) => home);
  const spread = ports.map((_, index) => homes.filter((home) => home === index).length);
  expect(
    'every account got its customer',
    answers.every(({ status }) => status === 201),
  );
  expect(
    `every process has accounts: ${spread}`,
    spread.every((count) => count > 0),
  );
  return homes;
}

async function showThatAccountsStay(url: string, homes: readonly number[]): Promise<void> {
  for (const _round of [1, 2, 3]) {
    for (const [index, { key, email }] of accounts.entries()) {
      const { home, body } = await call(`${url}/customers`, key);
      expectQuietly('an account is always on the same process', home === homes[index]);
      expectQuietly('an account has its own customer only', `${body.data.map((each) => each.email)}` === email);
    }
  }
  console.log('  each account is always on the same process, with its own customer only');
}

async function showThatControlLandsWithTheKey(url: string, homes: readonly number[]): Promise<void> {
  const [key, other] = accounts.map((account) => account.key);
  const set = await call(`${url}/_paddock/clock`, key, 'PUT', { now: '2030-01-01T00:00:00Z', frozen: true });
  const later = await call(`${url}/customers`, key, 'POST', { email: 'later@example.com' });
  const apart = await call(`${url}/customers`, other, 'POST', { email: 'later@example.com' });
  expect('control requests land with their key', set.home === homes[0]);
  expect('and act on its account', later.body.data.created_at.startsWith('2030'));
  expect('and on no other', !apart.body.data.created_at.startsWith('2030'));
  const withKey = await call(`${url}/_paddock/clock`, defaultKey());
  const without = await call(`${url}/_paddock/clock`, undefined);
  expect('calls without a key land with the default one', withKey.home === without.home);
}

function defaultKey(): string {
  return JSON.parse(processes.get(0)?.line ?? '{}').apiKey;
}

async function showThatLinksOpen(url: string): Promise<void> {
  for (const { key, email } of accounts.slice(0, 12)) {
    const customer = await call(`${url}/customers`, key, 'POST', { email: `portal-${email}` });
    const session = await call(`${url}/customers/${customer.body.data.id}/portal-sessions`, key, 'POST', {});
    const link = session.body.data.urls.general.overview;
    expectQuietly('a link begins with the URL that was called', link.startsWith(url));
    expectQuietly('a link opens without a key', (await fetch(link)).status === 200);
    expectQuietly('a link opens once', (await fetch(link)).status === 410);
  }
  const unknown = await fetch(`${url}/customer-portal/cpl_01kpadd0ck0000000000000000?token=unknown`);
  expect('links of the portal open on whatever process they are, and once', unknown.status === 404);
}

async function showWhatAKilledProcessLoses(url: string, homes: readonly number[]): Promise<void> {
  for (const killed of [0, inMemory]) {
    const { pid } = processes.get(killed) ?? { pid: 0 };
    process.kill(pid, 'SIGKILL');
    await processes.get(killed)?.stop();
    const statuses = await Promise.all(accounts.map(async ({ key }) => (await call(`${url}/customers`, key)).status));
    const asExpected = statuses.every((status, index) => status === (homes[index] === killed ? 502 : 200));
    expect(`without process ${killed}, its accounts are answered 502, and all others as before`, asExpected);
    await start(killed);
    const kept = await Promise.all(
      accounts.map(async ({ key }) => (await call(`${url}/customers`, key)).body.data.length),
    );
    const isLost = (index: number) => homes[index] === 0;
    const survived = kept.every((count, index) => (isLost(index) ? count === 0 : count > 0));
    expect(`after its restart, ${killed < inMemory ? 'its accounts are empty' : 'nothing is lost'}`, survived);
  }
}

function expect(what: string, holds: boolean): void {
  expectQuietly(what, holds);
  console.log(`  ${what}`);
}

function expectQuietly(what: string, holds: boolean): void {
  if (!holds) throw new Error(`Could not accept what nginx made of it: it is not so that ${what}.`);
}
