import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * The stand-in is `paddock run`: a proxy at which the same command with the same flags finds `sandbox-api.paddle.com`,
 * with TLS, on a mock. Nothing here reaches the real one.
 */
const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
const apiKey = `pdl_sdbx_apikey_${'a'.repeat(26)}_${'s3cret'.repeat(3)}bbbb_ccc`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-sandbox-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function paddock(args: readonly string[], environment: Record<string, string> = {}) {
  const env = { PATH: process.env['PATH'], PADDLE_SANDBOX_API_KEY: apiKey, ...environment };
  const child = spawn(process.execPath, [cli, ...args], { env, cwd: folder });
  const [[code], out, err] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { code, out, err };
}

/** Runs a script on the stand-in, with `paddock` as a function. */
async function onStandIn(script: string, flags: readonly string[] = []) {
  const file = join(folder, `${flags.length}-${script.length}.mjs`);
  await writeFile(file, `${preamble}\n${script}`);
  return paddock(['run', '--quiet', '--profile', 'official', ...flags, '--', process.execPath, file]);
}

const preamble = `
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
export function start(...args) {
  return spawn(process.execPath, [${JSON.stringify(cli)}, ...args], { stdio: ['ignore', 'inherit', 'pipe'] });
}
export async function paddock(...args) {
  const child = start(...args);
  const [code, err] = await Promise.all([new Promise((resolve) => child.on('close', resolve)), text(child.stderr)]);
  console.log(err, 'ended with', code);
}
export async function call(method, path, body) {
  const headers = { authorization: 'Bearer ' + process.env.PADDLE_SANDBOX_API_KEY, 'content-type': 'application/json' };
  const response = await fetch('https://sandbox-api.paddle.com' + path, { method, headers, body: JSON.stringify(body) });
  return (await response.json()).data;
}
export async function tellWhatIsThere() {
  const customers = await call('GET', '/customers?status=active&per_page=200');
  const settings = await call('GET', '/notification-settings?per_page=200');
  console.log('there are', customers.map(({ email }) => email), settings.map(({ description }) => description));
}
`;

describe('paddock verify --target sandbox', () => {
  test('tells what it will cost, finds what holds, and leaves nothing behind', async () => {
    const { out, err } = await onStandIn(`
      await paddock('verify', '--target', 'sandbox', '--only', 'get-404', '--only', 'customer-id-prefix',
        '--budget', '200', '--html', 'sandbox.html');
      await tellWhatIsThere();
    `);
    expect(out).toMatch(/About \d+ requests and those for cleaning up, and about 1 min; the budget is 200\./);
    expect(out).toMatch(/holds +2 /);
    expect(out).toContain('sandbox at https://sandbox-api.paddle.com');
    expect(out).toContain('ended with 0');
    expect(out).toContain('there are [] []');
    expect(out + err).not.toContain('s3cret');
  });

  test('finds a stand-in that lies', async () => {
    const { out } = await onStandIn(
      `await paddock('verify', '--target', 'sandbox', '--only', 'customer-email-uniqueness');`,
      ['--behaviour', 'duplicate-emails=allow'],
    );
    expect(out).toMatch(/DIFFERS +1 +customer-email-uniqueness/);
    expect(out).toContain('ended with 1');
  });

  test('begins no law for which the budget does not do', async () => {
    const { out } = await onStandIn(`
      await paddock('verify', '--target', 'sandbox', '--only', 'addresses', '--only', 'get-404', '--budget', '20');
      await tellWhatIsThere();
    `);
    expect(out).toMatch(/can't tell +1 +addresses/);
    expect(out).toContain('there are [] []');
    expect(Number(/([\d,]+) requests in/.exec(out)?.[1])).toBeLessThanOrEqual(20);
  });

  test.each(['SIGINT', 'SIGTERM'])('cleans up when %s ends it', async (signal) => {
    const { out } = await onStandIn(`
      const child = start('verify', '--target', 'sandbox', '--only', 'lists', '--only', 'addresses');
      const all = text(child.stderr);
      const ended = new Promise((resolve) => child.on('close', resolve));
      // Not in a hurry, since the stand-in counts these requests too.
      while ((await call('GET', '/customers')).length === 0) await setTimeout(200);
      child.kill('${signal}');
      console.log('ended with', await ended, await all);
      await tellWhatIsThere();
    `);
    expect(out).toContain('ended with 1');
    expect(out).toContain('Cleaning up in the sandbox.');
    expect(out).toContain('The run ended early: it was interrupted.');
    expect(out).toContain('there are [] []');
  });
});

describe('paddock sweep', () => {
  test('removes what runs left that are old enough, and nothing else', async () => {
    const { out, err } = await onStandIn(`
      const custom_data = { paddock_run: '20200101t000000-abcd' };
      await call('POST', '/customers', { email: 'somebody@example.com' });
      await call('POST', '/customers', { email: 'tagged@example.com', custom_data });
      await call('POST', '/customers', { email: 'paddock-20200101t000000-abcd.1@example.com' });
      await call('POST', '/customers', { email: 'paddock-29990101t000000-abcd.1@example.com' });
      for (const description of ['Ours', 'paddock-20200101t000000-abcd'])
        await call('POST', '/notification-settings', { description, type: 'url',
          destination: 'https://example.com/' + description, subscribed_events: ['customer.created'] });
      await paddock('sweep', '--older-than', '1d');
      await tellWhatIsThere();
    `);
    expect(out).toContain('3 removed, 0 left.');
    expect(out.replace(/\s+/g, ' ')).toContain(
      "there are [ 'paddock-29990101t000000-abcd.1@example.com', 'somebody@example.com' ] [ 'Ours' ]",
    );
    expect(out + err).not.toContain('s3cret');
  });
});

describe('what may be live', () => {
  const live = apiKey.replace('sdbx', 'live');
  test.each([
    [['--target', 'sandbox'], { PADDLE_SANDBOX_API_KEY: live }],
    [['--target', 'sandbox'], { PADDLE_API_KEY: live }],
    [['--target', 'sandbox'], { PADDLE_ENVIRONMENT: 'production' }],
    [['--target', 'sandbox'], { PADDLE_SANDBOX_API_KEY: '0123456789'.repeat(5) }],
    [['--target', 'sandbox'], { PADDLE_SANDBOX_API_KEY: '' }],
    [['--target', 'https://api.paddle.com', '--key', apiKey], {}],
    [['--target', 'https://API.paddle.com.', '--key', apiKey], {}],
    [['--target', 'https://example.com', '--key', live], {}],
  ])('is refused before any connection is made: %j', async (args, environment) => {
    let connections = 0;
    const proxy = createServer().on('connection', (socket) => {
      connections += 1;
      socket.destroy();
    });
    await once(proxy.listen(0, '127.0.0.1'), 'listening');
    // A server that listens on a port has an address of this kind.
    const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const way = { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: url, HTTP_PROXY: url };
    const { code, out, err } = await paddock(['verify', ...args], { ...way, ...environment });
    proxy.close();
    expect([code, out, connections]).toEqual([2, '', 0]);
    expect(err).toMatch(/^Could not use /);
    expect(err).not.toMatch(/s3cret|0123456789/);
  });
});
