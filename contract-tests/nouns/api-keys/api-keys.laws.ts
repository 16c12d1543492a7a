import { expect } from '../../law/expect.ts';
import { laws, type TestContext } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { unknownId } from '../arrange.ts';
import { eventsOf } from '../events/arrange.ts';
import { eventTypeNames } from '../notification-settings/arbitrary.ts';

const now = '2026-07-01T00:00:00Z';

/** Opens an account with a stopped clock and a rotatable key. */
async function rotatable({ target, skip }: TestContext) {
  const keys = target.can.keys ?? skip('API keys cannot be created on the target');
  const clock = target.can.clock ?? skip('the clock of the target cannot be moved');
  const account = target.newAccount();
  await clock.set(account, { now, frozen: true });
  const old = await keys.create(account, { permissions: ['customer.read'], rotatable: true, name: 'CRM' });
  const id = idOf(old);
  const rotate = async (key: Account, body: object = { grace_period_seconds: 300 }) =>
    (await key.call('createApiKeyRotation', { path: { api_key_id: id }, body })).data;
  const rotation = async (key: Account, rotation_id: string) =>
    (await key.call('getApiKeyRotation', { path: { api_key_id: id, rotation_id } })).data;
  return { account, clock, keys, old, id, rotate, rotation };
}

/** The ID of an account's key. */
function idOf({ apiKey }: Account): string {
  return /apikey_[a-z\d]{26}/.exec(apiKey)?.[0] ?? '';
}

async function works(key: Account): Promise<boolean> {
  const { status } = await key.request('GET', '/customers');
  return status === 200;
}

export default laws(({ target, test }) => {
  const { behaviours } = target;

  test('api-keys: keys are shown without their secrets, and a key gets itself without a permission', async (context) => {
    const { account, old, id } = await rotatable(context);
    const { data } = await old.call('getApiKey', { path: { api_key_id: id } });
    expect(data).toMatchObject({
      id,
      name: 'CRM',
      status: 'active',
      permissions: ['customer.read'],
      rotatable: true,
      expires_at: null,
      exposed_at: null,
    });
    expect(data.key).toBe(`pdl_sdbx_${id.slice(0, 17)}****`);
    const { data: listed } = await account.call('listApiKeys');
    expect(listed.map((key) => key.id)).toEqual(expect.arrayContaining([id, idOf(account)]));
    for (const key of [old.apiKey, account.apiKey]) expect(JSON.stringify(listed)).not.toContain(key.slice(44));
    expect(await old.refusal('listApiKeys')).toMatchObject({ status: 403, code: 'forbidden' });
    expect(await old.refusal('getApiKey', { path: { api_key_id: idOf(account) } })).toMatchObject({
      code: 'forbidden',
    });
    const path = { api_key_id: unknownId('apikey') };
    expect(await account.refusal('getApiKey', { path })).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('api-key-exposures: a key that is found in public is announced, and revoked', async ({ skip }) => {
    const trigger = target.can.trigger ?? skip('events cannot be triggered on the target');
    if (behaviours['webhook-events'] === 'listed') {
      expect(eventTypeNames(target.contract)).not.toContain('api_key_exposure.created');
      return;
    }
    const account = target.newAccount();
    await trigger(account, 'api_key_exposure.created');
    const [exposed, revoked] = (await eventsOf(account)).slice(-2);
    expect([exposed?.event_type, revoked?.event_type]).toEqual(['api_key_exposure.created', 'api_key.revoked']);
    const { api_key_id, created_at } = exposed?.data ?? {};
    expect(exposed?.data).toMatchObject({ risk_level: 'high', action_taken: 'revoked', source: 'github' });
    const { data: key } = await account.call('getApiKey', { path: { api_key_id: String(api_key_id) } });
    expect(key).toMatchObject({ status: 'revoked', exposed_at: created_at });
    expect(revoked?.data).toEqual(key);
  });

  test('api-key-rotations: the old secret works for the grace period after the new one was used', async (context) => {
    const { clock, account, old, id, rotate, rotation, keys } = await rotatable(context);
    const made = await rotate(old);
    expect(made).toMatchObject({ api_key_id: id, status: 'pending', grace_period_seconds: 300, expires_at: null });
    await clock.advance(account, { days: 1 });
    expect(await works(old)).toBe(true);
    const fresh = keys.with(account, made.new_key);
    expect(await works(fresh)).toBe(true);
    expect(await rotation(fresh, made.id)).toMatchObject({ status: 'completed', expires_at: '2026-07-02T00:05:00Z' });
    await clock.advance(account, { seconds: 299 });
    expect(await works(old)).toBe(true);
    await clock.advance(account, { seconds: 2 });
    expect(await old.refusal('listCustomers')).toMatchObject({ status: 403, code: 'invalid_token' });
    expect(await works(fresh)).toBe(true);
    expect((await fresh.call('getApiKey', { path: { api_key_id: id } })).data).toMatchObject({
      id,
      name: 'CRM',
      status: 'active',
    });
  });

  test('api-key-rotations: without a grace period the old secret ends when the new one is used', async (context) => {
    const { account, old, rotate, keys } = await rotatable(context);
    const { new_key } = await rotate(old, { grace_period_seconds: 0 });
    expect(await works(old)).toBe(true);
    expect(await works(keys.with(account, new_key))).toBe(true);
    expect(await works(old)).toBe(false);
  });

  test('api-key-rotations: another rotation cancels a pending one, whose secret never works', async (context) => {
    const { account, old, id, rotate, keys } = await rotatable(context);
    const first = await rotate(old);
    const second = await rotate(old);
    expect(await works(keys.with(account, first.new_key))).toBe(false);
    const { data } = await old.call('listApiKeyRotations', { path: { api_key_id: id } });
    expect(data.map(({ id: one, status }) => [one, status])).toEqual([
      [second.id, 'pending'],
      [first.id, 'canceled'],
    ]);
    expect(JSON.stringify(data)).not.toContain(second.new_key);
    expect(await works(keys.with(account, second.new_key))).toBe(true);
  });

  test('api-key-rotations: a key rotates itself alone, if it is rotatable', async (context) => {
    const { account, old, id, keys } = await rotatable(context);
    const body = { grace_period_seconds: 0 };
    const stranger = await account.refusal('createApiKeyRotation', { path: { api_key_id: id }, body });
    expect(stranger).toMatchObject({ status: 403, code: 'forbidden' });
    const fixed = await keys.create(account, {});
    expect(await fixed.refusal('createApiKeyRotation', { path: { api_key_id: idOf(fixed) }, body })).toMatchObject({
      status: 400,
      code: 'api_key_cannot_be_rotated',
    });
    for (const wrong of [
      {},
      { grace_period_seconds: 86_401 },
      { grace_period_seconds: -1 },
      { ...body, new_key_expires_at: now },
    ])
      expect(await old.refusal('createApiKeyRotation', { path: { api_key_id: id }, body: wrong })).toMatchObject({
        status: 400,
        code: 'bad_request',
      });
    const path = { api_key_id: unknownId('apikey') };
    expect(await old.refusal('createApiKeyRotation', { path, body })).toMatchObject({ status: 404 });
  });

  const announced = behaviours['webhook-events'] === 'all';
  test(`api-key-events: lives of keys and rotations are ${announced ? 'announced' : 'no events'}`, async (context) => {
    const { account, clock, keys, old, rotate } = await rotatable(context);
    const { new_key } = await rotate(old, { grace_period_seconds: 0, new_key_expires_at: '2026-08-01T00:00:00Z' });
    expect(await works(keys.with(account, new_key))).toBe(true);
    await clock.advance(account, { days: 31 });
    const other = await keys.create(account, {});
    await keys.revoke(other);
    const events = (await eventsOf(account)).filter(({ event_type }) => event_type.startsWith('api_key'));
    const expected = [
      ['api_key.created', now],
      ['api_key_rotation.created', now],
      ['api_key_rotation.updated', now],
      ['api_key.updated', now],
      ['api_key.expiring', '2026-07-25T00:00:00Z'],
      ['api_key.expired', '2026-08-01T00:00:00Z'],
      ['api_key.created', '2026-08-01T00:00:00Z'],
      ['api_key.revoked', '2026-08-01T00:00:00Z'],
    ];
    expect(events.map(({ event_type, occurred_at }) => [event_type, occurred_at])).toEqual(announced ? expected : []);
    expect(JSON.stringify(events)).not.toContain(new_key);
    expect(await works(keys.with(account, new_key))).toBe(false);
  });
});
