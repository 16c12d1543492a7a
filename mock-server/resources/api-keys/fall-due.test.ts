import { expect, test } from 'vitest';
import { startPaddock } from '../../index.ts';

const now = '2026-07-01T00:00:00Z';

/** Opens a mock with another key, and reads what is announced about it. */
async function begin(profile: 'guide' | 'official', expires_at?: string) {
  const paddock = await startPaddock({
    profile,
    clock: { now, frozen: true },
    behaviours: { 'webhook-events': 'all' },
  });
  const send = (key: string, method: string, path: string, body?: object) =>
    paddock.fetch(paddock.url + path, {
      method,
      headers: { Authorization: `Bearer ${key}`, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  const made = await send(paddock.apiKey, 'POST', '/_paddock/keys', expires_at ? { expires_at } : {});
  const { api_key } = await made.json();
  return {
    paddock,
    id: String(/apikey_[a-z\d]{26}/.exec(api_key)),
    uses: async () => (await send(api_key, 'GET', '/products')).status,
    key: async (id: string) => (await (await send(paddock.apiKey, 'GET', `/api-keys/${id}`)).json()).data,
    events: async () => {
      const { data } = await (await send(paddock.apiKey, 'GET', '/events?per_page=200&order_by=id[ASC]')).json();
      const all: { event_type: string; occurred_at: string }[] = data;
      return all.filter(({ event_type }) => event_type.startsWith('api_key'));
    },
    [Symbol.asyncDispose]: () => paddock.close(),
  };
}

test.each([
  ['guide', '2026-07-20T00:00:00Z'],
  ['guide', '2026-07-20T00:00:00.500Z'],
  ['official', '2026-07-20T00:00:00.001Z'],
  // Its end is announced no more.
  ['guide', '2026-07-01T00:00:00.5Z'],
] as const)('by the %s profile, a key that ends at %s is announced once, and ends once', async (profile, end) => {
  await using mock = await begin(profile, end);
  await mock.paddock.clock.advance({ days: 30 });
  const types = (await mock.events()).map(({ event_type }) => event_type);
  const isSoon = Date.parse(end) - Date.parse(now) < 7 * 86_400_000;
  expect(types).toEqual(['api_key.created', ...(isSoon ? [] : ['api_key.expiring']), 'api_key.expired']);
  expect(await mock.uses()).toBe(403);
});

test.each(['api_key.expired', 'api_key.revoked'])('after %s was triggered, the secret is refused', async (type) => {
  await using mock = await begin('official');
  expect(await mock.uses()).toBe(200);
  await mock.paddock.trigger(type, { entity_id: mock.id });
  expect(await mock.uses()).toBe(403);
});

test('a triggered rotation is of a key that may be rotated from then on', async () => {
  await using mock = await begin('official');
  const { data } = await mock.paddock.trigger('api_key_rotation.created');
  expect(data).toMatchObject({ status: 'pending' });
  expect(await mock.key(String(data['api_key_id']))).toMatchObject({ rotatable: true });
});
