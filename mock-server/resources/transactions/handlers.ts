import { payoutOf } from '../../account/settings.ts';
import type { Handlers } from '../../http/handler.ts';
import { partsOf } from '../../state/entries/transaction-parts.ts';
import { withCredit } from '../credit-balances/credit-of.ts';
import { signLink } from '../document-link.ts';
import { include } from '../includes.ts';
import { listPage } from '../list-page.ts';
import { billingMeans } from './billing-means.ts';
import { create } from './create.ts';
import { transactionIncludes } from './includes.ts';
import { invoiceSubject, invoiceUrl, refuseWithoutInvoice } from './invoice.ts';
import { preview } from './preview.ts';
import { revise } from './revise.ts';
import { orderOf } from './sale/order.ts';
import { update } from './update.ts';

type TransactionOperations =
  | 'listTransactions'
  | 'getTransaction'
  | 'createTransaction'
  | 'previewTransaction'
  | 'updateTransaction'
  | 'reviseTransaction'
  | 'getTransactionInvoice';

export const transactionHandlers: Handlers<TransactionOperations> = {
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

  createTransaction: ({ query, body }, context) => {
    const { account } = context;
    const opening = { ...account.creation('txn'), ...billingMeans(account, context.baseUrl) };
    const entity = account.apply(withCredit(create(orderOf(body, account), body, opening), account.store));
    return include({ entity }, query.include, transactionIncludes, account.store.transactions, account.store);
  },

  previewTransaction: ({ body }, { account }) => ({ data: preview(body, account) }),

  updateTransaction: ({ params, query, body }, context) => {
    const { account } = context;
    const transaction = account.store.transactions.require(params.transaction_id);
    const order = () => orderOf(body, account, transaction);
    const change = update(transaction, body, { ...account.moment(), ...billingMeans(account, context.baseUrl), order });
    const entity = account.apply(withCredit(change, account.store));
    return include({ entity }, query.include, transactionIncludes, account.store.transactions, account.store);
  },

  reviseTransaction: ({ params, body }, { account }) => {
    const transaction = account.store.transactions.require(params.transaction_id);
    const { store, ids } = account;
    const revised = {
      parts: partsOf(transaction, store),
      earlier: store.adjustments.all({ transaction_id: [transaction.id] }),
      payout: payoutOf(account),
    };
    const creation = { ...account.creation('adj'), nextItemId: () => ids.next('adjitm') };
    return { entity: account.apply(withCredit(revise(transaction, body, revised, creation), store)) };
  },

  getTransactionInvoice: ({ params, query }, { account, baseUrl }) => {
    const transaction = account.store.transactions.require(params.transaction_id);
    refuseWithoutInvoice(transaction);
    const { disposition = 'attachment' } = query;
    const { token, expiresAt } = signLink(account, invoiceSubject(transaction.id, disposition));
    return { data: { url: invoiceUrl(transaction, disposition, baseUrl, token) }, expiresAt };
  },
};
