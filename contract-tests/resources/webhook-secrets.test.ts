import { describe, expect, test } from '../runner/test-api.ts';
import { target } from '../targets/under-test.ts';
import { createDestination, updateDestination } from './destinations.ts';

const settable = target.behaviours['webhook-secret'] === 'settable';

/** @evidence official, with the letters that were seen in real secrets */
const generated = /^pdl_ntfset_[a-zA-Z0-9]{26}_[a-zA-Z0-9+/]{32}$/;

describe('webhook-secret-config', () => {
  test('webhook-secret-config: a destination without a secret of its own gets one that no other has', async () => {
    const account = target.newAccount();
    const secrets = [await createDestination(account), await createDestination(account)].map(
      (one) => one.endpoint_secret_key,
    );
    for (const secret of secrets) expect(secret).toMatch(generated);
    expect(new Set(secrets).size).toBe(2);
  });

  test(`webhook-secret-config: a secret in a request is ${settable ? 'taken, on creation and change' : 'refused'}`, async () => {
    const account = target.newAccount();
    const endpoint_secret_key = 'a secret of my own';
    const setting = await createDestination(account);
    const path = { notification_setting_id: setting.id };
    if (settable) {
      expect((await createDestination(account, { endpoint_secret_key })).endpoint_secret_key).toBe(endpoint_secret_key);
      expect((await updateDestination(account, setting, { endpoint_secret_key })).endpoint_secret_key).toBe(
        endpoint_secret_key,
      );
    } else {
      const { id, active, subscribed_events, ...fields } = setting;
      const body = {
        ...fields,
        destination: 'https://example.com/',
        subscribed_events: ['customer.created'],
        endpoint_secret_key,
      };
      const unknown = {
        status: 400,
        code: 'bad_request',
        errors: [{ message: 'Additional property endpoint_secret_key is not allowed' }],
      };
      expect(await account.refusal('createNotificationSetting', { body })).toMatchObject(unknown);
      expect(await account.refusal('updateNotificationSetting', { path, body: { endpoint_secret_key } })).toMatchObject(
        unknown,
      );
      expect((await account.call('getNotificationSetting', { path })).data).toEqual(setting);
    }
  });

  test('webhook-secret-config: a secret stays through other changes', async () => {
    const account = target.newAccount();
    const setting = await createDestination(account);
    const changed = await updateDestination(account, setting, { active: false, description: 'Changed' });
    expect(changed.endpoint_secret_key).toBe(setting.endpoint_secret_key);
  });
});
