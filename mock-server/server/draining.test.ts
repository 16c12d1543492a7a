import { once } from 'node:events';
import { createServer, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type Paddock, startPaddock } from '../index.ts';
import { call } from '../testing/call.ts';

/** A webhook endpoint whose responses the test controls. */
let hanging: ServerResponse[];
let arrived: () => Promise<void>;
const destination = createServer();
let url: string;

beforeEach(async () => {
  hanging = [];
  destination.removeAllListeners('request');
  destination.on('request', (_request, response) => hanging.push(response));
  arrived = async () => void (hanging.length > 0 || (await once(destination, 'request')));
  destination.listen(0, '127.0.0.1');
  await once(destination, 'listening');
  url = `http://127.0.0.1:${(destination.address() as AddressInfo).port}/`;
});
afterEach(() => {
  destination.closeAllConnections();
  destination.close();
});

/** Sends a request, on its own connection, that waits for a hanging delivery. */
async function settle(paddock: Paddock) {
  await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
  await arrived();
  const socket = connect(Number(new URL(paddock.url).port), '127.0.0.1');
  const answers = text(socket);
  socket.write('POST /_paddock/deliveries/settle HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n');
  await call(paddock, 'GET', '/_paddock/health');
  return { socket, answers };
}

test('draining accepts no connection and finishes the current delivery', async () => {
  const paddock = await startPaddock({ webhook: { url } });
  await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
  await arrived();
  const drained = paddock.drain();
  await expect(fetch(paddock.url)).rejects.toThrow('fetch failed');
  expect(await Promise.race([drained.then(() => 'drained'), 'waiting'])).toBe('waiting');
  const finished = once(hanging[0] ?? destination, 'finish');
  hanging[0]?.end();
  await Promise.all([finished, drained]);
});

test('draining finishes the current request, and health reports it on that connection', async () => {
  const paddock = await startPaddock({ webhook: { url } });
  const { socket, answers } = await settle(paddock);
  const drained = paddock.drain();
  socket.write('GET /_paddock/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  hanging[0]?.end();
  await drained;
  const [settled, health] = (await answers).split(/(?<=\})(?=HTTP)/);
  expect(settled).toMatch(/^HTTP\/1\.1 200 /);
  expect(health).toMatch(/^HTTP\/1\.1 503 [\s\S]*"code":"draining"/);
});

test('closing unused connections leaves the current request alone', async () => {
  const paddock = await startPaddock({ webhook: { url } });
  const { answers } = await settle(paddock);
  onTestFinished(() => void vi.useRealTimers());
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const drained = paddock.drain();
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
  hanging[0]?.end();
  await drained;
  expect(await answers).toMatch(/^HTTP\/1\.1 200 /);
});

test('a connection may be idle for longer than in nginx, and closes with the server', async () => {
  const paddock = await startPaddock({ webhook: { url } });
  const health = await fetch(`${paddock.url}/_paddock/health`);
  expect(Number(/timeout=(\d+)/.exec(health.headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(60);
  const { answers } = await settle(paddock);
  const closed = paddock.close();
  hanging[0]?.end();
  await closed;
  expect(await answers).toMatch(/^HTTP\/1\.1 200 /);
});

test('draining ends in time even if a delivery and a request hang', async () => {
  const paddock = await startPaddock({ webhook: { url } });
  await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
  await arrived();
  const headers = { Authorization: `Bearer ${paddock.apiKey}`, 'Content-Type': 'application/json' };
  const endless = request(`${paddock.url}/customers`, {
    method: 'POST',
    headers: { ...headers, 'Content-Length': 100, Expect: '100-continue' },
  });
  endless.flushHeaders();
  await once(endless, 'continue');
  const cutOff = once(endless, 'error');
  await paddock.drain(300);
  expect(String(await cutOff)).toContain('socket hang up');
});

test('an unused connection closes with the server', async () => {
  const paddock = await startPaddock();
  const socket = connect(Number(new URL(paddock.url).port), '127.0.0.1');
  await once(socket, 'connect');
  await (await fetch(`${paddock.url}/_paddock/health`)).text(); // Ensures that the server has accepted the connection.
  const ended = once(socket, 'close');
  await Promise.all([paddock.close(), ended]);
});
