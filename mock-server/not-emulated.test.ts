import { expect, test } from 'vitest';
import { loadSeed } from '#fixtures/index.ts';
import { allOperations } from './api-spec.ts';
import { startPaddock } from './index.ts';
import { notEmulated } from './not-emulated.ts';
import { call } from './testing/call.ts';

test('what is emulated is not listed as missing, and nothing is listed twice', () => {
  const missing = notEmulated.flatMap(({ operations }) => operations);
  const emulated = allOperations().map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(missing.filter((operation) => emulated.includes(operation))).toEqual([]);
  expect(new Set(missing).size).toBe(missing.length);
});

test('another method for what is not emulated is told which there are', async () => {
  await using paddock = await startPaddock();
  const response = await paddock.fetch(`${paddock.url}/products`, { method: 'PUT' });
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, POST']);
});

test('an include that is not emulated is refused for a subscription that is there', async () => {
  await using paddock = await startPaddock({ fixtures: loadSeed('small-saas') });
  const { data } = await call(paddock, 'GET', '/subscriptions');
  const { error } = await call(paddock, 'GET', `/subscriptions/${data[0].id}?include=next_transaction`);
  expect(error.code).toBe('temporarily_unavailable');
});
