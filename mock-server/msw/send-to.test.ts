import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { sendTo } from './send-to.ts';

/** Makes a mock with one fixed response, a list of its requests, and a `fetch` that sends there. */
function sending(mock: string, answer: string, init: ResponseInit = {}) {
  const asked: Request[] = [];
  const fetch = sendTo(mock, async (request) => {
    asked.push(request);
    return new Response(answer, init);
  });
  return { asked, fetch };
}

test.each([
  [
    'http://127.0.0.1:4010',
    'https://sandbox-api.paddle.com/customers?per_page=1',
    'http://127.0.0.1:4010/customers?per_page=1',
  ],
  ['http://127.0.0.1:4010//', 'https://sandbox-api.paddle.com', 'http://127.0.0.1:4010/'],
  ['https://mock.test/paddle', 'https://sandbox-api.paddle.com/customers', 'https://mock.test/paddle/customers'],
  ['https://mock.test/paddle', 'https://mock.test/paddle/customers', 'https://mock.test/paddle/customers'],
  ['https://mock.test/paddle', 'https://mock.test/paddle/', 'https://mock.test/paddle/'],
  ['https://mock.test/paddle', 'https://mock.test/paddles', 'https://mock.test/paddle/paddles'],
])('the mock at %s receives %s as %s', async (mock, url, expected) => {
  const { asked, fetch } = sending(mock, '');
  const answer = await fetch(url, { method: 'POST', headers: { 'X-Kept': 'yes' }, body: '{"a":1}' });
  expect([answer.status, answer.body]).toEqual([200, null]);
  const [request] = asked;
  expect([request?.url, request?.method, request?.headers.get('x-kept'), await request?.text()]).toEqual([
    expected,
    'POST',
    'yes',
    '{"a":1}',
  ]);
});

test.each([
  ['<html>"meta"</html>', '<html>"meta"</html>'],
  ['{"meta":{"pagination":{"next":5}}}', '{"meta":{"pagination":{"next":5}}}'],
  ['{"meta":{"pagination":{"next":"ctm_1"}}}', '{"meta":{"pagination":{"next":"ctm_1"}}}'],
  [
    '{"meta":{"pagination":{"next":"http://127.0.0.1:4010/customers?after=ctm_1"}}}',
    '{"meta":{"pagination":{"next":"https://sandbox-api.paddle.com/customers?after=ctm_1"}}}',
  ],
])('the response %s is returned as %s, without Content-Length', async (text, expected) => {
  const { fetch } = sending('http://127.0.0.1:4010', text, {
    status: 202,
    headers: { 'Content-Length': '9', 'X-Kept': 'yes' },
  });
  const answer = await fetch('https://sandbox-api.paddle.com/customers');
  expect([
    answer.status,
    answer.headers.get('x-kept'),
    answer.headers.get('content-length'),
    await answer.text(),
  ]).toEqual([202, 'yes', null, expected]);
});

test.each([[], ['body']])('an abort outlasts garbage collection (%j begun)', async (...begun) => {
  const script = new URL('testing/lost-signals.ts', import.meta.url).pathname;
  const args = ['--expose-gc', script, ...begun];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 50_000 });
  expect(stdout).toBe('stopped,stopped\n');
});
