import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requireProgram } from '#vitest/require-program.ts';
import { startPaddock } from '../../index.ts';
import { startOutsider } from '../../run/testing/outsider.ts';
import { run } from '../testing/command.ts';
import { runHere } from '../testing/in-process.ts';

const PATH = process.env['PATH'] ?? '';
const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url));
const fileBeside = (name: string) => fileURLToPath(new URL(`../testing/${name}`, import.meta.url));
/** Debian's Python, which has requests installed. */
const python = '/usr/bin/python3';
const emails = (out: string) => out.trim().split('\n').sort();
const created = ['ada@example.com', 'sam@example.com', 'zoe@example.com'];

/** Runs `paddock run` to its end. */
function paddockRun(args: readonly string[], env: Record<string, string> = {}) {
  return run(['run', ...args], { PATH, ...env }).ended;
}

/** Runs a shell command under `paddock run`. */
function shell(line: string, flags: readonly string[] = [], env?: Record<string, string>) {
  return paddockRun([...flags, '--', 'sh', '-c', line], env);
}

const authorized = '-H "Authorization: Bearer $PADDLE_API_KEY"';

/** A key with its own account. */
const keyOf = (account: number) => `pdl_sdbx_apikey_01kpadd0ck0000000000${account}_RunTests00000000000000_000`;

/** A shell under `paddock run` that runs one line after the other. */
async function startShell(...flags: readonly string[]) {
  const folder = await temporaryFolder();
  const [out, err] = ['out', 'err'].map((name) => join(folder.path, name));
  const command = run(['run', ...flags, '--', 'sh'], { PATH, OUT: `${out}`, ERR: `${err}` });
  return {
    errorLine: command.errorLine,
    async run(line: string) {
      command.input.write(`(\n${line}\n) >"$OUT" 2>"$ERR"; echo "ended with $?"\n`);
      const ended = await command.line(/^ended with /);
      const read = (file = '') => readFile(file, 'utf8');
      return { code: Number(ended.replace(/\D+/, '')), out: await read(out), err: await read(err) };
    },
    async [Symbol.asyncDispose]() {
      await command[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

describe("a program that calls Paddle's hosts", () => {
  let started: Awaited<ReturnType<typeof startShell>>;
  beforeAll(async () => {
    // Next pages are URLs, as Paddle publishes, so they must be under the host that was called.
    started = await startShell();
  });
  afterAll(() => started[Symbol.asyncDispose]());

  test.for([
    ['Python on requests', 100001, python, 'pager.py', ['-c', 'import requests']],
    ['PHP on Guzzle', 100003, 'php', 'pager.php', ['-r', 'require "GuzzleHttp/autoload.php";']],
  ] as const)(
    "reaches the mock, pages as Paddle's SDK does, and reads a transaction: in %s",
    async ([, account, program, file, isThere], context) => {
      requireProgram(context, program, ...isThere);
      const trigger = `'${process.execPath}' '${cli}' trigger transaction.completed --key ${keyOf(account)}`;
      const { code, out, err } = await started.run(
        `${trigger} >/dev/null && PADDLE_API_KEY=${keyOf(account)} ${program} '${fileBeside(file)}'`,
      );
      expect(code, err).toBe(0);
      expect(out.match(/^\S+@example\.com$/gm)).toEqual(expect.arrayContaining(created));
      expect(out).toMatch(/^completed \d+$/m);
    },
  );

  test("reaches the mock, and follows its pages: with Paddle's Node SDK", async () => {
    const program = `'${process.execPath}' '${fileBeside('customers-sdk.ts')}'`;
    const { code, out, err } = await started.run(`PADDLE_API_KEY=${keyOf(100002)} ${program}`);
    expect([code, emails(out)], err).toEqual([0, created]);
  });

  test('gets next pages under the host that it called: curl', async (context) => {
    requireProgram(context, 'curl', '--version');
    const hosts = ['sandbox-api.paddle.com', 'api.paddle.com'];
    const lists = hosts.map((host) => `curl -sSf 'https://${host}/customers?status=active' ${authorized}`);
    const { code, out, err } = await started.run(lists.join(' && '));
    expect(code, err).toBe(0);
    for (const host of hosts) expect(out).toContain(`"next":"https://${host}/customers?status=active"`);
  });

  test('sees why a live key is refused, and finds the control plane only under PADDOCK_URL: curl', async (context) => {
    requireProgram(context, 'curl', '--version');
    const key = 'pdl_live_apikey_01kpadd0ck0000000000000001_SomebodysLiveKey000000_000';
    const statusOf = (url: string) => `curl -sS -o /dev/null -w '%{http_code} ' "${url}/_paddock/clock" `;
    const { out } = await started.run(
      [
        `${statusOf('$PADDOCK_URL')}; ${statusOf('https://sandbox-api.paddle.com')}`,
        `${statusOf('https://api.paddle.com')} -H 'Host: localhost'; echo`,
        `curl -sSi https://api.paddle.com/customers -H 'Authorization: Bearer ${key}'`,
      ].join('\n'),
    );
    expect(out).toMatch(/^200 403 403 $/m);
    expect(out).toMatch(/^X-Paddock-Hint: This is a live key\./m);
    expect(out).toMatch(/"code":"invalid_token"/);
    expect(out).not.toContain(key);
  });

  test('is reported if it does not trust the certificate authority: curl', async (context) => {
    requireProgram(context, 'curl', '--version');
    const { code } = await started.run('unset CURL_CA_BUNDLE SSL_CERT_FILE; curl -s https://api.paddle.com/customers');
    expect(code).toBe(60);
    await started.errorLine(/^paddock run: a program rejected the certificate .+ PADDOCK_CA_FILE\.$/);
  });
});

describe('a program that calls other hosts', () => {
  test('reaches them through a tunnel, with the certificates that the environment trusts', async (context) => {
    requireProgram(context, 'curl', '--version');
    await using outsider = await startOutsider();
    await using folder = await temporaryFolder();
    const trusted = join(folder.path, 'trusted.pem');
    await writeFile(trusted, outsider.authority);
    // Makes curl use the proxy for a local host.
    const { out, err } = await shell(`curl -sS --noproxy '' ${outsider.url}`, [], { CURL_CA_BUNDLE: trusted });
    expect(out, err).toBe('Hello from outside.');
  });

  test('reaches the proxy only with its password', async (context) => {
    requireProgram(context, 'curl', '--version');
    const withoutPassword = `"$(echo "$HTTPS_PROXY" | sed 's#//.*@#//#')"`;
    const { out, err } = await shell(
      `curl -s -o /dev/null -w '%{http_connect}' -x ${withoutPassword} https://api.paddle.com`,
    );
    expect(out).toBe('407');
    expect(err).toMatch(/^paddock run: requests without the password .+ 407\.$/m);
  });

  test('is refused with --offline and a reason', async (context) => {
    requireProgram(context, 'curl', '--version');
    await using outsider = await startOutsider();
    const { code, out, err } = await shell(`curl -sS --noproxy '' ${outsider.url}`, ['--offline'], { NO_PROXY: '*' });
    expect([code, out]).toEqual([56, '']);
    expect(err).toContain(`paddock run: refused ${new URL(outsider.url).host}: `);
    expect(outsider.called).toBe(0);
  });
});

describe('paddock run', () => {
  test("passes on the program's output and exit code, and leaves nothing behind", async () => {
    await using folder = await temporaryFolder();
    const { code, out, err } = await shell('echo "$PADDOCK_CA_FILE"; exit 7', [], { TMPDIR: folder.path });
    expect(code).toBe(7);
    expect(out).toMatch(/^\/.+\/paddock-run-.+\/authority\.pem\n$/);
    expect(out.startsWith(folder.path)).toBe(true);
    expect(err).toMatch(/^paddock run: sandbox-api\.paddle\.com and api\.paddle\.com now reach the mock at http:.+\n/);
    expect(err).toMatch(/\npaddock run: the program made no request .+\n$/);
    const compiled = 'node-compile-cache';
    expect((await readdir(folder.path)).filter((name) => name !== compiled)).toEqual([]);
  });

  test('leaves standard input to the program', async () => {
    const reader = run(['run', '--quiet', '--', process.execPath, '-e', 'process.stdin.pipe(process.stdout)'], {
      PATH,
    });
    reader.input.end('Handed through.');
    expect(await reader.ended).toEqual({ code: 0, out: 'Handed through.', err: '' });
  });

  test('passes signals on to the program and runs until it ends', async () => {
    const program = `for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => console.log(signal));
      process.once('SIGHUP', () => process.exit(5)); setInterval(() => {}, 1000); console.log('ready')`;
    await using command = run(['run', '--', process.execPath, '-e', program], { PATH });
    await command.line(/^ready$/);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      command.stop(signal);
      await command.line(new RegExp(`^${signal}$`));
    }
    command.stop('SIGHUP');
    expect((await command.ended).code).toBe(5);
  });

  test('exits with 128 plus the number of the signal that ended the program', async () => {
    expect((await runHere(['run', '--quiet', '--', 'sh', '-c', 'kill -9 $$'], { PATH })).code).toBe(137);
  });

  test('starts the mock with its own flags and passes the others to the program', async () => {
    await using folder = await temporaryFolder();
    const data = join(folder.path, 'data.sqlite');
    const program = `fetch('https://sandbox-api.paddle.com/customers', {
      method: process.argv[1].slice(2),
      headers: { Authorization: 'Bearer ' + process.env.PADDLE_API_KEY, 'Content-Type': 'application/json' },
      body: '{"email":"ada@example.com"}',
    }).then(async (answer) => console.log(await answer.text()))`;
    const { out, err } = await paddockRun(['--data', data, process.execPath, '-e', program, '--', '--POST']);
    expect(out, err).toMatch(/^\{"data":\{.*"email":"ada@example\.com"/);
    await using kept = await startPaddock({ data });
    const headers = { Authorization: `Bearer ${kept.apiKey}` };
    expect(await (await kept.fetch(`${kept.url}/customers`, { headers })).text()).toContain('ada@example.com');
  });

  test('prints the hint of a refused request, which many SDKs hide', async () => {
    const program = "fetch(process.env.PADDOCK_URL + '/customers/')";
    const { err } = await paddockRun(['--', process.execPath, '-e', program]);
    expect(err).toMatch(/^paddock run: GET \/customers\/ answered 404\. Hint: .*slash/m);
  });

  test('starts the official profile by default', async () => {
    const ask = `"${process.execPath}" -e "fetch(process.env.PADDOCK_URL + '/_paddock/behaviours').then(async (answer) => console.log(await answer.text()))"`;
    expect(JSON.parse((await shell(ask)).out)).toMatchObject({ profile: 'official' });
    expect(JSON.parse((await shell(ask, ['--profile', 'guide'])).out)).toMatchObject({ profile: 'guide' });
  });

  test.each([
    [[]],
    [['--port', 'x', '--', 'true']],
    [['--behaviour', 'duplicate-emails=maybe', '--', 'true']],
    [['--fixtures', '/nowhere/fixtures.json', '--', 'true']],
    [['--colour', '--', 'true']],
  ])('refuses %j with one line and exit code 2', async (args) => {
    const { code, out, err } = await runHere(['run', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^Could not .+\n$/);
  });

  test('exits with 2 and one line if the program does not exist', async () => {
    const { code, out, err } = await runHere(['run', '--', '/nowhere/program'], { PATH });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^Could not .+\n$/);
  });
});

async function temporaryFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'paddock-test-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}
