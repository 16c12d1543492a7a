import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Paddock, startPaddock } from '../index.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

/** Opens a connection; `ask` sends a request on it and waits for the answer. */
async function open({ url }: Paddock) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  const ask = async (path: string) => {
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    return String(await once(socket, 'data'));
  };
  return { socket, ask };
}

test('a connection is closed when it was idle for as long as announced, not before', async () => {
  await using paddock = await startPaddock();
  const { socket, ask } = await open(paddock);
  const seconds = Number(/keep-alive: timeout=(\d+)/i.exec(await ask('/_paddock/health'))?.[1]);
  vi.advanceTimersByTime(1000 * (seconds - 1));
  expect(await ask('/_paddock/health')).toMatch(/^HTTP\/1\.1 200/);
  vi.advanceTimersByTime(1000 * (seconds - 1));
  expect(await ask('/event-types')).toMatch(/^HTTP\/1\.1 \d/);
  const ended = text(socket);
  vi.advanceTimersByTime(1000 * (seconds + 30));
  expect(await ended).toBe('');
});

test('a connection that waits for a response is not idle', async () => {
  await using paddock = await startPaddock();
  await paddock.faults.add({ delay_ms: 60_000 });
  const { socket } = await open(paddock);
  socket.write(`GET /event-types HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${paddock.apiKey}\r\n\r\n`);
  await vi.waitFor(async () => expect(await paddock.faults.list()).toMatchObject([{ hits: 1 }]));
  vi.advanceTimersByTime(600_000);
  await fetch(`${paddock.url}/_paddock/health`);
  expect(socket.readyState).toBe('open');
  socket.destroy();
});
