import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { duplexPair } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { skipMissing } from '#vitest/require-program.ts';
import { type Paddock, startPaddock, UsageError } from '../index.ts';

const hasIPv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'));

/** Reads a connection to its end. */
function ask(stream: NodeJS.ReadWriteStream, { apiKey }: Paddock, path: string, version = '1.1', host = 'localhost') {
  const hostLine = version === '1.1' ? `Host: ${host}\r\n` : '';
  stream.write(
    `GET ${path} HTTP/${version}\r\n${hostLine}Authorization: Bearer ${apiKey}\r\nConnection: close\r\n\r\n`,
  );
  return text(stream);
}

test('an IPv6 address is in brackets in the URL', async (context) => {
  if (!hasIPv6) skipMissing(context, 'This machine has no IPv6.');
  await using paddock = await startPaddock({ host: '::1' });
  expect(paddock.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
  expect((await fetch(`${paddock.url}/_paddock/health`)).status).toBe(200);
});

test('an address in use is refused with advice', async () => {
  await using paddock = await startPaddock();
  const { port } = new URL(paddock.url);
  const another = startPaddock({ port: Number(port) });
  await expect(another).rejects.toThrow(UsageError);
  await expect(another).rejects.toThrow(
    `Could not listen on 127.0.0.1:${port}: listen EADDRINUSE: address already in use 127.0.0.1:${port}. Choose another --port or --host.`,
  );
});

test('an accepted connection is served like any other', async () => {
  await using paddock = await startPaddock();
  const [near, far] = duplexPair();
  paddock.accept(far);
  expect(await ask(near, paddock, '/customers')).toMatch(/^HTTP\/1\.1 200 OK\r\n.*"data":\[\]/s);
});

test.each([
  ['1.1', 'paddle.test:8080', () => 'http://paddle.test:8080'],
  ['1.0', '', ({ url }: Paddock) => url],
])('links of HTTP/%s begin with the URL that was called', async (version, host, baseUrl) => {
  await using paddock = await startPaddock({ profile: 'official' });
  const answer = await ask(
    connect(Number(new URL(paddock.url).port), '127.0.0.1'),
    paddock,
    '/customers',
    version,
    host,
  );
  expect(answer).toContain(`"next":"${baseUrl(paddock)}/customers"`);
});

test.each(['/customers', '/_paddock/health', '/nothing-here'])('%s is answered without an ETag', async (path) => {
  await using paddock = await startPaddock();
  const { headers } = await fetch(paddock.url + path);
  expect([headers.get('etag'), headers.get('x-powered-by')]).toEqual([null, null]);
});
