import type { Handlers } from '../../http/handler.ts';
import { listPage } from '../list-page.ts';
import { create, update } from './transitions.ts';

export const clientTokenHandlers: Handlers<
  'listClientTokens' | 'getClientToken' | 'createClientToken' | 'updateClientToken'
> = {
  listClientTokens: ({ query }, context) => listPage(context.account.store.client_tokens, query, context),

  getClientToken: ({ params }, { account }) => ({
    entity: account.store.client_tokens.requireText(params.client_token_id),
  }),

  createClientToken: ({ body }, { account }) => ({
    entity: account.apply(create(body, account.ids.clientToken(), account.creation('ctkn'))),
  }),

  updateClientToken: ({ params, body }, { account }) => {
    const token = account.store.client_tokens.require(params.client_token_id);
    return { entity: account.apply(update(token, body, account.moment())) };
  },
};
