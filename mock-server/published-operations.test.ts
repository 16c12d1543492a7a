import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import controlJson from '#openapi/generated/control.json' with { type: 'json' };
import { allOperations } from './api-spec.ts';
import { type Paddock, startPaddock } from './index.ts';
import { notEmulated, publishedOperations } from './published-operations.ts';

/** `list-customers` of Paddle is `listCustomers` of the document. */
function inCamelCase(id: string): string {
  return id.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

test('no operation is published twice, and each has an ID of its own', () => {
  for (const name of ['id', 'place'] as const) {
    const all = publishedOperations.map(({ id, method, path }) => (name === 'id' ? id : `${method} ${path}`));
    expect(new Set(all).size).toBe(all.length);
  }
  for (const { method, path, id } of publishedOperations)
    expect(`${method} ${path} ${id}`).toMatch(/^(GET|POST|PATCH|DELETE) \/\S* [a-z]+(-[a-z]+)+$/);
});

test('a key may be given each permission that is published', () => {
  const { properties } = controlJson.paths['/_paddock/keys'].post.requestBody.content['application/json'].schema;
  const published = publishedOperations.flatMap(({ permission }) => permission ?? []);
  expect(properties.permissions.items.enum).toEqual(expect.arrayContaining(published));
});

test('what the document has is published with that ID and permission, save the guide’s endpoint to archive', () => {
  const described = allOperations().filter(({ operationId }) => operationId !== 'archiveCustomer');
  const places = described.map(({ method, path, operationId, permission }) => ({
    method: method.toUpperCase(),
    path,
    operationId,
    permission,
  }));
  const published = publishedOperations.map(({ method, path, id, permission }) => ({
    method,
    path,
    operationId: inCamelCase(id),
    permission,
  }));
  expect(published).toEqual(expect.arrayContaining(places));
});

describe('what is not emulated', () => {
  let paddock: Paddock;
  beforeAll(async () => {
    paddock = await startPaddock({ behaviours: { 'rate-limit': 'off' } });
  });
  afterAll(() => paddock.close());

  function ask(method: string, path: string, key = paddock.apiKey) {
    return paddock.fetch(paddock.url + path, { method, headers: { Authorization: `Bearer ${key}` } });
  }

  test.each(notEmulated.map((one) => [`${one.method} ${one.path}`, one] as const))(
    '%s answers 540, and the detail says so itself',
    async (name, { method, path }) => {
      const response = await ask(method, path.replaceAll(/\{\w+\}/g, 'one'));
      const { error } = await response.json();
      expect([response.status, error.code]).toEqual([540, 'temporarily_unavailable']);
      expect(error.detail).toContain(`does not emulate ${name} yet`);
    },
  );

  test('the API root needs no key, and everything else does', async () => {
    expect((await paddock.fetch(`${paddock.url}/`)).status).toBe(540);
    expect((await paddock.fetch(`${paddock.url}/client-tokens`)).status).toBe(403);
  });

  test('a key without the permission is refused, and one with it is not', async () => {
    const unprivileged = await paddock.keys.create({ permissions: ['customer.read'] });
    const privileged = await paddock.keys.create({ permissions: ['client_token.read'] });
    expect((await ask('GET', '/client-tokens', unprivileged.api_key)).status).toBe(403);
    expect((await ask('GET', '/client-tokens', privileged.api_key)).status).toBe(540);
    expect((await ask('GET', '/countries', unprivileged.api_key)).status).toBe(540);
  });

  test('another method is refused with those that there are, and another URL is none', async () => {
    const response = await ask('PUT', '/client-tokens');
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, POST']);
    expect((await ask('GET', '/client-token')).status).toBe(404);
    expect((await ask('GET', '/checkout-domains/chedom_1/other')).status).toBe(404);
  });
});
