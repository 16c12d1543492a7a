import { expect, test } from 'vitest';
import { allOperations } from './api-spec.ts';
import { notEmulated } from './published-operations.ts';

test('every published operation is emulated, once', () => {
  expect(notEmulated).toEqual([]);
  const names = allOperations().flatMap(({ method, path, operationId }) => [`${method} ${path}`, operationId]);
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
});
