import type { Handlers } from '../../http/handler.ts';
import { listPage } from '../list-page.ts';
import { create } from './create.ts';
import { update } from './transitions.ts';

export const addressHandlers: Handlers<'listAddresses' | 'getAddress' | 'createAddress' | 'updateAddress'> = {
  listAddresses: ({ params, query }, context) => {
    const { store } = context.account;
    store.customers.requireExists(params.customer_id);
    return listPage(store.addresses, query, context, { where: { customer_id: [params.customer_id] } });
  },

  getAddress: ({ params }, { account }) => ({
    entity: account.store.addresses.requireTextOf(params.customer_id, params.address_id),
  }),

  createAddress: ({ params, body }, { account }) => {
    const { store } = account;
    return {
      entity: account.apply(create(store.customers.require(params.customer_id), body, account.creation('add'))),
    };
  },

  updateAddress: ({ params, body }, { account }) => {
    const { store } = account;
    const address = store.addresses.requireOf(params.customer_id, params.address_id);
    return { entity: account.apply(update(address, body, account.moment())) };
  },
};
