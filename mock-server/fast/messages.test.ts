import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import { Exchange } from '../http/exchange.ts';
import { messagesOf } from './messages.ts';

test('messages have the prototypes of Express, which it need not set again', async () => {
  const app = express();
  const messages = messagesOf(app, () => new Exchange('one', () => {}));
  const seen: object[] = [];
  const server = createServer(messages, (request, response) => {
    seen.push(Object.getPrototypeOf(request), Object.getPrototypeOf(response));
    app(request, response);
  });
  app.get('/asked', (request, response) => {
    seen.push(Object.getPrototypeOf(request), Object.getPrototypeOf(response));
    response.json({ protocol: request.protocol, path: request.path, app: request.app === app });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/asked`);
  expect(await answer.json()).toEqual({ protocol: 'http', path: '/asked', app: true });
  expect(seen[2]).toBe(seen[0]);
  expect(seen[3]).toBe(seen[1]);
  await new Promise((resolve) => server.close(resolve));
});
