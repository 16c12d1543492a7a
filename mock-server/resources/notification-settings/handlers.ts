import type { Handlers } from '../../http/handler.ts';
import { makeSecret } from '../../notifications/secrets.ts';
import { listPage } from '../list-page.ts';
import { create } from './create.ts';
import { remove, update } from './transitions.ts';

export const notificationSettingHandlers: Handlers<
  | 'listNotificationSettings'
  | 'createNotificationSetting'
  | 'getNotificationSetting'
  | 'updateNotificationSetting'
  | 'deleteNotificationSetting'
> = {
  listNotificationSettings: ({ query }, context) => {
    const { active, traffic_source } = query;
    const where = { active: active && [active], traffic_source: traffic_source && [traffic_source] };
    return listPage(context.account.store.notification_settings, query, context, { where });
  },

  createNotificationSetting: ({ body }, { account }) => {
    const { ids, store } = account;
    const id = ids.next('ntfset');
    const secret = makeSecret(id, ids);
    return { entity: account.apply(create(body, { id, secret }, store.notification_settings.all({}))) };
  },

  getNotificationSetting: ({ params }, { account }) => ({
    entity: account.store.notification_settings.requireText(params.notification_setting_id),
  }),

  updateNotificationSetting: ({ params, body }, { account }) => {
    const settings = account.store.notification_settings;
    const setting = settings.require(params.notification_setting_id);
    const others = settings.all({}).filter(({ id }) => id !== setting.id);
    return { entity: account.apply(update(setting, body, others)) };
  },

  deleteNotificationSetting: ({ params }, { account }) => {
    account.apply(remove(account.store.notification_settings.require(params.notification_setting_id)));
    return 'no content';
  },
};
