import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { partsOf } from './send-json.ts';

test.prop([fc.jsonValue()])('the parts of a value are its JSON', (value) => {
  expect([...partsOf(value)].join('')).toBe(JSON.stringify(value));
});

test.each<[string, object]>([
  ['fields without a value', { a: 1, b: undefined, c: { d: undefined } }],
  ['an array with holes', { a: [undefined, 1] }],
])('%s are serialised as by JSON.stringify', (_what, answer) => {
  expect([...partsOf(answer)].join('')).toBe(JSON.stringify(answer));
});

test('each entry of a list is a part of its own', () => {
  const entries = Array.from({ length: 1_000 }, () => 'x'.repeat(1_000));
  for (const part of partsOf({ log: { entries } })) expect(part.length).toBeLessThan(1_100);
});
