import type { Handlers } from '../../http/handler.ts';
import { nothing } from '../../state/lists/list-query.ts';
import { listPage } from '../list-page.ts';
import { requestActivate, requestCancel, requestPause, requestResume } from './requests.ts';

export const subscriptionHandlers: Handlers<
  | 'listSubscriptions'
  | 'getSubscription'
  | 'cancelSubscription'
  | 'pauseSubscription'
  | 'resumeSubscription'
  | 'activateSubscription'
> = {
  listSubscriptions: ({ query }, context) => {
    const { customer_id, address_id, collection_mode, scheduled_change_action, price_id } = query;
    const where = {
      customer_id,
      address_id,
      scheduled_change_action: scheduled_change_action?.map((action) => (action === 'none' ? nothing : action)),
      collection_mode: collection_mode && [collection_mode],
    };
    return listPage(context.account.store.subscriptions, query, context, { where, prices: price_id });
  },

  getSubscription: ({ params }, { account }) => ({
    entity: account.store.subscriptions.requireText(params.subscription_id),
  }),

  cancelSubscription: ({ params, body }, { account }) => {
    const subscription = account.store.subscriptions.require(params.subscription_id);
    return { entity: account.apply(requestCancel(subscription, body, account)) };
  },

  pauseSubscription: ({ params, body }, { account }) => {
    const subscription = account.store.subscriptions.require(params.subscription_id);
    return { entity: account.apply(requestPause(subscription, body, account)) };
  },

  resumeSubscription: ({ params, body }, { account }) => {
    const subscription = account.store.subscriptions.require(params.subscription_id);
    return { entity: account.apply(requestResume(subscription, body, account)) };
  },

  activateSubscription: ({ params }, { account }) => {
    const subscription = account.store.subscriptions.require(params.subscription_id);
    return { entity: account.apply(requestActivate(subscription, account)) };
  },
};
