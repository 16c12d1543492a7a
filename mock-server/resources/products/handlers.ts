import type { Handlers } from '../../http/handler.ts';
import { listPage } from '../list-page.ts';
import { create, update } from './transitions.ts';

export const productHandlers: Handlers<'listProducts' | 'getProduct' | 'createProduct' | 'updateProduct'> = {
  listProducts: ({ query }, context) => {
    const where = { tax_category: query.tax_category, type: query.type && [query.type] };
    return listPage(context.account.store.products, query, context, { where });
  },

  getProduct: ({ params }, { account }) => ({ entity: account.store.products.requireText(params.product_id) }),

  createProduct: ({ body }, { account }) => ({ entity: account.apply(create(body, account.creation('pro'))) }),

  updateProduct: ({ params, body }, { account }) => {
    const product = account.store.products.require(params.product_id);
    return { entity: account.apply(update(product, body, account.moment())) };
  },
};
