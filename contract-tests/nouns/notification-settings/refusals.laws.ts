import fc from 'fast-check';
import { invalidEmail } from '../../arbitraries/email.ts';
import { missingRequiredField, tooLong, valueOutsideEnum, wrongType } from '../../arbitraries/invalid-bodies.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { expectRefused } from '../expect-refused.ts';
import { notificationSettingCreate } from './arbitrary.ts';
import { createDestination, ownDescription, removeDestination, updateDestination } from './arrange.ts';

const activeAtMost = 10;

export default laws(({ target, test }) => {
  const { behaviours, contract } = target;
  const settingBody = (fields: object) => ({
    body: { description: ownDescription(target), type: 'url', subscribed_events: ['customer.created'], ...fields },
  });
  const valid = notificationSettingCreate(behaviours, contract);

  const oneFault = fc.oneof(
    ...['description', 'type', 'destination', 'subscribed_events'].map((field) => missingRequiredField(valid, field)),
    wrongType(valid, 'description', 'string'),
    wrongType(valid, 'subscribed_events', 'array'),
    wrongType(valid, 'include_sensitive_fields', 'boolean'),
    tooLong(valid, 'description', 500),
    valueOutsideEnum(valid, 'type', ['webhook', 'URL', '']),
    valueOutsideEnum(valid, 'traffic_source', ['live', 'Platform', '']),
  );

  test('errors: a body with one fault is refused with the field that has it, and makes nothing', async () => {
    const account = target.newAccount();
    const before = (await account.call('listNotificationSettings')).data;
    const property = fc.asyncProperty(oneFault, async (invalid) => {
      expectRefused(await account.refusal('createNotificationSetting', { body: invalid.body }), invalid);
    });
    await assertProperty(property, 60);
    expect((await account.call('listNotificationSettings')).data).toEqual(before);
  });

  test('webhook-events-14: an event type that does not exist is refused', async () => {
    const account = target.newAccount();
    const invented = behaviours['webhook-events'] === 'listed' ? ['business.created'] : [];
    for (const subscribed_events of [
      ['customer.deleted'],
      ['*'],
      ['customer.created', 'customer'],
      ...invented.map((name) => [name]),
    ]) {
      const request = settingBody({ destination: 'https://example.com/', subscribed_events });
      expect(await account.refusal('createNotificationSetting', request)).toMatchObject({
        status: 400,
        code: 'bad_request',
      });
    }
  });

  test('notification-settings: a destination of type url has to be a URL', async () => {
    const account = target.newAccount();
    const before = (await account.call('listNotificationSettings')).data;
    for (const destination of ['example.com', 'sam@example.com', '/webhooks', 'ftp://example.com/', 'https://']) {
      const refusal = await account.refusal('createNotificationSetting', settingBody({ destination }));
      expect(refusal, destination).toMatchObject({ status: 400, code: 'url_notification_setting_incorrect' });
    }
    const setting = await createDestination(account);
    const request = { path: { notification_setting_id: setting.id }, body: { destination: 'nowhere' } };
    expect(await account.refusal('updateNotificationSetting', request)).toMatchObject({
      status: 400,
      code: 'url_notification_setting_incorrect',
    });
    expect((await account.call('listNotificationSettings')).data).toEqual([setting, ...before]);
  });

  test('notification-settings: a destination of type email has to be an email address', async () => {
    const account = target.newAccount();
    const property = fc.asyncProperty(invalidEmail, async (destination) => {
      const refusal = await account.refusal('createNotificationSetting', settingBody({ type: 'email', destination }));
      // The empty string is too short for any destination.
      expect(refusal).toMatchObject({
        status: 400,
        code: destination === '' ? 'bad_request' : 'email_notification_setting_incorrect',
      });
    });
    await assertProperty(property);
  });

  test('notification-settings: a destination may be there once, on creation and change', async () => {
    const account = target.newAccount();
    const [first, second] = [await createDestination(account), await createDestination(account)];
    const twice = { status: 400, code: 'notification_setting_cannot_be_duplicate' };
    const { destination } = first;
    expect(await account.refusal('createNotificationSetting', settingBody({ destination }))).toMatchObject(twice);
    const path = { notification_setting_id: second.id };
    expect(await account.refusal('updateNotificationSetting', { path, body: { destination } })).toMatchObject(twice);
    expect((await updateDestination(account, first, { destination, description: 'Itself' })).description).toBe(
      'Itself',
    );
    await removeDestination(account, first);
    expect((await updateDestination(account, second, { destination })).destination).toBe(destination);
  });

  test('notification-settings: any number may be there, and ten be active at once', async ({ skip }) => {
    if (!target.can.isolate) skip('the account may have other destinations');
    const account = target.newAccount();
    const settings = [];
    while (settings.length < activeAtMost) settings.push(await createDestination(account));
    const tooMany = { status: 400, code: 'notification_maximum_active_settings_reached' };
    const one = settingBody({ destination: 'https://example.com/eleventh' });
    expect(await account.refusal('createNotificationSetting', one)).toMatchObject(tooMany);
    const [first, second] = settings;
    if (!first || !second) throw new Error('unreachable');
    await updateDestination(account, first, { active: false });
    const eleventh = (await account.call('createNotificationSetting', one)).data;
    const reactivate = { path: { notification_setting_id: first.id }, body: { active: true } };
    expect(await account.refusal('updateNotificationSetting', reactivate)).toMatchObject(tooMany);
    await updateDestination(account, eleventh, { description: 'Changed, and active as before', active: true });
    await removeDestination(account, second);
    expect((await updateDestination(account, first, { active: true })).active).toBe(true);
    expect((await account.call('listNotificationSettings')).data).toHaveLength(activeAtMost);
  });
});
