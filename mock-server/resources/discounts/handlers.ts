import type { Handlers } from '../../http/handler.ts';
import { include, related } from '../includes.ts';
import { listPage } from '../list-page.ts';
import { surroundingsOf } from './surroundings.ts';
import { create, update } from './transitions.ts';

const includes = { discount_group: related('discount_groups', 'discount_group_id') };

export const discountHandlers: Handlers<'listDiscounts' | 'getDiscount' | 'createDiscount' | 'updateDiscount'> = {
  listDiscounts: ({ query }, context) => {
    const { store } = context.account;
    const { code, discount_group_id, mode } = query;
    const page = listPage(store.discounts, query, context, {
      where: { code, discount_group_id, mode: mode && [mode] },
    });
    return include(page, query.include, includes, store.discounts, store);
  },

  getDiscount: ({ params, query }, { account: { store } }) => {
    const entity = store.discounts.requireText(withoutRevision(params.discount_id));
    return include({ entity }, query.include, includes, store.discounts, store);
  },

  createDiscount: ({ body }, { account }) => ({
    entity: account.apply(create(body, account.creation('dsc'), surroundingsOf(account, body))),
  }),

  updateDiscount: ({ params, body }, { account }) => {
    const discount = account.store.discounts.require(withoutRevision(params.discount_id));
    return { entity: account.apply(update(discount, body, account.moment(), surroundingsOf(account, body))) };
  },
};

/** @evidence official: an ID may name a revision; assumed that it is the discount as it is now */
function withoutRevision(id: string): string {
  return id.replace(/@.*/, '');
}
