import type { Handlers } from '../../http/handler.ts';
import { listPage } from '../list-page.ts';
import { create } from './create.ts';
import { findConflict } from './find-conflict.ts';
import { archive, update } from './transitions.ts';

export const customerHandlers: Handlers<
  'listCustomers' | 'getCustomer' | 'createCustomer' | 'updateCustomer' | 'archiveCustomer'
> = {
  listCustomers: ({ query }, context) =>
    listPage(context.account.store.customers, query, context, { where: { email: query.email } }),

  getCustomer: ({ params }, { account }) => ({ entity: account.store.customers.requireText(params.customer_id) }),

  createCustomer: ({ body }, { account }) => ({
    entity: account.apply(create(body, account.creation('ctm'), findConflict(account, body.email))),
  }),

  updateCustomer: ({ params, body }, { account }) => {
    const customer = account.store.customers.require(params.customer_id);
    return { entity: account.apply(update(customer, body, account.moment(), findConflict(account, body.email))) };
  },

  archiveCustomer: ({ params }, { account }) => {
    const { store } = account;
    return { entity: account.apply(archive(store.customers.require(params.customer_id), account.moment())) };
  },
};
