import { expect, test } from 'vitest';
import { startPaddock } from '../../index.ts';
import { freshApiKey } from '../../state/api-keys.ts';
import { call } from '../../testing/call.ts';

test.each([
  ['high', 'revoked', ['api_key_exposure.created', 'api_key.revoked'], 403],
  ['low', 'none', ['api_key_exposure.created'], 200],
] as const)('a key that is found in public, with a %s risk', async (risk_level, action_taken, events, status) => {
  await using paddock = await startPaddock({ profile: 'official' });
  const { api_key } = await paddock.keys.create();
  const uses = async () => {
    const headers = { Authorization: `Bearer ${api_key}` };
    return (await paddock.fetch(`${paddock.url}/products`, { headers })).status;
  };
  expect(await uses()).toBe(200);
  const reference = 'https://github.com/example/shop/blob/main/config.ts';
  const exposure = await paddock.keys.expose(api_key, { risk_level, reference });
  expect(exposure).toMatchObject({ risk_level, action_taken, source: 'github', reference, description: null });
  const { data } = await call(paddock, 'GET', '/events?order_by=id[ASC]');
  const [, ...later]: { event_type: string; data: object }[] = data;
  expect(later.map(({ event_type }) => event_type)).toEqual(events);
  expect(later[0]?.data).toEqual(exposure);
  expect(await uses()).toBe(status);
  const { data: key } = await call(paddock, 'GET', `/api-keys/${exposure.api_key_id}`);
  expect(key).toMatchObject({ exposed_at: exposure.created_at, status: status === 403 ? 'revoked' : 'active' });
});

test('the key of another account is not found', async () => {
  await using paddock = await startPaddock();
  await expect(paddock.keys.expose(freshApiKey())).rejects.toThrow('Could not expose the key');
});
