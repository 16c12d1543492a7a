import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { paddockHere } from '../cli/testing/in-process.ts';
import { createApiKeys } from './api-keys.ts';
import { startTarget } from './start-target.ts';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on a port has an address of this kind.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('neither the suite nor control requests follow a redirect', async () => {
  const received: string[] = [];
  const elsewhere = await serve((request, response) => {
    received.push(`${request.method} ${request.url}`);
    response.end('{"status":"ok"}');
  });
  const url = await serve((request, response) => {
    response.writeHead(307, { location: `${elsewhere}${request.url}` }).end();
  });
  const target = await startTarget(url, { seed: 1, apiKey: createApiKeys(1)(), unchecked: true });
  expect((await target.newAccount().request('POST', '/customers', { body: {} })).status).toBe(307);
  await target.close();
  expect(received).toEqual([]);
});

test('a target that is not a Paddock needs a key', async () => {
  const url = await serve((_, response) => response.writeHead(404).end('{}'));
  await expect(startTarget(url, { seed: 1 })).rejects.toThrow(/PADDOCK_API_KEY/);
});

test.each([
  ['verify', '--target'],
  ['measure', '--target'],
  ['grade', '--url'],
])('paddock %s says in one line that nothing listens at %s', async (verb, option) => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of this kind.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise((resolve) => server.close(resolve));
  const { code, out, err } = await paddockHere([verb, option, url, '--key', createApiKeys(1)()], process.cwd());
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(new RegExp(`^Could not .*${url}: .*ECONNREFUSED.*\n$`));
});
