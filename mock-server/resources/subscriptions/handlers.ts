import type { operations } from '#openapi/generated/guide.ts';
import type { Handlers } from '../../http/handler.ts';
import { nothing } from '../../state/lists/list-query.ts';
import { type Include, type Includes, include, includeNotEmulated } from '../includes.ts';
import { listPage } from '../list-page.ts';
import type { Subscription } from './kind.ts';

type Query = NonNullable<operations['getSubscription']['parameters']['query']>;

const subscriptionIncludes: Includes<Subscription, NonNullable<Query['include']>[number]> = {
  next_transaction: notComputed('next_transaction'),
  recurring_transaction_details: notComputed('recurring_transaction_details'),
};

function notComputed(value: string): Include<Subscription> {
  return () => {
    throw includeNotEmulated('subscriptions', value, 'the next transaction is not computed');
  };
}

export const subscriptionHandlers: Handlers<'listSubscriptions' | 'getSubscription'> = {
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

  getSubscription: ({ params, query }, { account: { store } }) => {
    const entity = store.subscriptions.requireText(params.subscription_id);
    return include({ entity }, query.include, subscriptionIncludes, store.subscriptions, store);
  },
};
