import type { Handlers } from '../../http/handler.ts';
import { listPage } from '../list-page.ts';
import { create } from './create.ts';
import { archive, update } from './transitions.ts';

export const customerHandlers: Handlers<
  'listCustomers' | 'getCustomer' | 'createCustomer' | 'updateCustomer' | 'archiveCustomer'
> = {
  listCustomers: ({ query }, context) =>
    listPage(context.account.store.customers, query, context, { where: { email: query.email } }),

  getCustomer: ({ params }, { account }) => ({ entity: account.store.customers.requireText(params.customer_id) }),

  createCustomer: ({ body }, { account }) => {
    const { store } = account;
    return { entity: account.apply(create(body, account.birth('ctm'), store.customers.findIdBy('email', body.email))) };
  },

  updateCustomer: ({ params, body }, { account }) => {
    const { store } = account;
    const customer = store.customers.require(params.customer_id);
    const idWithEmail = body.email === undefined ? undefined : store.customers.findIdBy('email', body.email);
    return { entity: account.apply(update(customer, body, account.moment(), idWithEmail)) };
  },

  archiveCustomer: ({ params }, { account }) => {
    const { store } = account;
    return { entity: account.apply(archive(store.customers.require(params.customer_id), account.moment())) };
  },
};
