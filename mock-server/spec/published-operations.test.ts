import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../index.ts';
import { allOperations } from './api-spec.ts';
import { notEmulated } from './published-operations.ts';

/** Turns Paddle's `list-products` into the document's `listProducts`. */
function inCamelCase(id: string): string {
  return id.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Returns the properties that identify an operation. */
const namesOf = (operations: readonly { method: string; path: string; operationId: string }[]) =>
  operations.flatMap(({ method, path, operationId }) => [`${method.toUpperCase()} ${path}`, operationId]);

test('an operation is either in the document or listed as not emulated, once', () => {
  const listed = notEmulated.map(({ id, ...place }) => ({ ...place, operationId: inCamelCase(id) }));
  const names = namesOf([...allOperations(), ...listed]);
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
});

test('operations that are not emulated have a method, a path, and an ID of Paddle’s form', () => {
  for (const { method, path, id } of notEmulated)
    expect(`${method} ${path} ${id}`).toMatch(/^(GET|POST|PATCH|DELETE) \/\S* [a-z]+(-[a-z]+)+$/);
});

describe('an operation that is not emulated', () => {
  let paddock: Paddock;
  beforeAll(async () => {
    paddock = await startPaddock({ behaviours: { 'rate-limit': 'off' } });
  });
  afterAll(() => paddock.close());

  function ask(method: string, path: string, key = paddock.apiKey) {
    return paddock.fetch(paddock.url + path, { method, headers: { Authorization: `Bearer ${key}` } });
  }

  test.each(notEmulated.map((one) => [`${one.method} ${one.path}`, one] as const))(
    '%s returns 540, and the detail names it',
    async (name, { method, path }) => {
      const response = await ask(method, path.replaceAll(/\{\w+\}/g, 'one'));
      const { error } = await response.json();
      expect([response.status, error.code]).toEqual([540, 'temporarily_unavailable']);
      expect(error.detail).toContain(`does not emulate ${name} yet`);
    },
  );

  test('needs a key, except the API root', async () => {
    expect((await paddock.fetch(`${paddock.url}/`)).status).toBe(540);
    expect((await paddock.fetch(`${paddock.url}/client-tokens`)).status).toBe(403);
  });

  test('refuses a key without its permission, and accepts one with it', async () => {
    const unprivileged = await paddock.keys.create({ permissions: ['customer.read'] });
    const privileged = await paddock.keys.create({ permissions: ['client_token.read'] });
    expect((await ask('GET', '/client-tokens', unprivileged.api_key)).status).toBe(403);
    expect((await ask('GET', '/client-tokens', privileged.api_key)).status).toBe(540);
    expect((await ask('GET', '/countries', unprivileged.api_key)).status).toBe(540);
  });

  test('refuses other methods, with a list of the allowed ones; other URLs are not found', async () => {
    const response = await ask('PUT', '/client-tokens');
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, POST']);
    expect((await ask('GET', '/client-token')).status).toBe(404);
    expect((await ask('GET', '/checkout-domains/chedom_1/other')).status).toBe(404);
  });
});
