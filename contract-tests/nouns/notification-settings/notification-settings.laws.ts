import fc from 'fast-check';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { unknownId } from '../arrange.ts';
import { walk } from '../walk.ts';
import { eventTypeNames, notificationSettingCreate, notificationSettingUpdate } from './arbitrary.ts';
import { createDestination, ownDescription, removeDestination, subscriptionsOf, updateDestination } from './arrange.ts';

const defaults = { api_version: 1, include_sensitive_fields: false, traffic_source: 'platform' };

export default laws(({ target, test }) => {
  const { behaviours, contract } = target;

  test('notification-settings: a destination is read back as it was sent, active, with its event types whole', async ({
    skip,
  }) => {
    if (!target.can.isolate) skip('the account may have other destinations');
    const types = (await target.newAccount().call('listEventTypes')).data;
    const property = fc.asyncProperty(notificationSettingCreate(behaviours, contract), async (body) => {
      const account = target.newAccount();
      const created = (await account.call('createNotificationSetting', { body })).data;
      const { id, endpoint_secret_key, subscribed_events, ...rest } = created;
      const { endpoint_secret_key: secret, subscribed_events: names, ...fields } = body;
      expect(id).toMatch(/^ntfset_[a-z\d]{26}$/);
      expect(rest).toEqual({ ...defaults, active: true, ...fields });
      expect(endpoint_secret_key).toBe(secret ?? endpoint_secret_key);
      expect(subscribed_events).toHaveLength(names.length);
      expect(subscribed_events).toEqual(expect.arrayContaining(types.filter(({ name }) => names.includes(name))));
      const path = { notification_setting_id: id };
      expect((await account.call('getNotificationSetting', { path })).data).toEqual(created);
      expect((await account.call('listNotificationSettings')).data).toEqual([created]);
    });
    await assertProperty(property);
  });

  test('notification-settings: fields that cannot be chosen are ignored, and so are unknown ones', async () => {
    const account = target.newAccount();
    const before = await createDestination(account, { active: false, nickname: 'x', id: 'y' });
    expect(before).toMatchObject({ active: true });
    expect(before.id).toMatch(/^ntfset_/);
    const ignored = { type: 'email', id: 'y', nickname: 'x' };
    expect(await updateDestination(account, before, { ...ignored, description: ownDescription(target) })).toEqual({
      ...before,
      description: ownDescription(target),
    });
  });

  test('create-status-code: creating a destination answers 201, and deleting one 204', async () => {
    const account = target.newAccount();
    const body = {
      description: ownDescription(target),
      type: 'url',
      destination: 'https://example.com/',
      subscribed_events: ['customer.created'],
    };
    const created = await account.request('POST', '/notification-settings', { body });
    expect(created.status).toBe(201);
    const { data } = await account.call('listNotificationSettings', { query: { per_page: 1 } });
    for (const { id } of data)
      expect((await account.request('DELETE', `/notification-settings/${id}`)).status).toBe(204);
    expect(data).toHaveLength(1);
  });

  test('patch-partial: a change keeps what is not sent, and replaces the event types whole', async ({ skip }) => {
    if (!target.can.isolate) skip('the account may have other destinations');
    const property = fc.asyncProperty(notificationSettingUpdate(behaviours, contract), async (body) => {
      const account = target.newAccount();
      const before = await createDestination(account, { subscribed_events: ['customer.created', 'address.created'] });
      const after = await updateDestination(account, before, body);
      const { subscribed_events: names, ...fields } = body;
      const { subscribed_events, ...rest } = before;
      expect(after).toEqual({ ...rest, ...fields, subscribed_events: expect.anything() });
      expect(subscriptionsOf(after)).toEqual(names?.toSorted() ?? subscriptionsOf(before));
      const path = { notification_setting_id: before.id };
      expect((await account.call('getNotificationSetting', { path })).data).toEqual(after);
    });
    await assertProperty(property);
  });

  test('patch-partial: the type of a destination cannot be changed', async () => {
    const account = target.newAccount();
    const { id } = await createDestination(account);
    const request = { path: { notification_setting_id: id }, body: { type: 'email', destination: 'sam@example.com' } };
    expect(await account.refusal('updateNotificationSetting', request)).toMatchObject({
      status: 400,
      code: 'url_notification_setting_incorrect',
    });
  });

  test('notification-settings: a deleted destination is gone', async ({ skip }) => {
    if (!target.can.isolate) skip('the account may have other destinations');
    const account = target.newAccount();
    const [gone, kept] = [await createDestination(account), await createDestination(account)];
    await removeDestination(account, gone);
    const path = { notification_setting_id: gone.id };
    for (const operation of ['getNotificationSetting', 'deleteNotificationSetting'] as const)
      expect(await account.refusal(operation, { path })).toMatchObject({ status: 404, code: 'not_found' });
    expect(await account.refusal('updateNotificationSetting', { path, body: {} })).toMatchObject({ status: 404 });
    expect((await account.call('listNotificationSettings')).data).toEqual([kept]);
  });

  test('notification-settings: what does not exist is not found', async () => {
    const path = { notification_setting_id: unknownId('ntfset') };
    const refusal = await target.newAccount().refusal('getNotificationSetting', { path });
    expect(refusal).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('notification-settings: a list is newest first, and can be narrowed by active and traffic_source', async ({
    skip,
  }) => {
    if (!target.can.isolate) skip('the account may have other destinations');
    const account = target.newAccount();
    const platform = await createDestination(account);
    const stopped = await updateDestination(account, await createDestination(account), { active: false });
    const simulation = await createDestination(account, { traffic_source: 'simulation' });
    const listed = async (query: Record<string, string>) =>
      walk((start) => account.call('listNotificationSettings', { query: { per_page: 2, ...query, ...start } }));
    expect(await listed({})).toEqual([simulation, stopped, platform]);
    expect(await listed({ order_by: 'id[ASC]' })).toEqual([platform, stopped, simulation]);
    expect(await listed({ active: 'true' })).toEqual([simulation, platform]);
    expect(await listed({ active: 'false' })).toEqual([stopped]);
    expect(await listed({ traffic_source: 'simulation' })).toEqual([simulation]);
    expect(await listed({ traffic_source: 'platform', active: 'true' })).toEqual([platform]);
    expect(await listed({ traffic_source: 'all' })).toEqual([]);
  });

  test('webhook-events-14: a destination may be sent each of the documented event types', async () => {
    const account = target.newAccount();
    const names = (await account.call('listEventTypes')).data.map(({ name }): string => name);
    const setting = await createDestination(account, { subscribed_events: names });
    expect(subscriptionsOf(setting)).toEqual(eventTypeNames(contract).toSorted());
  });
});
