import type { Handlers } from '../../http/handler.ts';
import { type Includes, include } from '../includes.ts';
import { listPage } from '../list-page.ts';
import type { Product } from './kind.ts';
import { create, update } from './transitions.ts';

/** @evidence official; assumed, that archived prices are included, the newest first, and custom ones are not */
const productIncludes: Includes<Product, 'prices'> = {
  prices: ({ id }, { prices }) => `[${prices.allTexts({ product_id: [id], type: ['standard'] }).join()}]`,
};

export const productHandlers: Handlers<'listProducts' | 'getProduct' | 'createProduct' | 'updateProduct'> = {
  listProducts: ({ query }, context) => {
    const where = { tax_category: query.tax_category, type: query.type && [query.type] };
    const { store } = context.account;
    const page = listPage(store.products, query, context, { where });
    return include(page, query.include, productIncludes, store.products, store);
  },

  getProduct: ({ params, query }, { account: { store } }) => {
    const entity = store.products.requireText(params.product_id);
    return include({ entity }, query.include, productIncludes, store.products, store);
  },

  createProduct: ({ body }, { account }) => ({ entity: account.apply(create(body, account.creation('pro'))) }),

  updateProduct: ({ params, body }, { account }) => {
    const product = account.store.products.require(params.product_id);
    return { entity: account.apply(update(product, body, account.moment())) };
  },
};
