import { expect, test } from 'vitest';
import { allOperations } from './api-spec.ts';
import { notEmulated } from './not-emulated.ts';

test('what is emulated is not listed as missing, and nothing is listed twice', () => {
  const missing = notEmulated.flatMap(({ operations }) => operations);
  const emulated = allOperations().map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(missing.filter((operation) => emulated.includes(operation))).toEqual([]);
  expect(new Set(missing).size).toBe(missing.length);
});
