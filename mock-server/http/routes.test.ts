import { describe, expect, test } from 'vitest';
import { PaddleApiError } from '../errors/errors.ts';
import { allOperations } from '../spec/api-spec.ts';
import { notEmulated } from '../spec/published-operations.ts';
import { findRoute, methodsOf } from './routes.ts';

const found = (method: string, path: string) => findRoute(method, path)?.params;

/** Fills the parameters of a path, and returns the path and the values. */
function filled(path: string) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return { path: path.replaceAll(/[{}]/g, ''), params: Object.fromEntries(names.map((name) => [name, name])) };
}

test('each operation is found by its method and path, emulated or not', () => {
  for (const operation of allOperations()) {
    const { path, params } = filled(operation.path);
    expect(findRoute(operation.method.toUpperCase(), path)).toEqual({ route: { operation }, params });
  }
  for (const operation of notEmulated) {
    const { path, params } = filled(operation.path);
    expect(findRoute(operation.method, path)).toEqual({ route: { notEmulated: operation }, params });
  }
});

describe('a path', () => {
  test.each([
    '',
    '//',
    '//customers',
    '/customers/',
    '/customers//',
    '/customers//addresses',
    '/customers/a/addresses/',
    '/Customers',
    '/cust%6Fmers',
    '/customersx',
    '/customers/a/addressesx',
    '/customers/a/addresses/b/c',
    '/__proto__',
  ])('%j is unknown', (path) => {
    expect(findRoute('GET', path)).toBeUndefined();
    expect(methodsOf(path)).toEqual([]);
  });

  test.each([
    ['/customers/%2F', { customer_id: '/' }],
    ['/customers/%C3%A9/addresses', { customer_id: 'é' }],
    ['/customers/__proto__', { customer_id: '__proto__' }],
    ['/customers/:customer_id', { customer_id: ':customer_id' }],
    ['/transactions/preview', { transaction_id: 'preview' }],
    [`/customers/${'x'.repeat(10_000)}`, { customer_id: 'x'.repeat(10_000) }],
  ])('%s has its parameters decoded', (path, params) => {
    expect(found('GET', path)).toEqual(params);
  });

  test('with invalid percent-encoding is a bad request', () => {
    expect(() => findRoute('GET', '/customers/%E0%A4%A')).toThrow(PaddleApiError);
    expect(findRoute('GET', '/nothing/%E0')).toBeUndefined();
  });
});

test('HEAD uses the route of GET', () => {
  expect(findRoute('HEAD', '/customers')).toEqual(findRoute('GET', '/customers'));
  expect(findRoute('OPTIONS', '/customers')).toBeUndefined();
});

test('the methods of a path are those of all operations that match it', () => {
  expect(methodsOf('/customers')).toEqual(['GET', 'POST']);
  expect(methodsOf('/transactions/preview')).toEqual(['GET', 'POST', 'PATCH']);
});
