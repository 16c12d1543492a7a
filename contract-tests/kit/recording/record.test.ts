import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { startTarget } from '../../targets/start-target.ts';
import type { Target } from '../../targets/target.ts';
import { readRecording } from './read-recording.ts';
import { createKeyRefusal, locateTarget } from './refuse-keys.ts';
import { replay } from './replay.ts';
import { recordInto } from './testing/record-into.ts';
import { signUp } from './testing/sign-up.ts';

let root: string;
let recordings = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'paddock-record-'));
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rm(root, { recursive: true }));

async function start(baseUrl: string, profile: string, entitiesFile?: string) {
  recordings += 1;
  const folder = join(root, `recording-${recordings}`);
  const { proxy, recorder } = await recordInto(folder, baseUrl, profile, entitiesFile);
  onTestFinished(() => proxy.close());
  return { folder, proxy, recorder };
}

test('a target is recorded through the proxy that Node uses', async () => {
  const asked: (string | undefined)[] = [];
  const between = createServer(({ url }, response) => {
    asked.push(url);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[]}');
  });
  await once(between.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void between.close());
  // The cast holds for a server that listens on a port.
  vi.stubEnv('http_proxy', `http://127.0.0.1:${(between.address() as AddressInfo).port}`);
  vi.stubEnv('NODE_USE_ENV_PROXY', '1');
  onTestFinished(() => void vi.unstubAllEnvs());
  const { proxy } = await start('http://paddle.example', 'guide');
  expect(await (await fetch(`${proxy.url}/ips`)).text()).toBe('{"data":[]}');
  expect(asked).toEqual(['http://paddle.example/ips']);
});

describe.each(['guide', 'official'])('on the profile %s', (profile) => {
  let target: Target;
  beforeAll(async () => {
    target = await startTarget(`mock:${profile}`, { seed: 1 });
  });
  afterAll(() => target.close());

  test('the account of the caller is recorded as a placeholder, and any other replays it', async () => {
    const { folder, proxy } = await start(target.baseUrl, profile);
    for (const { apiKey } of [target.newAccount(), target.newAccount()])
      await fetch(`${proxy.url}/`, { headers: { authorization: `Bearer ${apiKey}` } });
    const { exchanges } = await readRecording(folder);
    const accounts = exchanges.map(({ response }) => response?.body).map((body) => Object(body).data.caller.account);
    expect(accounts).toEqual([{ id: '<account:1>' }, { id: '<account:2>' }]);
    const outcomes = await replay(exchanges, `mock:${profile}`, { seed: 2 }, 'values');
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['same', 'same']);
  });

  test('each exchange is written to its own file at once, without secrets', async () => {
    const { folder, proxy } = await start(target.baseUrl, profile);
    const { apiKey } = target.newAccount();
    await signUp(proxy.url, apiKey);
    const { exchanges } = await readRecording(folder);
    expect(exchanges.map(({ number }) => number)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
    expect(exchanges[0]).toMatchObject({
      operation: 'createCustomer',
      request: {
        headers: { authorization: 'Bearer <key:1>', 'user-agent': 'shop/1.0' },
        body: { email: '<email:1>', name: 'Ada', custom_data: { plan: 'pro', token: '****' } },
      },
      response: { status: 201, body: { data: { id: '<ctm:1>', email: '<email:1>', created_at: '<time>' } } },
      faults: { request: [], response: [] },
    });
    expect(exchanges[1]?.request.path).toBe('/customers/<ctm:1>');
    const files = await readdir(folder);
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    const secrets = [apiKey, apiKey.slice(-20), 'not to be kept', 'ada@example.com', 'pga_ey'];
    for (const secret of secrets) expect(texts.join('')).not.toContain(secret);
    expect(texts.join('')).not.toMatch(/ctm_[a-z\d]{26}|pga_[A-Za-z\d]/);
  });

  test('the URL of the next page leads through the proxy', async () => {
    const { folder, proxy } = await start(target.baseUrl, profile);
    await signUp(proxy.url, target.newAccount().apiKey);
    const pages = (await readRecording(folder)).exchanges.filter(({ operation }) => operation === 'listCustomers');
    expect(pages[2]?.request.query).toContainEqual(['after', expect.stringMatching(/^<ctm:\d>$/)]);
  });

  test('violations of the contract are recorded for requests and responses', async () => {
    const { proxy, recorder } = await start(target.baseUrl, profile);
    const headers = { authorization: `Bearer ${target.newAccount().apiKey}` };
    const body = JSON.stringify({ email: 'sam@example.com', phone: '1', name: 7 });
    await fetch(`${proxy.url}/customers?state=new`, { method: 'POST', headers, body });
    await fetch(`${proxy.url}/clients`, { headers });
    await fetch(`${proxy.url}/customers`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{',
    });
    const [one, two, three] = recorder.exchanges;
    expect(three?.faults.request).toContain('the body is not JSON');
    expect(one?.faults.request).toEqual([
      'the body is text/plain;charset=UTF-8, not application/json',
      'there is no field phone',
      'there is no query parameter state',
      'name must be string,null',
    ]);
    expect(two).toMatchObject({ operation: null, faults: { request: ['there is no operation GET /clients'] } });
  });

  test('recorded entities can be imported', async () => {
    const file = join(root, `entities-${profile}.json`);
    const { proxy } = await start(target.baseUrl, profile, file);
    await signUp(proxy.url, target.newAccount().apiKey);
    const recorded = await readFile(file, 'utf8');
    expect(JSON.parse(recorded).data).toContainEqual(
      expect.objectContaining({ email: 'ada@example.com', name: 'Ada L' }),
    );
    const other = target.newAccount();
    const headers = { authorization: `Bearer ${other.apiKey}`, 'content-type': 'application/json' };
    const response = await fetch(`${target.baseUrl}/_paddock/import`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ recorded: JSON.parse(recorded) }),
    });
    const customers = profile === 'guide' ? 3 : 2;
    expect(await response.json()).toMatchObject({ accepted: { customers, addresses: 1 }, refused: [] });
  });

  test('an existing recording is not overwritten', async () => {
    const { folder } = await start(target.baseUrl, profile);
    await expect(recordInto(folder, target.baseUrl, profile)).rejects.toThrow('already holds a recording');
  });
});

test('responses that violate the contract, and missing responses, are recorded', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const liar = createServer((request, response) => {
    if (request.url === '/event-types') request.socket.destroy();
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[{"id":"ctm_1"}]}');
  });
  await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void liar.close());
  const address = liar.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const { proxy, recorder } = await start(`http://127.0.0.1:${port}`, 'guide');
  await fetch(`${proxy.url}/customers`);
  const unanswered = await fetch(`${proxy.url}/event-types`);
  expect([unanswered.status, await unanswered.json()]).toEqual([
    502,
    {
      error: { type: 'api_error', code: 'bad_gateway', detail: expect.stringContaining(`http://127.0.0.1:${port}: `) },
    },
  ]);
  expect(recorder.exchanges[0]?.faults.response).toEqual([
    expect.stringMatching(/^requestId: /),
    expect.stringMatching(/^idsHavePrefix: data.0.id is "ctm_1"/),
    expect.stringMatching(/^bodyMatchesSchema: the body does not fit /),
  ]);
  expect(recorder.exchanges[1]).toMatchObject({ response: null, faults: { response: ['no response came'] } });
});

describe('live keys and hosts', () => {
  test.each([
    ['https://api.paddle.com', "the sandbox is the only host of Paddle's that is called"],
    ['https://sandbox-api.paddle.com.', "the sandbox is the only host of Paddle's that is called"],
    ['mars', 'it is not a target'],
  ])('%s is not a target', (name, message) => {
    expect(() => locateTarget(name)).toThrow(message);
  });

  test('a live key is refused before it reaches a target', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { proxy, recorder } = await start('http://127.0.0.1:9', 'guide');
    const authorization = `Bearer pdl_live_apikey_${'a'.repeat(26)}_${'b'.repeat(22)}_ccc`;
    const response = await fetch(`${proxy.url}/customers`, { headers: { authorization } });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('its key is a LIVE key');
    expect(recorder.exchanges).toEqual([]);
  });

  test.each(['http://elsewhere.test/customers', '//elsewhere.test/customers'])('%s is not forwarded', async (path) => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { proxy, recorder } = await start('http://127.0.0.1:9', 'guide');
    const [answer] = await once(get({ port: new URL(proxy.url).port, path }), 'response');
    expect([answer.statusCode, recorder.exchanges]).toEqual([403, []]);
  });

  test('a legacy key reaches the sandbox only with --allow-legacy-key', () => {
    const legacy = `Bearer ${'a1'.repeat(25)}`;
    expect(createKeyRefusal(locateTarget('sandbox'), false)(legacy)).toContain('Give --allow-legacy-key');
    expect(createKeyRefusal(locateTarget('sandbox'), true)(legacy)).toBeNull();
    expect(createKeyRefusal(locateTarget('sandbox'), false)('Bearer pdl_sdbx_apikey_1')).toBeNull();
  });
});
