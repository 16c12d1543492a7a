import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { fetch, ProxyAgent } from 'undici';
import { expect, test } from 'vitest';
import { emulatedHosts } from '../wire/paddle-hosts.ts';
import { makeCertificates } from './certificates.ts';
import { type ProxyOptions, startProxy } from './proxy.ts';
import { startOutsider } from './testing/outsider.ts';

const certificates = await makeCertificates(emulatedHosts);

/** Replaces the mock: answers with the called host, and closes the connection on /reset. */
const mock = createServer(({ headers, socket, url }, response) => {
  if (url === '/reset') socket.resetAndDestroy();
  else response.end(`${'encrypted' in socket ? 'https' : 'http'}://${headers.host}${url}`);
});

/** A proxy, the lines it logged, and a function that calls through it. */
async function setUp(options: Partial<ProxyOptions> = {}) {
  const logged: string[] = [];
  const proxy = await startProxy({
    certificates,
    accept: (connection) => mock.emit('connection', connection),
    offline: false,
    upstream: { http: undefined, https: undefined },
    log: (line) => logged.push(line),
    ...options,
  });
  const call = async (url: string, ca = certificates.authority, uri = proxy.url) => {
    const dispatcher = new ProxyAgent({ uri, requestTls: { ca }, proxyTunnel: url.startsWith('https:') });
    try {
      return await (await fetch(url, { dispatcher })).text();
    } finally {
      await dispatcher.destroy();
    }
  };
  return { proxy, logged, call, [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose]() };
}

test.each(emulatedHosts)('a call of %s reaches the mock unchanged', async (host) => {
  await using it = await setUp({ offline: true });
  expect(await it.call(`https://${host}/customers?per_page=1`)).toBe(`https://${host}/customers?per_page=1`);
  expect([it.proxy.intercepted, it.logged]).toEqual([1, []]);
});

test('a connection reset by the mock breaks for the caller', async () => {
  await using it = await setUp();
  await expect(it.call('https://api.paddle.com/reset')).rejects.toThrow('fetch failed');
  expect(it.logged).toEqual([]);
});

test("Paddle's hosts are refused without TLS", async () => {
  await using it = await setUp();
  expect(await it.call('http://API.paddle.com./customers')).toMatch(/^paddock run: refused api\.paddle\.com\.:80: /);
  expect(it.logged).toHaveLength(1);
});

test('other hosts are reached through a tunnel, with their own certificate', async () => {
  await using outsider = await startOutsider();
  await using it = await setUp();
  expect(await it.call(outsider.url, outsider.authority)).toBe('Hello from outside.');
  await expect(it.call(outsider.url, certificates.authority)).rejects.toThrow('fetch failed');
  expect([it.proxy.intercepted, it.logged]).toEqual([0, []]);
});

test('other hosts are reached through the inherited proxy', async () => {
  await using outsider = await startOutsider();
  await using before = await setUp({ offline: true });
  await using it = await setUp({ upstream: { http: before.proxy.url, https: before.proxy.url } });
  await expect(it.call(outsider.url, outsider.authority)).rejects.toThrow('fetch failed');
  expect(await it.call('http://outside.example/')).toMatch(/refused outside\.example:80/);
  expect(before.logged).toHaveLength(2);
});

test.each(['', 'paddock:guessed@', 'other:@'])('a request without the password is refused: %j', async (credentials) => {
  await using outsider = await startOutsider();
  await using before = await setUp();
  const upstream = before.proxy.url.replace(/\/\/.*@/, '//');
  await using it = await setUp({ upstream: { http: upstream, https: upstream } });
  const uri = it.proxy.url.replace(/\/\/.*@/, `//${credentials}`);
  for (const url of ['https://api.paddle.com/customers', outsider.url, 'http://outside.example/']) {
    await expect(it.call(url, outsider.authority, uri)).rejects.toThrow('fetch failed');
  }
  expect([it.proxy.turnedAway, it.proxy.intercepted]).toEqual([3, 0]);
  expect([before.proxy.turnedAway, outsider.called]).toEqual([0, 0]);
});

test('the password is not sent to other servers or proxies', async () => {
  await using listener = await startListener();
  await using it = await setUp({ upstream: { http: listener.url, https: undefined } });
  await it.call('http://outside.example/');
  await using direct = await setUp();
  await direct.call(listener.url);
  expect(listener.heads).toHaveLength(2);
  for (const head of listener.heads) expect(head).not.toHaveProperty('proxy-authorization');
});

/** A server that records the received headers. */
async function startListener() {
  const heads: IncomingHttpHeaders[] = [];
  const server = createServer(({ headers }, response) => {
    heads.push(headers);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    heads,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test('other hosts are refused with offline, with TLS and without', async () => {
  await using outsider = await startOutsider();
  await using it = await setUp({ offline: true });
  await expect(it.call(outsider.url, outsider.authority)).rejects.toThrow('fetch failed');
  expect(await it.call('http://outside.example/')).toBe(
    "paddock run: refused outside.example:80: --offline allows only Paddle's API and this machine.\n",
  );
  expect(it.logged).toHaveLength(2);
  expect(outsider.called).toBe(0);
});
