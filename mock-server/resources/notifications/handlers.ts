import type { Account } from '../../account/account.ts';
import { paddleError } from '../../errors/errors.ts';
import type { Handlers } from '../../http/handler.ts';
import { firstKeptId } from '../../state/forgetting.ts';
import type { TimeBound } from '../../state/lists/list-query.ts';
import { listPage } from '../list-page.ts';
import { replay } from './replay.ts';

export const notificationHandlers: Handlers<
  'listNotifications' | 'getNotification' | 'listNotificationLogs' | 'replayNotification'
> = {
  listNotifications: ({ query }, context) => {
    const { notification_setting_id, filter, from, to } = query;
    const times: TimeBound[] = [];
    if (from !== undefined) times.push({ column: 'occurred', operator: '>=', time: Date.parse(from) });
    if (to !== undefined) times.push({ column: 'occurred', operator: '<=', time: Date.parse(to) });
    return listPage(context.account.store.notifications, query, context, {
      where: { notification_setting_id },
      about: filter,
      times,
      firstId: firstKeptId('ntf', context.account.clock.now()),
    });
  },

  getNotification: ({ params }, { account }) => ({
    entity: account.store.notifications.requireText(keptId(account, params.notification_id)),
  }),

  listNotificationLogs: ({ params, query }, context) => {
    const { store } = context.account;
    store.notifications.requireExists(keptId(context.account, params.notification_id));
    return listPage(store.notificationLogs, query, context, { where: { notification_id: [params.notification_id] } });
  },

  replayNotification: ({ params }, { account }) => {
    const original = account.store.outbox.find(keptId(account, params.notification_id));
    if (!original) throw paddleError('not_found', { id: params.notification_id });
    const again = { id: account.ids.next('ntf'), now: account.moment().now, due: account.clock.now() };
    account.apply(replay(original, again));
    return { data: { notification_id: again.id } };
  },
};

/** Returns the ID if its notification has not expired. Expired ones are hidden at once and removed later. */
function keptId({ clock }: Account, id: string): string {
  if (id < firstKeptId('ntf', clock.now())) throw paddleError('not_found', { id });
  return id;
}
