import type { Handlers } from '../../http/handler.ts';
import { include } from '../includes.ts';
import { listPage } from '../list-page.ts';
import { transactionIncludes } from './includes.ts';

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
    const { store } = context.account;
    const page = listPage(store.transactions, query, context, { where });
    return include(page, query.include, transactionIncludes, store.transactions, store);
  },

  getTransaction: ({ params, query }, { account }) => {
    const { store } = account;
    const entity = store.transactions.requireText(params.transaction_id);
    return include({ entity }, query.include, transactionIncludes, store.transactions, store);
  },
};
