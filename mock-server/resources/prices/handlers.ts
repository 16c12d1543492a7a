import type { Handlers } from '../../http/handler.ts';
import { nothing } from '../../state/lists/list-query.ts';
import { include, related } from '../includes.ts';
import { listPage } from '../list-page.ts';
import { create, update } from './transitions.ts';

const includes = { product: related('products', 'product_id') };
const intervals = ['day', 'week', 'month', 'year'];

export const priceHandlers: Handlers<'listPrices' | 'getPrice' | 'createPrice' | 'updatePrice'> = {
  listPrices: ({ query }, context) => {
    const { store } = context.account;
    const frequency = query['billing_cycle.frequency'];
    const where = {
      product_id: query.product_id,
      type: query.type && [query.type],
      billing_cycle_interval: intervalsOf(query),
      billing_cycle_frequency: frequency === undefined ? undefined : [String(frequency)],
    };
    return include(listPage(store.prices, query, context, { where }), query.include, includes, store.prices, store);
  },

  getPrice: ({ params, query }, { account: { store } }) =>
    include({ entity: store.prices.requireText(params.price_id) }, query.include, includes, store.prices, store),

  createPrice: ({ body }, { account }) => {
    const product = account.store.products.require(body.product_id);
    return { entity: account.apply(create(product, body, account.creation('pri'))) };
  },

  updatePrice: ({ params, body }, { account }) => {
    const price = account.store.prices.require(params.price_id);
    return { entity: account.apply(update(price, body, account.moment())) };
  },
};

type IntervalQuery = { readonly recurring?: string; readonly 'billing_cycle.interval'?: readonly string[] };

/** Returns the intervals that both filters allow: only recurring prices have one. */
function intervalsOf({ recurring, 'billing_cycle.interval': wanted }: IntervalQuery): readonly string[] | undefined {
  if (recurring === undefined) return wanted;
  const allowed = recurring.toLowerCase() === 'true' ? intervals : [nothing];
  return wanted ? allowed.filter((interval) => wanted.includes(interval)) : allowed;
}
