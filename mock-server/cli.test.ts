import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';

const cli = fileURLToPath(new URL('./cli.ts', import.meta.url));

function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [cli, ...args], { env: { PATH: process.env['PATH'], ...env } });
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    output.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.err += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code, ...output }));
  return { child, ended, lines: createInterface({ input: child.stdout }) };
}

/** Starts the mock, hands over its start line, and stops it with a signal. */
async function withServer(
  args: string[],
  work: (start: { url: string; apiKey: string; profile: string | null }) => Promise<void>,
  { env = {}, signal = 'SIGTERM' }: { env?: Record<string, string>; signal?: NodeJS.Signals } = {},
) {
  const { child, ended, lines } = run(['start', '--json', ...args], env);
  try {
    const [line] = await Promise.race([once(lines, 'line'), ended.then(({ err }) => Promise.reject(new Error(err)))]);
    await work(JSON.parse(line));
  } finally {
    child.kill(signal);
  }
  return ended;
}

async function list({ url, apiKey }: { url: string; apiKey: string }) {
  const response = await fetch(`${url}/customers`, { headers: { Authorization: `Bearer ${apiKey}` } });
  return response.json();
}

describe('paddock start', () => {
  test.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])('serves until %s and ends cleanly', async (signal) => {
    const start = async (line: { url: string; apiKey: string; profile: string | null }) => {
      expect(line.profile).toBe('guide');
      expect(new URL(line.url).port).not.toBe('0');
      expect((await list(line)).data).toEqual([]);
    };
    const { code, err } = await withServer(['--port', '0'], start, { signal });
    expect([code, err]).toEqual([0, '']);
  });

  test('takes port and profile from the environment, and flags before that', async () => {
    const env = { PADDOCK_PORT: '0', PADDOCK_PROFILE: 'official' };
    await withServer([], async ({ profile }) => expect(profile).toBe('official'), { env });
    await withServer(['--profile', 'guide'], async ({ profile }) => expect(profile).toBe('guide'), { env });
  });

  test('takes everything else that a container is given from the environment', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'paddock-'));
    try {
      await writeFile(join(folder, 'fixtures.json'), JSON.stringify({ customers: [buildCustomer({ seed: 1 })] }));
      const env = {
        PADDOCK_PORT: '0',
        PADDOCK_HOST: '127.0.0.2',
        PADDOCK_BEHAVIOURS: 'pagination-next=url, rate-limit=off',
        PADDOCK_DATA: join(folder, 'data.sqlite'),
        PADDOCK_SEED: '42',
        PADDOCK_FIXTURES: join(folder, 'fixtures.json'),
        PADDOCK_WEBHOOK_URL: 'http://127.0.0.1:9/',
        PADDOCK_WEBHOOK_SECRET: 'a secret of mine',
        PADDOCK_WEBHOOK_EVENTS: 'customer.created',
        PADDOCK_BASE_URL: 'https://paddock.example',
        PADDOCK_CONTROL_TOKEN: 'a token',
      };
      const server = async ({ url, apiKey }: { url: string; apiKey: string }) => {
        const ask = async (path: string, headers = {}) => {
          const response = await fetch(url + path, { headers: { Authorization: `Bearer ${apiKey}`, ...headers } });
          expect(response.headers.get('x-ratelimit-limit')).toBeNull();
          return response.json();
        };
        expect(new URL(url).hostname).toBe('127.0.0.2');
        const { data, meta } = await ask('/customers');
        expect([data.length, new URL(meta.pagination.next).origin]).toEqual([1, 'https://paddock.example']);
        const [setting] = (await ask('/notification-settings')).data;
        expect([setting.destination, setting.endpoint_secret_key]).toEqual(['http://127.0.0.1:9/', 'a secret of mine']);
        expect(setting.subscribed_events.map(({ name }: { name: string }) => name)).toEqual(['customer.created']);
        expect((await ask('/_paddock/clock')).error.code).toBe('forbidden');
        const token = { 'X-Paddock-Control-Token': 'a token' };
        expect((await ask('/_paddock/clock', token)).now).toBe('2026-01-01T00:00:00.000Z');
      };
      await withServer([], server, { env });
      expect(await readdir(folder)).toContain('data.sqlite');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('starts with fixtures, and keeps what happens in a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'paddock-'));
    try {
      await writeFile(join(folder, 'fixtures.json'), '{"customers":[]}');
      const files = ['--fixtures', join(folder, 'fixtures.json'), '--data', join(folder, 'data.sqlite')];
      const flags = ['--port', '0', '--behaviour', 'timestamps=fractions', '--behaviour', 'archiving=patch', ...files];
      await withServer(flags, async ({ url, apiKey, profile }) => {
        expect(profile).toBeNull();
        await fetch(`${url}/customers`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
          body: '{"email":"sam@example.com"}',
        });
      });
      await withServer(flags, async (start) => expect((await list(start)).data).toHaveLength(1));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('makes the same IDs for the same seed', async () => {
    const create = async ({ url, apiKey }: { url: string; apiKey: string }) => {
      const response = await fetch(`${url}/customers`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
        body: '{"email":"sam@example.com"}',
      });
      return (await response.json()).data;
    };
    const made: unknown[] = [];
    for (const _run of [1, 2]) {
      await withServer(['--port', '0', '--seed', '42'], async (start) => {
        made.push(await create(start));
      });
    }
    expect(made[0]).toEqual(made[1]);
  });

  test('prints a base URL, a key and a command to try', async () => {
    const { child, ended, lines } = run(['start', '--port', '0']);
    await new Promise<void>((resolve) => lines.on('line', (line) => line.includes('Try it') && resolve()));
    child.kill('SIGTERM');
    const { out } = await ended;
    expect(out).toMatch(/profile guide, behaviours differ in \d+ from official/);
    expect(out).toMatch(/Base URL {2}http:\/\/127\.0\.0\.1:\d+/);
    expect(out).toMatch(/curl http:\/\/127\.0\.0\.1:\d+\/customers -H 'Authorization: Bearer pdl_sdbx_apikey_/);
  });

  test.each([
    [['--port', 'x']],
    [['--port', '70000']],
    [['--profile', 'stripe']],
    [['--behaviour', 'duplicate-emails']],
    [['--behaviour', 'duplicate-emails=allow,timestamps']],
    [['--behaviour', 'duplicate-emails=maybe']],
    [['--seed', '1.5']],
    [['--base-url', 'nowhere']],
    [['--fixtures', '/nowhere/fixtures.json']],
    [['--data', '/nowhere/data.sqlite']],
    [['--colour']],
    [['surplus']],
  ])('refuses %j with one line and exit code 2', async (args) => {
    const { code, out, err } = await run(['start', '--port', '0', ...args]).ended;
    expect([code, out]).toEqual([2, '']);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/^Could not/);
  });

  test('refuses a port that is taken', async () => {
    await withServer(['--port', '0'], async ({ url }) => {
      const { code, err } = await run(['start', '--port', new URL(url).port]).ended;
      expect(code).toBe(2);
      expect(err).toMatch(/^Could not listen on .*EADDRINUSE.*\n$/);
    });
  });
});

test('paddock behaviours prints each behaviour with its values', async () => {
  const { code, out } = await run(['behaviours']).ended;
  expect(code).toBe(0);
  expect(out).toMatch(/duplicate-emails: .*\n {2}allow +guide +201/);
});

test('paddock without a command, or with an unknown one, says what there is', async () => {
  expect((await run(['--help']).ended).out).toContain('paddock');
  expect((await run(['stop']).ended).code).toBe(2);
});
