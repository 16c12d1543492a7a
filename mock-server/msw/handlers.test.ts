import { setupServer } from 'msw/node';
import { afterEach, expect, test } from 'vitest';
import { startPaddock, UsageError } from '../index.ts';
import { handlers } from './handlers.ts';

const server = setupServer();
afterEach(() => server.close());

const sandbox = 'https://sandbox-api.paddle.com';

/** Targets of handlers. */
const targets: [string, (paddock: Awaited<ReturnType<typeof startPaddock>>) => Parameters<typeof handlers>[0]][] = [
  ['a mock in this process', (paddock) => paddock],
  ['a mock that is reached over HTTP', ({ url }) => ({ url })],
];

for (const [what, targetOf] of targets) {
  test(`code that calls Paddle's sandbox is answered by ${what}`, async () => {
    await using paddock = await startPaddock({ profile: 'official' });
    server.use(...handlers(targetOf(paddock)));
    server.listen();
    const headers = { Authorization: `Bearer ${paddock.apiKey}`, 'Content-Type': 'application/json' };
    for (const email of ['sam@example.com', 'kim@example.com']) {
      const created = await fetch(`${sandbox}/customers`, { method: 'POST', headers, body: JSON.stringify({ email }) });
      expect(created.status).toBe(201);
    }
    const first = await (await fetch(`${sandbox}/customers?per_page=1`, { headers })).json();
    expect(first.data).toMatchObject([{ email: 'kim@example.com' }]);
    expect(first.meta.pagination.next).toMatch(/^https:\/\/sandbox-api\.paddle\.com\/customers\?/);
    const second = await (await fetch(first.meta.pagination.next, { headers })).json();
    expect(second.data).toMatchObject([{ email: 'sam@example.com' }]);
    expect((await fetch(`${paddock.url}/customers`, { headers })).status).toBe(200);
    await paddock.requests.expect({ operationId: 'createCustomer', times: 2 });
  });
}

test('a broken connection fails the request', async () => {
  await using paddock = await startPaddock();
  const cut = () => Promise.reject(new TypeError('fetch failed'));
  server.use(...handlers({ ...paddock, fetch: cut }));
  server.listen();
  for (const base of [sandbox, paddock.url]) await expect(fetch(`${base}/customers`)).rejects.toThrow(TypeError);
});

test('any other error is reported as a failure of the handler', async () => {
  server.listen();
  const fail = () => Promise.reject(new UsageError('not like this'));
  const [handler] = handlers({ url: 'http://localhost', fetch: fail });
  const request = new Request(`${sandbox}/customers`);
  await expect(handler?.run({ request, requestId: '1' })).rejects.toThrow('not like this');
});
