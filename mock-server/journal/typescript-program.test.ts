import { expect, test } from 'vitest';
import { shownRequest } from './testing/exchanges.ts';
import { typescriptProgram } from './typescript-program.ts';

const sam = 'ctm_01kpadd0ck0000000000000001';
const kim = 'ctm_01kpadd0ck0000000000000002';
const answerOf = (id: unknown) => ({ response_body: { data: { id } } });
const post = { method: 'POST' };

/** The statements of a program, without what each begins with. */
const statementsOf = (...requests: Parameters<typeof shownRequest>[0][]) =>
  typescriptProgram(requests.map((fields) => shownRequest(fields)))
    .split('\n}\n\n')[1]
    ?.split('\n');

test('a program names what it is answered where earlier answers gave it an ID', () => {
  expect(
    statementsOf(
      { ...post, body: { email: 'sam@example.com' }, ...answerOf(sam) },
      { method: 'PATCH', url: `/customers/${sam}`, body: { custom_data: { ids: [sam, kim] } }, ...answerOf(sam) },
      { url: `/customers?id=${sam},${kim}`, response_body: { data: [] } },
    ),
  ).toEqual([
    'const answer1 = await call("POST", `/customers`, { "email": `sam@example.com` });',
    `await call("PATCH", \`/customers/\${answer1.id}\`, { "custom_data": { "ids": [\`\${answer1.id}\`, \`${kim}\`] } });`,
    `await call("GET", \`/customers?id=\${answer1.id},${kim}\`);`,
    '',
  ]);
});

test.each([undefined, null, 7])('a program does not name an answer whose ID is %s', (id) => {
  expect(statementsOf(answerOf(id))).toEqual(['await call("GET", `/customers`);', '']);
});

test.each([
  ['text that would end its quotes', `a\`b\\c\${d}$e{f}`, `\`a\\\`b\\\\c\\\${d}$e{f}\``],
  ['a number', 1.5, '1.5'],
  ['true', true, 'true'],
  ['null in an object', { a: null }, '{ "a": null }'],
  ['a list', ['a', 1, null, []], '[`a`, 1, null, []]'],
  ['objects', { 'a"': { b: 1 }, c: 2 }, '{ "a\\"": { "b": 1 }, "c": 2 }'],
])('a program sends %s', (_what, body, expression) => {
  expect(statementsOf({ ...post, body })).toEqual([`await call("POST", \`/customers\`, ${expression});`, '']);
});
