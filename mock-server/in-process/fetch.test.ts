import { createServer, type RequestListener } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import express from 'express';
import { describe, expect, test } from 'vitest';
import { startPaddock, UsageError } from '../index.ts';
import { fetchFrom, fetchOnly } from './fetch.ts';

/** Makes a server without a network address, and a `fetch` for it. */
function serve(listener: RequestListener) {
  const { fetch, close } = fetchFrom(createServer(listener));
  return { fetch, [Symbol.asyncDispose]: close };
}

const url = 'https://sandbox-api.paddle.com/customers';

describe('a fetch without a socket', () => {
  test('sends method, headers and body, and returns status, headers and body', async () => {
    const app = express();
    app.post('/customers', express.json(), ({ method, headers, body, protocol, socket }, response) => {
      const { host, authorization } = headers;
      response
        .status(201)
        .setHeader('Request-Id', '7')
        .json({ method, host, authorization, body, protocol, ip: socket.remoteAddress });
    });
    await using mock = serve(app);
    const headers = { Authorization: 'Bearer key', 'Content-Type': 'application/json' };
    const response = await mock.fetch(url, { method: 'POST', headers, body: '{"name":"Åsa"}' });
    expect(response).toBeInstanceOf(Response);
    expect([response.status, response.statusText, response.headers.get('Request-Id')]).toEqual([201, 'Created', '7']);
    expect(await response.json()).toEqual({
      method: 'POST',
      host: 'sandbox-api.paddle.com',
      authorization: 'Bearer key',
      body: { name: 'Åsa' },
      protocol: 'https',
      ip: '127.0.0.1',
    });
  });

  test('fails after it is closed', async () => {
    const { fetch, close } = fetchFrom(createServer());
    await close();
    await expect(fetch(url)).rejects.toThrow(TypeError);
  });

  test('fails after it is used and closed', async () => {
    const { fetch, close } = fetchFrom(createServer((_request, response) => response.end()));
    await fetch(url);
    await close();
    await expect(fetch(url)).rejects.toThrow(TypeError);
  });

  test('returns a response without a body', async () => {
    await using mock = serve((_request, response) => response.writeHead(204).end());
    const response = await mock.fetch(url, { method: 'DELETE' });
    expect([response.status, response.body]).toEqual([204, null]);
  });

  test('streams a body piece by piece', async () => {
    await using mock = serve((_request, response) => void response.write('the first of many'));
    const gone = new AbortController();
    const response = await mock.fetch(url, { signal: gone.signal });
    const { value } = (await response.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe('the first of many');
    gone.abort();
  });

  test.each<[string, RequestListener]>([
    ['response.destroy()', (_request, response) => response.destroy()],
    ['socket.destroy()', ({ socket }) => socket.destroy()],
    ['socket.resetAndDestroy()', ({ socket }) => socket.resetAndDestroy()],
  ])('fails as over a network when the server closes the connection by %s', async (_how, hangUp) => {
    await using mock = serve(hangUp);
    const failure = await mock.fetch(url).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TypeError);
    expect(failure).toMatchObject({
      message: 'fetch failed',
      cause: { code: 'ECONNRESET', message: 'read ECONNRESET' },
    });
  });

  test('fails while reading a body that is cut off', async () => {
    await using mock = serve(async (_request, response) => {
      response.writeHead(200, { 'Content-Length': 100 }).write('{"data":');
      await setImmediate();
      response.destroy();
    });
    const response = await mock.fetch(url);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(TypeError);
  });

  test.each([
    ['http', 'http://paddock.example/'],
    ['https', url],
  ])('appears to come by %s from %s', async (protocol, address) => {
    await using mock = serve(express().use((request, response) => void response.end(request.protocol)));
    expect(await (await mock.fetch(address)).text()).toBe(protocol);
  });

  test('closes the connection when the caller aborts, even with unread data', async () => {
    const gone = new AbortController();
    const { promise: hungUp, resolve } = Promise.withResolvers<void>();
    await using mock = serve(({ socket }, response) => {
      socket.once('close', () => resolve());
      response.write('x'.repeat(1_000_000));
      gone.abort();
    });
    await expect(mock.fetch(url, { signal: gone.signal })).rejects.toMatchObject({ name: 'AbortError' });
    await hungUp;
  });

  test('fails with the reason of its signal', async () => {
    await using mock = serve(() => undefined);
    await expect(mock.fetch(url, { signal: AbortSignal.timeout(1) })).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

describe('paddock.fetch', () => {
  const headersFor = ({ apiKey }: { apiKey: string }) => ({ Authorization: `Bearer ${apiKey}` });

  test('returns the mock’s responses at its own URL and at Paddle’s', async () => {
    await using paddock = await startPaddock({ seed: 1, rateLimit: false });
    await paddock.trigger('customer.created');
    const headers = headersFor(paddock);
    const overNetwork = await (await fetch(`${paddock.url}/customers`, { headers })).json();
    for (const base of [paddock.url, 'https://sandbox-api.paddle.com', 'https://api.paddle.com']) {
      const { data } = await (await paddock.fetch(`${base}/customers`, { headers })).json();
      expect(data).toEqual(overNetwork.data);
    }
  });

  test('keeps the caller’s host in links to the next page', async () => {
    await using paddock = await startPaddock({ profile: 'official' });
    await paddock.trigger('customer.created');
    await paddock.trigger('customer.created');
    const base = 'https://sandbox-api.paddle.com/customers';
    const { meta } = await (await paddock.fetch(`${base}?per_page=1`, { headers: headersFor(paddock) })).json();
    expect(meta.pagination.next).toMatch(/^https:\/\/sandbox-api\.paddle\.com\/customers\?/);
    const second = await paddock.fetch(meta.pagination.next, { headers: headersFor(paddock) });
    expect((await second.json()).data).toHaveLength(1);
  });

  test('reaches the control plane', async () => {
    await using paddock = await startPaddock();
    const response = await paddock.fetch(`${paddock.url}/_paddock/health`);
    expect(await response.json()).toMatchObject({ status: 'ok' });
  });

  test('refuses other URLs', async () => {
    await using paddock = await startPaddock();
    const foreign = paddock.fetch('https://example.com/customers');
    await expect(foreign).rejects.toThrow(UsageError);
    await expect(foreign).rejects.toMatchObject({
      message: `Could not fetch https://example.com: this fetch reaches only the mock. Use ${paddock.url}.`,
    });
  });

  test('names all URLs that it reaches', async () => {
    const { fetch } = fetchFrom(createServer());
    const only = fetchOnly(fetch, ['http://one.example/base', undefined, 'http://two.example:1']);
    await expect(only('http://three.example')).rejects.toThrow('Use http://one.example or http://two.example:1.');
  });

  test('fails after the mock is closed', async () => {
    const paddock = await startPaddock();
    await paddock.close();
    await expect(paddock.fetch(`${paddock.url}/customers`)).rejects.toThrow('fetch failed');
  });
});
