import type { Account } from '../../account/account.ts';
import type { Handlers } from '../../http/handler.ts';
import { nothing } from '../../state/lists/list-query.ts';
import { type Includes, include } from '../includes.ts';
import { listPage } from '../list-page.ts';
import { transactionIncludes } from '../transactions/includes.ts';
import { changePaymentMethod } from './change-payment-method.ts';
import type { Subscription } from './kind.ts';
import { requestActivate, requestCancel, requestPause, requestResume } from './requests.ts';
import { planCharge } from './update/plan-charge.ts';
import { planUpdate } from './update/plan-update.ts';
import { nextTransaction, preview, recurringDetails } from './update/preview.ts';
import { makeChange } from './update/request-change.ts';

export const subscriptionHandlers: Handlers<
  | 'listSubscriptions'
  | 'getSubscription'
  | 'updateSubscription'
  | 'previewSubscriptionUpdate'
  | 'createSubscriptionCharge'
  | 'previewSubscriptionCharge'
  | 'cancelSubscription'
  | 'pauseSubscription'
  | 'resumeSubscription'
  | 'activateSubscription'
  | 'getSubscriptionUpdatePaymentMethodTransaction'
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

  getSubscription: ({ params, query }, { account }) => {
    const { store } = account;
    const entity = store.subscriptions.requireText(params.subscription_id);
    return include({ entity }, query.include, includesOf(account), store.subscriptions, store);
  },

  updateSubscription: ({ params, body }, { account }) => {
    const subscription = account.store.subscriptions.require(params.subscription_id);
    return {
      entity: makeChange(subscription, planUpdate(subscription, body, account), body.on_payment_failure, account),
    };
  },

  previewSubscriptionUpdate: ({ params, body }, { account }) => {
    const subscription = account.store.subscriptions.require(params.subscription_id);
    return { data: preview(subscription, planUpdate(subscription, body, account), account) };
  },

  createSubscriptionCharge: ({ params, body }, { account }) => {
    const subscription = account.store.subscriptions.require(params.subscription_id);
    return {
      entity: makeChange(subscription, planCharge(subscription, body, account), body.on_payment_failure, account),
    };
  },

  previewSubscriptionCharge: ({ params, body }, { account }) => {
    const subscription = account.store.subscriptions.require(params.subscription_id);
    return { data: preview(subscription, planCharge(subscription, body, account), account) };
  },

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

  getSubscriptionUpdatePaymentMethodTransaction: ({ params }, { account, baseUrl }) => {
    const { store } = account;
    const subscription = store.subscriptions.require(params.subscription_id);
    const entity = store.transactions.requireText(changePaymentMethod(subscription, account, baseUrl));
    return include(
      { entity },
      ['customer', 'address', 'business'] as const,
      transactionIncludes,
      store.transactions,
      store,
    );
  },
};

function includesOf(account: Account): Includes<Subscription, 'next_transaction' | 'recurring_transaction_details'> {
  return {
    next_transaction: (subscription) => JSON.stringify(nextTransaction(subscription, account)),
    recurring_transaction_details: (subscription) => JSON.stringify(recurringDetails(subscription, account)),
  };
}
