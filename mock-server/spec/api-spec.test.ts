import { expect, test } from 'vitest';
import { documentChanges } from '#openapi/document/read.ts';
import { specOf } from './api-spec.ts';
import { profile } from './behaviours.ts';

test('the documents of the last used mixes are cached, up to a limit', () => {
  const names = [...new Set(documentChanges.map(({ behaviour }) => behaviour))].slice(0, 7);
  const [guide, official] = [profile('guide'), profile('official')];
  const values = new Map<string, string>(Object.entries(official));
  const mixOf = (number: number) => {
    const chosen = names.filter((_name, place) => number & (1 << place));
    return { ...guide, ...Object.fromEntries(chosen.map((name) => [name, values.get(name)])) };
  };
  const first = specOf(mixOf(1));
  expect(specOf(mixOf(1))).toBe(first);
  for (let number = 2; number < 2 ** names.length; number += 1) {
    specOf(mixOf(number));
    expect(specOf(guide)).toBe(specOf(profile('guide')));
  }
  expect(specOf(mixOf(1))).not.toBe(first);
  expect([...specOf(mixOf(1)).operations.keys()]).toEqual([...first.operations.keys()]);
});
