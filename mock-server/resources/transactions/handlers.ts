import type { Handlers } from '../../http/handler.ts';
import { listPage } from '../list-page.ts';

export const transactionHandlers: Handlers<'listTransactions' | 'getTransaction'> = {
  listTransactions: ({ query }, context) => {
    const { customer_id, subscription_id, origin, collection_mode, invoice_number } = query;
    const where = {
      customer_id,
      subscription_id,
      origin,
      invoice_number,
      collection_mode: collection_mode && [collection_mode],
    };
    return listPage(context.account.store.transactions, query, context, { where });
  },

  getTransaction: ({ params }, { account }) => ({
    entity: account.store.transactions.requireText(params.transaction_id),
  }),
};
