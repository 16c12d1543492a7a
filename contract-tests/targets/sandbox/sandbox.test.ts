import { on, once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Command, cli, start as startCommand } from '../../cli/testing/command.ts';
import type { Defect, Forward, Interceptor, Mutant } from '../../kit/mutants/mutant.ts';
import { mutants } from '../../kit/mutants/mutants.ts';
import { createMutatingProxy } from '../../kit/mutants/mutating-proxy.ts';
import { isReport } from '../../report/read-report.ts';
import type { Verdict } from '../../report/report.ts';
import { type PastRequest, type StandIn, startStandIn } from '../testing/stand-in.ts';

/** Matches any API key or webhook secret. */
const secret = /(_apikey_|pdl_ntfset_|pga_)\w/;
let folder: string;
let standIn: StandIn;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-sandbox-'));
  standIn = await startStandIn();
});
afterAll(async () => {
  await standIn[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** Runs a command with the flags for the sandbox against a stand-in. Nothing here reaches the real sandbox. */
function start(args: readonly string[], env: Record<string, string>): Command {
  return startCommand([cli, ...args], { env, cwd: folder });
}

async function endOf({ ended }: Command) {
  const { code, out, err } = await ended;
  expect(out + err).not.toMatch(secret);
  return { code, out, err };
}

/** Opens an account of a stand-in, with a rate limit of its own, and runs `paddock` with its key. */
function newAccount({ paddock, environmentFor }: StandIn = standIn) {
  const account = paddock.newAccount();
  const environment = environmentFor(account.apiKey);
  const call = async (method: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${account.apiKey}`, 'content-type': 'application/json' };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    return (await (await paddock.fetch(`${paddock.url}${path}`, init)).json()).data;
  };
  return {
    ...account,
    call,
    start: (...args: string[]) => start(args, environment),
    run: (...args: string[]) => endOf(start(args, environment)),
    /** The active entities of the account. */
    present: async () => ({
      emails: (await call('GET', '/customers?per_page=200')).map(({ email }: { email: string }) => email),
      destinations: (await call('GET', '/notification-settings?per_page=200')).length,
    }),
  };
}

const only = (...names: string[]) => names.flatMap((name) => ['--only', name]);
const nothing = { emails: [], destinations: 0 };

/** Reads a file that `--json` wrote. */
async function readReport(file: string) {
  const report: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
  if (!isReport(report)) throw new Error(`There is no report in ${file}.`);
  const noVerdicts = report.claims.flatMap(({ laws }) => laws.flatMap(({ no_verdict }) => no_verdict ?? []));
  const reasons = noVerdicts.map((reason) => reason.replace(/ctm_\w+/g, '…').replace(/ \(.*\)/, ''));
  const claims: Record<string, Verdict> = Object.fromEntries(report.claims.map(({ id, verdict }) => [id, verdict]));
  const laws = Object.fromEntries(report.claims.flatMap((claim) => claim.laws.map((law) => [law.title, law.outcome])));
  return { claims, laws, reasons: [...new Set(reasons)].toSorted() };
}

describe('paddock verify --target sandbox', () => {
  test.concurrent('stays within its budget, and has no verdict on laws that would need more', async () => {
    const verify = [process.execPath, cli, 'verify', '--target', 'sandbox', '--budget', '20'];
    const chosen = only('addresses', 'get-404', 'customer-id-prefix');
    const { code, out } = await endOf(
      start(['run', '--quiet', '--profile', 'official', '--', ...verify, ...chosen], {
        PADDLE_SANDBOX_API_KEY: standIn.paddock.newAccount().apiKey,
      }),
    );
    expect(out).toMatch(/^can't tell .*\baddresses\b/m);
    expect(out).toContain('sandbox at https://sandbox-api.paddle.com');
    expect(Number(/([\d,]+) requests in/.exec(out)?.[1])).toBeLessThanOrEqual(20);
    expect(code).toBe(0);
  });

  test.concurrent('copes with a slow, rate-limited and failing sandbox, and has no verdict where a response was lost', async () => {
    const { run, faults, requests, present } = newAccount();
    await faults.add({ operation_id: 'createCustomer', nth: 2, error: 'too_many_requests', retry_after: 1 });
    await faults.add({ operation_id: 'getCustomer', nth: 1, error: 503 });
    await faults.add({ operation_id: 'getAddress', nth: 1, reset: 'before' });
    await faults.add({ operation_id: 'getAddress', nth: 2, body: 'truncated' });
    await faults.add({ operation_id: 'createCustomer', nth: 13, reset: 'after' });
    await faults.add({ operation_id: 'createAddress', nth: 1, error: 502 });
    await faults.add({ operation_id: 'updateCustomer', nth: 1, reset: 'after' });
    await faults.add({ operation_id: 'listEvents', nth: 2, stale: true });
    await faults.add({ delay_ms: 20, jitter_ms: 30 });
    const events = 'webhook-events-14: each change yields exactly its event, with the entity as it was answered';
    const { code, out, err } = await run(
      ...['verify', '--target', 'sandbox', '--budget', '230', '--runs', '2', '--json', 'outage.json'],
      ...only('get-404', 'address-postal-code', 'customer-archive-endpoint', 'customer-id-prefix', 'customer-locale'),
      ...only(`${events}, and nothing else does`, 'webhook-dedupe-event-id'),
    );
    expect([code, err + out]).toEqual([0, expect.not.stringContaining('DIFFERS')]);
    const { claims, laws, reasons } = await readReport('outage.json');
    expect(laws[`${events}, and nothing else does`]).toBe('held');
    expect(reasons).toEqual([
      'PATCH /customers/… got no response, and is not retried',
      'POST /customers got no response, and is not retried',
      'POST /customers/…/addresses returned 502, and is not retried',
      'webhooks of the target cannot reach this machine',
    ]);
    expect(claims).toEqual({
      'get-404': 'holds',
      'customer-id-prefix': 'holds',
      // Only one of its laws is selected.
      'webhook-events-14': 'cannot-tell',
      'address-postal-code': 'cannot-tell',
      'customer-archive-endpoint': 'cannot-tell',
      'customer-locale': 'cannot-tell',
      'webhook-dedupe-event-id': 'cannot-tell',
    });
    await faults.assertAllHit();
    const sent = await requests.list();
    const again = (one: PastRequest) =>
      sent.filter(({ method, url, body }) => isDeepStrictEqual([method, url, body], [one.method, one.url, one.body]));
    const isLost = ({ status, response_body }: PastRequest) =>
      status === 0 || status >= 500 || typeof response_body === 'string';
    // Cleaning up repeats a PATCH whose response was lost.
    for (const one of sent.filter(isLost).filter(({ method }) => method !== 'PATCH'))
      expect(again(one).length > 1, one.url).toBe(one.method === 'GET');
    expect(sent.filter(({ status }) => status === 429).map((one) => again(one).map(({ status }) => status))).toEqual([
      [429, 201],
    ]);
    await faults.clear();
    expect(await present()).toEqual(nothing);
  });

  test.concurrent('finds the defects of a stand-in, and nothing else', async () => {
    const proxy = createMutatingProxy();
    await using defective = await startStandIn(proxy);
    const names = ['duplicate-email-accepted', 'archived-shown', 'email-filter-substring', 'patch-null-ignored'];
    const defects = mutants.filter(({ name }) => names.includes(name));
    proxy.apply(allOf(defects));
    const { run, present } = newAccount(defective);
    const claims = defects.flatMap(({ breaks }) => breaks);
    const { code, out, err } = await run(
      ...['verify', '--target', 'sandbox', '--out', 'defects', ...only('customer-email-uniqueness', 'get-404')],
      ...only('list-customers-default-status: a list without status shows active entities'),
      ...only('list-customers-email-exact: the filter finds exactly the given addresses, not longer or shorter ones'),
      ...only('patch-partial: null clears a field that may be null, and is refused for one that may not'),
    );
    expect([code, defects.length]).toEqual([1, names.length]);
    const report = await readReport('defects/verify.json');
    const differing = Object.entries(report.claims).filter(([, verdict]) => verdict === 'differs');
    expect(differing.map(([id]) => id).toSorted(), err).toEqual(claims.toSorted());
    for (const claim of claims) expect(out).toContain(`${claim} DIFFERS.`);
    expect(report.claims['get-404']).toBe('holds');
    for (const file of ['verify.json', 'verify.xml', 'verify.md', 'verify.html'])
      expect(await readFile(join(folder, 'defects', file), 'utf8')).not.toMatch(secret);
    proxy.apply(null);
    expect(await present()).toEqual(nothing);
  });

  test.concurrent('checks webhooks that arrive through a tunnel', async () => {
    const { run, present } = newAccount();
    const port = await freePort();
    await using tunnel = await startTunnel(port);
    const { code, out, err } = await run(
      ...['verify', '--target', 'sandbox', '--json', 'hooks.json'],
      ...['--receiver', tunnel.url, '--receiver-port', `${port}`],
      ...only('webhook-dedupe-event-id: each destination gets its own notification of the same event'),
      ...only('webhooks-hmac: each destination is signed for with its own secret'),
      ...only('webhook-return-200: a connection that is cut is a failed attempt, and is logged'),
    );
    expect([code, err]).toEqual([0, expect.not.stringContaining('DIFFERS')]);
    const { laws, reasons } = await readReport('hooks.json');
    expect(laws, out).toEqual({
      'webhook-dedupe-event-id: each destination gets its own notification of the same event': 'held',
      'webhooks-hmac: each destination is signed for with its own secret': 'held',
      'webhook-return-200: a connection that is cut is a failed attempt, and is logged': 'no-verdict',
    });
    expect(reasons).toEqual(['the tunnel hides how connections end']);
    expect(await present()).toEqual(nothing);
  });

  test('cleans up when it is interrupted, and lists what it could not remove', async () => {
    const { start: begin, faults, present } = newAccount();
    await faults.add({ operation_id: 'updateCustomer', nth: 2, error: 'forbidden' });
    await faults.add({ operation_id: 'updateCustomer', nth: 3, error: 503 });
    const command = begin('verify', '--target', 'sandbox', ...only('address-subresource', 'lists'));
    let created = 0;
    for await (const [facts] of on(standIn.exchanges, 'exchange')) {
      if (facts.operationId === 'createCustomer') created += 1;
      if (created === 4) break;
    }
    command.child.kill('SIGINT');
    const { code, out, err } = await endOf(command);
    expect(code).toBe(1);
    expect(err).toContain('Cleaning up in the sandbox. Interrupt again to stop without cleaning up.');
    expect(out).toContain('The run ended early: it was interrupted.');
    expect(err).toMatch(/paddock sweep:\n {2}\/customers\/ctm_\w+: the target returned 403 forbidden\n(?! )/m);
    await faults.clear();
    expect(await present()).toMatchObject({ emails: [expect.stringMatching(/^paddock-/)], destinations: 0 });
  });
});

describe('paddock sweep', () => {
  test('removes what old enough runs left, and nothing else', async () => {
    const { run, call, faults, present } = newAccount();
    const custom_data = { paddock_run: '20200101t000000-abcd' };
    await call('POST', '/customers', { email: 'somebody@example.com' });
    await call('POST', '/customers', { email: 'tagged@example.com', custom_data });
    await call('POST', '/customers', { email: 'paddock-20200101t000000-abcd.1@example.com' });
    await call('POST', '/customers', { email: 'paddock-29990101t000000-abcd.1@example.com' });
    for (const description of ['Ours', 'paddock-20200101t000000-abcd'])
      await call('POST', '/notification-settings', {
        description,
        type: 'url',
        destination: `https://example.com/${description}`,
        subscribed_events: ['customer.created'],
      });
    await faults.add({ operation_id: 'deleteNotificationSetting', nth: 1, reset: 'after' });
    await faults.add({ operation_id: 'updateCustomer', nth: 1, error: 'forbidden' });
    const first = await run('sweep', '--older-than', '1d');
    expect(first.code).toBe(1);
    expect(first.out).toMatch(
      /^removed \/notification-settings\/.*\nremoved \/customers\/.*\nleft \/customers\/\w+: the target returned 403 forbidden\n2 removed, 1 left\.$/m,
    );
    const second = await run('sweep', '--older-than', '1d');
    expect([second.code, second.out]).toEqual([0, expect.stringContaining('1 removed, 0 left.')]);
    expect(await present()).toEqual({
      emails: ['paddock-29990101t000000-abcd.1@example.com', 'somebody@example.com'],
      destinations: 1,
    });
  });
});

test('a live key is refused before any connection is made', async () => {
  let connections = 0;
  const proxy = createServer().on('connection', (socket) => {
    connections += 1;
    socket.destroy();
  });
  await using listening = await listen(proxy);
  const way = { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: listening.url, HTTP_PROXY: listening.url };
  const key = `pdl_live_apikey_${'a'.repeat(26)}_${'s3cret'.repeat(3)}bbbb_ccc`;
  const { code, out, err } = await endOf(start(['verify', '--target', 'sandbox'], { ...way, PADDLE_API_KEY: key }));
  expect([code, out, connections]).toEqual([2, '', 0]);
  expect(err).toMatch(/^Could not use the sandbox: PADDLE_API_KEY is a LIVE key\. .*\n$/);
});

/** Combines the defects of several mutants. */
function allOf(chosen: readonly Mutant[]): Mutant {
  const start = (): Defect => {
    const interceptors = chosen.flatMap((mutant) => mutant.start().api ?? []);
    const api: Interceptor = (request, forward) =>
      interceptors.reduce<Forward>((next, interceptor) => (sent) => interceptor(sent, next), forward)(request);
    return { api };
  };
  return { name: 'all', description: 'several defects at once', breaks: [], start };
}

/** Starts a proxy in the role of a tunnel: it forwards to a port and hides how connections end. */
async function startTunnel(port: number) {
  const tunnel = createServer((incoming, response) => {
    const { method, headers, url } = incoming;
    const onward = request({ port, host: '127.0.0.1', method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.writeHead(502).end());
    incoming.pipe(onward);
  });
  return listen(tunnel);
}

async function listen(server: Server) {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // `address()` is an `AddressInfo` for a server that listens on a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  await using listening = await listen(createServer());
  return Number(new URL(listening.url).port);
}
