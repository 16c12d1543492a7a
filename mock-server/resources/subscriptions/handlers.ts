import type { Account } from '../../account/account.ts';
import { badRequest } from '../../errors/errors.ts';
import type { HandlerContext, Handlers } from '../../http/handler.ts';
import type { ChangeOf } from '../../state/change.ts';
import { nothing } from '../../state/lists/list-query.ts';
import { type Includes, include } from '../includes.ts';
import { listPage } from '../list-page.ts';
import { transactionIncludes } from '../transactions/includes.ts';
import { changePaymentMethod } from './change-payment-method.ts';
import type { Subscription } from './kind.ts';
import { withManagementLinks } from './management-links.ts';
import { requestActivate, requestCancel, requestPause, requestResume } from './requests.ts';
import { planCharge, type SubscriptionCharge } from './update/plan-charge.ts';
import { planUpdate } from './update/plan-update.ts';
import { nextTransaction, preview, recurringDetails } from './update/preview.ts';
import { makeChange } from './update/request-change.ts';
import type { SubscriptionUpdate } from './update/rules.ts';

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
  | 'listSubscriptionHistory'
> = {
  listSubscriptions: ({ query }, context) => {
    const { customer_id, address_id, collection_mode, scheduled_change_action, price_id } = query;
    const where = {
      customer_id,
      address_id,
      scheduled_change_action: scheduled_change_action?.map((action) => (action === 'none' ? nothing : action)),
      collection_mode: collection_mode && [collection_mode],
    };
    const page = listPage(context.account.store.subscriptions, query, context, { where, prices: price_id });
    return withManagementLinks(page, context);
  },

  getSubscription: ({ params, query }, context) => {
    const { account } = context;
    const { store } = account;
    const entity = store.subscriptions.requireText(params.subscription_id);
    const answer = include({ entity }, query.include, includesOf(account), store.subscriptions, store);
    return withManagementLinks(answer, context);
  },

  updateSubscription: about((subscription, body: SubscriptionUpdate, account) => ({
    entity: makeChange(subscription, planUpdate(subscription, body, account), body.on_payment_failure, account),
  })),

  previewSubscriptionUpdate: about((subscription, body: SubscriptionUpdate, account) => ({
    data: preview(subscription, planUpdate(subscription, body, account), account),
  })),

  createSubscriptionCharge: about((subscription, body: SubscriptionCharge, account) => ({
    entity: makeChange(subscription, planCharge(subscription, body, account), body.on_payment_failure, account),
  })),

  previewSubscriptionCharge: about((subscription, body: SubscriptionCharge, account) => ({
    data: preview(subscription, planCharge(subscription, body, account), account),
  })),

  cancelSubscription: applying(requestCancel),
  pauseSubscription: applying(requestPause),
  resumeSubscription: applying(requestResume),
  activateSubscription: applying((subscription, _body: unknown, account) => requestActivate(subscription, account)),

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

  listSubscriptionHistory: ({ params, query }, context) => {
    const { store } = context.account;
    store.subscriptions.requireExists(params.subscription_id);
    const { action, source, actor_type, actor_id, reason, ...page } = query;
    if (actor_id && !actor_type) throw badRequest([{ field: 'actor_type', message: 'is required with actor_id' }]);
    const where = { subscription_id: [params.subscription_id], action, source, actor_type, actor_id, reason };
    return listPage(store.subscriptionHistory, page, context, { where });
  },
};

function includesOf(account: Account): Includes<Subscription, 'next_transaction' | 'recurring_transaction_details'> {
  return {
    next_transaction: (subscription) => JSON.stringify(nextTransaction(subscription, account)),
    recurring_transaction_details: (subscription) => JSON.stringify(recurringDetails(subscription, account)),
  };
}

/** Answers a request about one subscription. */
function about<Body>(
  answer: (subscription: Subscription, body: Body, account: Account) => Parameters<typeof withManagementLinks>[0],
) {
  return ({ params, body }: { params: { subscription_id: string }; body: Body }, context: HandlerContext) => {
    const { account } = context;
    const subscription = account.store.subscriptions.require(params.subscription_id);
    return withManagementLinks(answer(subscription, body, account), context);
  };
}

/** Applies the change that a request asks for. */
function applying<Body>(
  request: (subscription: Subscription, body: Body, account: Account) => ChangeOf<'subscriptions'>,
) {
  return about((subscription, body: Body, account) => ({
    entity: account.apply(request(subscription, body, account)),
  }));
}
