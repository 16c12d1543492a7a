import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startPaddock } from '../index.ts';
import { findChangedNumber } from './json-numbers.ts';

const find = findChangedNumber;

test.each([
  ['{"a":{"b":[1,1e400]}}', 'a.b.1'],
  ['{"a":9007199254740993}', 'a'],
  ['{"a":-12345678901234567890}', 'a'],
  ['[0.1000000000000000001]', '0'],
  ['{"a":1e-400}', 'a'],
  [' 9007199254740993', '(root)'],
  [String.raw`{"a\\":[",1e400",{"\"b":[[],-1e400]}]}`, 'a\\.1."b.1'],
  // A long run of zeros before another digit must not take longer than others.
  [`[1${'0'.repeat(400_000)}1]`, '0'],
])('finds what changes in %.40s', (text, path) => {
  expect(find(text)).toBe(path);
});

test.each([
  '{"a":1.0,"b":1e2,"c":-0,"d":0.10}',
  '{"a":9007199254740992,"b":1e300,"c":1E+005}',
  '{"a":"9007199254740993","b":" 1e400"}',
  '{"a":1000000000000000000000}',
  '7',
])('finds nothing in %s', (text) => {
  expect(find(text)).toBeUndefined();
});

test('every number that JavaScript prints is preserved', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(find(JSON.stringify({ number }))).toBeUndefined();
    }),
  );
});

test('a number is found among all that JSON may hold', () => {
  fc.assert(
    fc.property(fc.json(), fc.json(), (before, after) => {
      expect(find(`{"a":[${before},${after},{"b":1e400}]}`)).toBe('a.2.b');
    }),
  );
});

test.each(['1e400', '9007199254740993'])(
  'custom data with %s is refused by its field, and nothing is stored',
  async (number) => {
    await using paddock = await startPaddock({ profile: 'official' });
    const headers = { Authorization: `Bearer ${paddock.apiKey}`, 'Content-Type': 'application/json' };
    const send = (method: string, body?: string) =>
      fetch(`${paddock.url}/customers`, { method, headers, ...(body && { body }) }).then((response) => response.json());
    const { error } = await send('POST', `{"email":"sam@example.com","custom_data":{"seats":${number}}}`);
    expect(error).toMatchObject({ code: 'bad_request', errors: [{ field: 'custom_data.seats' }] });
    expect((await send('GET')).data).toEqual([]);
    const control = await fetch(`${paddock.url}/_paddock/import`, {
      method: 'POST',
      headers,
      body: `{"recorded":{"custom_data":{"seats":${number}}}}`,
    });
    expect(control.status).toBe(400);
    expect((await control.json()).error.detail).toContain('recorded.custom_data.seats');
  },
);
