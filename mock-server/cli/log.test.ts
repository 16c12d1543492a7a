import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { run } from './testing/command.ts';

const key = 'pdl_sdbx_apikey_01kpadd0ck0000000000000007_KeyThatNoLogMayShow000_000';

test('--log json writes a line for each request, start and stop, none with a key', async () => {
  const secret = 'a secret that no log may show';
  const given = ['--webhook-url', 'http://127.0.0.1:9/', '--webhook-secret', secret, '--control-token', 'a token'];
  await using command = run(['start', '--port', '0', '--log', 'json', ...given]);
  const { url } = JSON.parse(await command.line(/"started"/));
  const headers = { Authorization: `Bearer ${key}` };
  const created = await fetch(`${url}/customers`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: '{"email":"sam@example.com"}',
  });
  await fetch(`${url}/customers?api_key=${key}`, { headers });
  await fetch(`${url}/customers/${key}?api_key=${key}`, { headers });
  await fetch(`${url}/customers`, { headers: { Authorization: key } });
  command.stop('SIGTERM');
  const { code, out, err } = await command.ended;
  expect([code, err]).toEqual([0, '']);
  for (const hidden of [key, 'KeyThatNoLogMayShow', secret, 'a token', 'sam@example.com'])
    expect(out).not.toContain(hidden);

  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ event }) => event)).toEqual(['started', ...Array(4).fill('request'), 'stopping', 'drained']);
  const account = createHash('sha256').update(key).digest('hex').slice(0, 12);
  expect(lines[1]).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    event: 'request',
    request_id: created.headers.get('request-id'),
    method: 'POST',
    path: '/customers',
    operation_id: 'createCustomer',
    status: 201,
    duration_ms: expect.any(Number),
    account,
  });
  expect(lines.slice(2, 5)).toMatchObject([
    { path: '/customers', operation_id: 'listCustomers', status: 200, account },
    { path: expect.stringMatching(/^\/customers\/pdl_\w+_\*{4}$/), operation_id: 'getCustomer', status: 400, account },
    { path: '/customers', status: 403, account: null, hint: expect.stringContaining('Bearer <API key>') },
  ]);
});

test('--log json writes a line for data removed because of a limit', async () => {
  await using command = run(['start', '--port', '0', '--log', 'json', '--max-accounts', '1']);
  const { url } = JSON.parse(await command.line(/"started"/));
  const other = key.replace('07_', '08_');
  for (const each of [key, other]) await fetch(`${url}/customers`, { headers: { Authorization: `Bearer ${each}` } });
  command.stop('SIGTERM');
  const { out, err } = await command.ended;
  expect(err).toBe('');
  const line = out.split('\n').find((each) => each.includes('"limit"'));
  expect(JSON.parse(line ?? '{}')).toMatchObject({
    level: 'warn',
    event: 'limit',
    detail: expect.stringMatching(/account/),
  });
});
