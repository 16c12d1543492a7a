import { describe, expect, test } from 'vitest';
import { curlScript } from './curl-script.ts';
import type { ReplayableExchange } from './script-steps.ts';
import { typescriptProgram } from './typescript-program.ts';

const id = `ctm_${'0'.repeat(26)}`;
const otherId = `ctm_${'1'.repeat(26)}`;

function exchange(fields: Partial<ReplayableExchange>): ReplayableExchange {
  const sent = { operation: null, method: 'GET', path: '/customers', key: 1, request_headers: {}, request_body: '' };
  return { ...sent, status: 200, body: '{}', at_once: false, ...fields };
}

const curlOf = (...exchanges: Partial<ReplayableExchange>[]) => curlScript(exchanges.map(exchange)).split('\n');

/** Returns the statements of a program, with `${…}` replaced by `{…}`. */
function statementsOf(...exchanges: Partial<ReplayableExchange>[]): string[] {
  const program = typescriptProgram(exchanges.map(exchange));
  return program
    .slice(program.indexOf('\n}\n') + 4)
    .replaceAll('$', '')
    .split('\n');
}

const url = `"\${PADDLE_URL:=http://127.0.0.1:4010}"`;
const keyOf = (number: string) => `"\${PADDLE_API_KEY${number}:?is not set}"`;
const created = { method: 'POST', status: 201, body: `{"data":{"id":"${id}"}}` };

describe('concurrent requests are concurrent again, but wait for the IDs that they need', () => {
  const exchanges = [
    {},
    { ...created, at_once: true },
    { path: '/events', at_once: true },
    { path: `/customers/${id}`, at_once: true },
  ];

  test('in TypeScript', () => {
    expect(statementsOf(...exchanges)).toEqual([
      'const [, ctm1] = await Promise.all([',
      '  send("GET", `/customers`, env.PADDLE_API_KEY, {}), // 200',
      '  send("POST", `/customers`, env.PADDLE_API_KEY, {}).then((text) => JSON.parse(text).data.id), // 201',
      '  send("GET", `/events`, env.PADDLE_API_KEY, {}), // 200',
      ']);',
      'await send("GET", `/customers/{ctm1}`, env.PADDLE_API_KEY, {}); // 200',
    ]);
  });

  test('in the shell', () => {
    const key = '-H "Authorization: Bearer $PADDLE_API_KEY"';
    expect(curlOf(...exchanges)).toEqual([
      `: ${url} ${keyOf('')}`,
      `curl -gsS -X GET "$PADDLE_URL"/customers ${key} & # 200`,
      `curl -gsS -X GET "$PADDLE_URL"/events ${key} & # 200`,
      `ctm1=$(curl -gsS -X POST "$PADDLE_URL"/customers ${key} | node -p 'JSON.parse(fs.readFileSync(0)).data.id') # 201`,
      'wait',
      `curl -gsS -X GET "$PADDLE_URL"/customers/"$ctm1" ${key} # 200`,
    ]);
  });
});

test('an ID is replaced in bodies and queries too, and an ID from no response is kept', () => {
  const body = JSON.stringify({ custom_data: { ids: [id, otherId] } });
  const exchanges = [created, { path: `/customers?id=${id},${otherId}` }, { method: 'PATCH', request_body: body }];
  expect(statementsOf(...exchanges).slice(1)).toEqual([
    `await send("GET", \`/customers?id={ctm1},${otherId}\`, env.PADDLE_API_KEY, {}); // 200`,
    `await send("PATCH", \`/customers\`, env.PADDLE_API_KEY, {}, \`{"custom_data":{"ids":["{ctm1}","${otherId}"]}}\`); // 200`,
  ]);
  expect(curlOf(...exchanges)[3]).toContain(`--data-raw '{"custom_data":{"ids":["'"$ctm1"'","${otherId}"]}}'`);
});

test.each([
  ['that no later request names', created],
  ['of a refusal', { ...created, status: 409 }],
  ['that is no ID', { ...created, body: '{"data":{"id":7}}' }],
])('an ID %s gets no variable', (_which, first) => {
  expect(statementsOf(first)[0]).toMatch(/^await/);
  expect(statementsOf(first, { path: first.status === 201 ? '/events' : `/customers/${id}` })[1]).not.toContain('{ctm');
});

test('a second key has its own variable, and a request without a key has none', () => {
  expect(curlOf({}, { key: 2 })[0]).toBe(`: ${url} ${keyOf('')} ${keyOf('_2')}`);
  expect(curlOf({ key: 0, request_headers: { authorization: 'none' } })).toEqual([
    `: ${url}`,
    `curl -gsS -X GET "$PADDLE_URL"/customers -H 'authorization: none' # 200`,
  ]);
});

test('headers that curl and fetch set automatically are omitted, and others are quoted', () => {
  const own = ['host', 'connection', 'content-length', 'accept-encoding', 'user-agent', 'accept'];
  const request_headers = { ...Object.fromEntries(own.map((name) => [name, 'x'])), 'x-a': "it's $(`x`)" };
  expect(curlOf({ key: 0, request_headers })[1]).toBe(
    `curl -gsS -X GET "$PADDLE_URL"/customers -H 'x-a: it'\\''s $(\`x\`)' # 200`,
  );
  expect(statementsOf({ key: 0, request_headers })[0]).toContain('undefined, {"x-a":"it\'s (`x`)"});');
});

test('a text that would end its template literal is escaped', () => {
  const program = typescriptProgram([exchange({ request_body: `a\`b\\c\${d}$e{f}` })]);
  expect(program).toContain(`{}, \`a\\\`b\\\\c\\\${d}$e{f}\`);`);
});

test('a comment names the operation', () => {
  expect(curlOf({ operation: 'listCustomers' })[1]).toMatch(/ # 200 listCustomers$/);
  expect(statementsOf({ operation: 'listCustomers' })[0]).toMatch(/ \/\/ 200 listCustomers$/);
});
