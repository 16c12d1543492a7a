import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';
import { run } from './cli/testing/command.ts';
import { runHere } from './cli/testing/in-process.ts';
import { startPaddock } from './index.ts';

type StartLine = { url: string; apiKey: string; profile: string | null; webhook?: { secret: string } };

/** Starts the mock, passes its start line to the test, and stops it with a signal. */
async function withServer(
  args: string[],
  work: (start: StartLine) => Promise<void>,
  { env = {}, signal = 'SIGTERM' }: { env?: Record<string, string>; signal?: NodeJS.Signals } = {},
) {
  await using command = run(['start', '--json', ...args], env);
  await work(JSON.parse(await command.line(/^\{/)));
  command.stop(signal);
  return await command.ended;
}

async function list({ url, apiKey }: { url: string; apiKey: string }) {
  const response = await fetch(`${url}/customers`, { headers: { Authorization: `Bearer ${apiKey}` } });
  return response.json();
}

describe('paddock start', () => {
  test.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])('serves until %s and ends cleanly', async (signal) => {
    const start = async (line: StartLine) => {
      expect(line.profile).toBe('guide');
      expect(new URL(line.url).port).not.toBe('0');
      expect((await list(line)).data).toEqual([]);
    };
    const { code, err } = await withServer(['--port', '0'], start, { signal });
    expect([code, err]).toEqual([0, '']);
  });

  test('takes what a container is given from the environment', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'paddock-'));
    try {
      await writeFile(join(folder, 'fixtures.json'), JSON.stringify({ customers: [buildCustomer({ seed: 1 })] }));
      const env = {
        PADDOCK_PORT: '0',
        PADDOCK_HOST: '127.0.0.2',
        PADDOCK_PROFILE: 'official',
        PADDOCK_BEHAVIOURS: 'archiving=endpoint, rate-limit=off',
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
        // Only the profile official has URLs.
        expect([data.length, new URL(meta.pagination.next).origin]).toEqual([1, 'https://paddock.example']);
        // The destination's ID is the first that the seed generates.
        await using other = await startPaddock({ seed: 42, webhook: { url: 'http://127.0.0.1:9/' } });
        const headers = { Authorization: `Bearer ${other.apiKey}` };
        const expected = await (await other.fetch(`${other.url}/notification-settings`, { headers })).json();
        const [setting] = (await ask('/notification-settings')).data;
        expect(setting.id).toBe(expected.data[0].id);
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

  test('prints a base URL, a key and a command to try, and goes by flags before the environment', async () => {
    const env = { PADDOCK_PORT: '70000', PADDOCK_PROFILE: 'official' };
    await using command = run(['start', '--port', '0', '--profile', 'guide'], env);
    await command.line(/Try it/);
    command.stop('SIGTERM');
    const { out } = await command.ended;
    expect(out).toMatch(/profile guide, \d+ behaviours differ from official/);
    expect(out).toMatch(/Base URL +http:\/\/127\.0\.0\.1:\d+/);
    expect(out).toMatch(/curl http:\/\/127\.0\.0\.1:\d+\/customers -H 'Authorization: Bearer pdl_sdbx_apikey_/);
  });

  test('starts with a built-in seed, and shows the secret that it made for webhooks', async () => {
    const url = 'http://127.0.0.1:9/';
    const args = ['--fixtures', 'small-saas', '--seed', '7', '--webhook-url', url];
    await withServer(['--port', '0', ...args], async (line) => {
      expect(line).toMatchObject({ seed: 7, webhook: { url } });
      const { data } = await list(line);
      expect(data.length).toBeGreaterThan(10);
      const response = await fetch(`${line.url}/notification-settings`, {
        headers: { Authorization: `Bearer ${line.apiKey}` },
      });
      const [setting, ...others] = (await response.json()).data;
      expect([setting.destination, setting.endpoint_secret_key, others]).toEqual([url, line.webhook?.secret, []]);
    });
  });

  test.each([
    ['--profile', 'offical', 'official'],
    ['--fixtures', 'small-sas', 'small-saas'],
    ['--behaviour', 'duplicate-emails=alow', 'allow'],
    ['--behaviour', 'duplicate-email=allow', 'duplicate-emails'],
  ])('suggests for %s %s what was meant', async (flag, value, meant) => {
    const { code, err } = await runHere(['start', '--port', '0', flag, value]);
    expect([code, err]).toEqual([2, expect.stringMatching(new RegExp(` Did you mean ${meant}\\?\n$`))]);
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
    [['--data', '']],
    [['--colour']],
    [['surplus']],
  ])('refuses %j with one line and exit code 2', async (args) => {
    const { code, out, err } = await runHere(['start', '--port', '0', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/^Could not/);
  });

  test('ends where the port is taken', async () => {
    await using other = await startPaddock();
    const { code, err } = await run(['start', '--port', new URL(other.url).port]).ended;
    expect(code).toBe(2);
    expect(err).toMatch(/^Could not listen on .*EADDRINUSE.*\n$/);
  });
});

test('paddock behaviours prints each behaviour with its values', async () => {
  const { code, out } = await runHere(['behaviours']);
  expect(code).toBe(0);
  expect(out).toMatch(/duplicate-emails: .*\n {2}allow +guide +201/);
});

test('paddock without a command, or with an unknown one, says what there is', async () => {
  expect((await runHere(['--help'])).out).toContain('paddock');
  expect((await run(['stop']).ended).code).toBe(2);
});
