import { expect, test } from 'vitest';
import { curlScript } from './curl-script.ts';
import type { RecordedExchange } from './recorded-exchange.ts';
import { typescriptProgram } from './typescript-program.ts';

const id = `ctm_${'0'.repeat(26)}`;

function exchange(fields: Partial<RecordedExchange>): RecordedExchange {
  const answered = { status: 200, headers: {}, body: '{}', request_id: null, at_once: false };
  return {
    ...{ operation: null, method: 'GET', path: '/customers', key: 1, request_headers: {}, request_body: '' },
    ...answered,
    ...fields,
  };
}

const created = { method: 'POST', status: 201, body: `{"data":{"id":"${id}"}}` };
const exchanges = [
  exchange({}),
  exchange({ ...created, at_once: true }),
  exchange({ path: '/events', at_once: true }),
  exchange({ path: `/customers/${id}`, at_once: true }),
];

test('what was sent at the same time is sent so again, but what needs an ID waits for it', () => {
  // Without the signs that would make templates of the texts here.
  const program = typescriptProgram(exchanges);
  expect(program.slice(program.lastIndexOf('}\n') + 3).replaceAll('$', '')).toBe(
    [
      'const [, ctm1] = await Promise.all([',
      "  send('GET', `/customers`, env.PADDLE_API_KEY, {}), // 200",
      "  send('POST', `/customers`, env.PADDLE_API_KEY, {}).then((text) => JSON.parse(text).data.id), // 201",
      "  send('GET', `/events`, env.PADDLE_API_KEY, {}), // 200",
      ']);',
      "await send('GET', `/customers/{ctm1}`, env.PADDLE_API_KEY, {}); // 200",
    ].join('\n'),
  );
  expect(
    curlScript(exchanges)
      .split('\n')
      .map((line) => line.replace(/ -H.*?"(?= )| -H.*PADDLE_API_KEY"/, '')),
  ).toEqual([
    'curl -gsS -X GET "$PADDLE_URL/customers" & # 200',
    'curl -gsS -X GET "$PADDLE_URL/events" & # 200',
    expect.stringMatching(/^ctm1=\$\(curl -gsS -X POST/),
    'wait',
    expect.stringContaining('{ctm1}" # 200'),
  ]);
});
