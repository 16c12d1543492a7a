import type { Handlers } from '../../http/handler.ts';
import { listPage } from '../list-page.ts';
import { create, findConflict, update } from './transitions.ts';

export const discountGroupHandlers: Handlers<
  'listDiscountGroups' | 'getDiscountGroup' | 'createDiscountGroup' | 'updateDiscountGroup'
> = {
  listDiscountGroups: ({ query }, context) => listPage(context.account.store.discount_groups, query, context),

  getDiscountGroup: ({ params }, { account }) => ({
    entity: account.store.discount_groups.requireText(params.discount_group_id),
  }),

  createDiscountGroup: ({ body }, { account }) => ({
    entity: account.apply(create(body, account.creation('dsg'), findConflict(account, body.name))),
  }),

  updateDiscountGroup: ({ params, body }, { account }) => {
    const group = account.store.discount_groups.require(params.discount_group_id);
    return { entity: account.apply(update(group, body, account.moment(), findConflict(account, body.name))) };
  },
};
