import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { parseLists } from './parse-lists.ts';

function parse(text: string): unknown {
  const steps = parseLists(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.value;
  }
}

const field = fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue());

test.prop([fc.dictionary(fc.string(), field), fc.nat(2)])('an object is parsed as JSON.parse does', (object, space) => {
  const text = JSON.stringify(object, null, space);
  expect(parse(text)).toEqual(JSON.parse(text));
});

test('long lists are parsed in pieces', () => {
  const seed = {
    customers: Array.from({ length: 3_000 }, (_, id) => ({ id, name: '"],[\\'.repeat(50) })),
    addresses: [],
    more: [[1], 2],
  };
  expect([...parseLists(JSON.stringify(seed))].length).toBeGreaterThan(5);
  expect(parse(JSON.stringify(seed))).toEqual(seed);
});

test.prop([fc.dictionary(fc.string(), field), fc.nat(), fc.constantFrom('', ',', ']', '}', '[', '"', '1')])(
  'what is no JSON is refused as JSON.parse does',
  (object, place, odd) => {
    const text = JSON.stringify(object);
    const at = place % (text.length + 1);
    const spoilt = text.slice(0, at) + odd + text.slice(at + 1);
    expect(outcomeOf(() => parse(spoilt))).toEqual(outcomeOf(() => JSON.parse(spoilt)));
  },
);

test('a trailing comma between two pieces is refused', () => {
  const long = JSON.stringify('x'.repeat(200_000));
  expect(() => parse(`{"a":[${long},]}`)).toThrow(SyntaxError);
  expect(parse(`{"a":[${long},1]}`)).toEqual({ a: ['x'.repeat(200_000), 1] });
});

function outcomeOf(read: () => unknown): unknown {
  try {
    return { value: read() };
  } catch (error) {
    return error instanceof SyntaxError ? 'no JSON' : error;
  }
}

test('each piece names its list and position', () => {
  const seed = { first: [1], second: Array.from({ length: 3_000 }, () => 'x'.repeat(100)) };
  const pieces = [...parseLists(JSON.stringify(seed, null, 1))];
  expect(pieces.map(({ name }) => name)).toEqual(['first', ...Array(pieces.length - 1).fill('second')]);
  expect(pieces[2]?.before).toBe(pieces[1]?.entries.length);
});
