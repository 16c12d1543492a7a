import type { Handlers } from '../../http/handler.ts';
import { listPage } from '../list-page.ts';
import type { PaymentMethod } from './kind.ts';
import { remove } from './transitions.ts';

/**
 * Origins of payment methods that a checkout can offer, and of those that it cannot.
 *
 * @evidence assumed: one that was saved for a subscription alone is not offered
 */
const origins: Readonly<Record<'true' | 'false', PaymentMethod['origin'][]>> = {
  true: ['saved_during_purchase', 'subscription_saved_during_purchase'],
  false: ['subscription'],
};

export const paymentMethodHandlers: Handlers<
  'listCustomerPaymentMethods' | 'getCustomerPaymentMethod' | 'deleteCustomerPaymentMethod'
> = {
  listCustomerPaymentMethods: ({ params, query }, context) => {
    const { store } = context.account;
    store.customers.requireExists(params.customer_id);
    const where = {
      customer_id: [params.customer_id],
      address_id: query.address_id,
      origin: query.supports_checkout && origins[query.supports_checkout],
    };
    return listPage(store.payment_methods, query, context, { where });
  },

  getCustomerPaymentMethod: ({ params }, { account }) => ({
    entity: account.store.payment_methods.requireTextOf(params.customer_id, params.payment_method_id),
  }),

  deleteCustomerPaymentMethod: ({ params }, { account }) => {
    const method = account.store.payment_methods.requireOf(params.customer_id, params.payment_method_id);
    account.apply(remove(method, 'api'));
    return 'no content';
  },
};
