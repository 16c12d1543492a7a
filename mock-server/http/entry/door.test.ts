import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../../index.ts';
import { profileNames } from '../../spec/behaviours.ts';

/** Sends lines of HTTP and returns everything received. */
async function exchange({ url }: Paddock, lines: readonly string[]): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

function answerOf(received: string) {
  const [head = '', body = ''] = received.split('\r\n\r\n');
  const [, id] = /^Request-Id: (.+)$/im.exec(head) ?? [];
  const json = JSON.parse(body);
  expect(json.meta.request_id).toBe(id);
  return { status: Number(head.split(' ')[1]), code: json.error?.code, json };
}

describe.each(profileNames)('under %s', (profile) => {
  let paddock: Paddock;
  const bugs: unknown[] = [];
  beforeAll(async () => {
    paddock = await startPaddock({ profile, rateLimit: false, onBug: (error) => bugs.push(error) });
  });
  afterAll(() => paddock.close());
  const key = () => `Authorization: Bearer ${paddock.apiKey}`;
  const local = 'Host: localhost';

  test.each([
    ['GET //#@"', [local], 404, 'invalid_url', '//'],
    ['GET //[', [local], 404, 'invalid_url', '//['],
    ['GET //a:99999/', [local], 404, 'invalid_url', '//a:99999/'],
    ['GET /customers', [], 400, 'bad_request', '/customers'],
    ['GET /customers', ['Host: '], 400, 'bad_request', '/customers'],
    ['GET /customers', ['Host: ['], 400, 'bad_request', '/customers'],
    ['GET /customers', [local, 'Host: evil.example'], 400, 'bad_request', '/customers'],
    ['GET http://a:99999999/customers', [local], 400, 'bad_request', '/customers'],
    ['GET http://[/nothing', [local], 400, 'bad_request', '/nothing'],
    ['CONNECT evil.example:443', [local], 501, 'not_implemented', '/evil.example:443'],
    ['OPTIONS *', [local], 404, 'invalid_url', '/*'],
  ] as const)('%s with %j is refused in Paddle’s words, and kept', async (line, headers, status, code, url) => {
    await paddock.requests.clear();
    const received = await exchange(paddock, [`${line} HTTP/1.1`, ...headers, key()]);
    expect(answerOf(received)).toMatchObject({ status, code });
    expect(await paddock.requests.list()).toMatchObject([{ url, status, error_code: code }]);
    expect(bugs).toEqual([]);
  });

  test('a target in absolute form is routed by its path, and links begin with its host', async () => {
    const received = await exchange(paddock, ['GET http://mock:99999/customers HTTP/1.1', 'Host: other', key()]);
    const { status, json } = answerOf(received);
    expect(status).toBe(200);
    if (profile === 'official') expect(json.meta.pagination.next).toBe('http://mock:99999/customers');
  });

  test.each(['har', 'curl', 'typescript'])('odd requests are exported as %s', async (format) => {
    for (const line of ['GET //[', 'GET //customers', 'GET /customers?%', 'GET http://[/x'])
      await exchange(paddock, [`${line} HTTP/1.1`, local, key()]);
    await exchange(paddock, ['GET / HTTP/1.1', 'Host: [', key()]);
    const response = await fetch(`${paddock.url}/_paddock/requests?format=${format}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('//customers');
  });

  test('the export has the host and path as received', async () => {
    await paddock.requests.clear();
    await exchange(paddock, ['GET //customers?a=b HTTP/1.1', local, key()]);
    const { log } = await (await fetch(`${paddock.url}/_paddock/requests?format=har`)).json();
    expect(log.entries[0].request).toMatchObject({
      url: 'http://localhost//customers?a=b',
      queryString: [{ name: 'a', value: 'b' }],
    });
  });

  test.each(['GET /customers', 'GET /nothing', 'GET /customer-portal/cpl_1?token=x'])(
    '%s with a foreign host is refused with advice',
    async (line) => {
      const received = await exchange(paddock, [`${line} HTTP/1.1`, 'Host: evil.example:4010', key()]);
      expect(answerOf(received)).toMatchObject({ status: 400, code: 'bad_request' });
      expect(received).toMatch(/X-Paddock-Hint: .*evil\.example.*--base-url/i);
    },
  );

  test('a foreign host stays refused after a request to the control plane named it', async () => {
    const foreign = 'Host: evil.example';
    for (const line of ['GET /_paddock/health', 'GET /customers']) {
      const received = await exchange(paddock, [`${line} HTTP/1.1`, foreign, key()]);
      if (line.endsWith('customers')) expect(answerOf(received)).toMatchObject({ status: 400, code: 'bad_request' });
    }
  });

  test.each(['GET /customers', 'POST /_paddock/reset'])('%s with a second Host header is refused', async (line) => {
    const received = await exchange(paddock, [`${line} HTTP/1.1`, local, 'Host: evil.example', key()]);
    expect(answerOf(received).status).toBe(400);
  });

  test.each(['localhost', 'paddock:4010', 'host.docker.internal:4010', 'sandbox-api.paddle.com', '10.0.0.7'])(
    'the host %s is served',
    async (host) => {
      const received = await exchange(paddock, ['GET /customers HTTP/1.1', `Host: ${host}`, key()]);
      expect(answerOf(received).status).toBe(200);
    },
  );
});

test('the host of the base URL is served, and every host on a public address', async () => {
  const lines = ['GET /event-types HTTP/1.1', 'Host: mock.example.com'];
  await using named = await startPaddock({ baseUrl: 'https://mock.example.com' });
  await using open = await startPaddock({ host: '0.0.0.0' });
  for (const paddock of [named, open]) {
    const key = `Authorization: Bearer ${paddock.apiKey}`;
    expect(answerOf(await exchange(paddock, [...lines, key])).status).toBe(200);
  }
});

test('a portal link and a control request with an odd target are no bugs', async () => {
  const bugs: unknown[] = [];
  await using paddock = await startPaddock({ host: '0.0.0.0', onBug: (error) => bugs.push(error) });
  for (const path of ['/customer-portal/cpl_1?token=x', '/_paddock/clock', '/customers']) {
    const received = await exchange(paddock, [`GET http://a:99999${path} HTTP/1.1`, 'Host: localhost']);
    expect(received).toMatch(/^HTTP\/1\.1 4\d\d /);
  }
  expect(bugs).toEqual([]);
});
