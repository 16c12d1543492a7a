import type { Handlers } from '../../http/handler.ts';
import { listPage } from '../list-page.ts';
import { create } from './create.ts';
import { update } from './transitions.ts';

export const businessHandlers: Handlers<'listBusinesses' | 'getBusiness' | 'createBusiness' | 'updateBusiness'> = {
  listBusinesses: ({ params, query }, context) => {
    const { store } = context.account;
    store.customers.requireExists(params.customer_id);
    return listPage(store.businesses, query, context, { where: { customer_id: [params.customer_id] } });
  },

  getBusiness: ({ params }, { account }) => ({
    entity: account.store.businesses.requireTextOf(params.customer_id, params.business_id),
  }),

  createBusiness: ({ params, body }, { account }) => {
    const { store } = account;
    return {
      entity: account.apply(create(store.customers.require(params.customer_id), body, account.creation('biz'))),
    };
  },

  updateBusiness: ({ params, body }, { account }) => {
    const { store } = account;
    const business = store.businesses.requireOf(params.customer_id, params.business_id);
    return { entity: account.apply(update(business, body, account.moment())) };
  },
};
