import type { Handlers } from '../../http/handler.ts';
import { withCredit } from '../credit-balances/credit-of.ts';
import { listPage } from '../list-page.ts';
import { create } from './transitions.ts';

export const adjustmentHandlers: Handlers<'listAdjustments' | 'createAdjustment'> = {
  listAdjustments: ({ query }, context) => {
    const { action, customer_id, subscription_id, transaction_id } = query;
    const where = { action: action && [action], customer_id, subscription_id, transaction_id };
    return listPage(context.account.store.adjustments, query, context, { where });
  },

  createAdjustment: ({ body }, { account }) => {
    const { store, ids } = account;
    const transaction = store.transactions.require(body.transaction_id);
    const earlier = store.adjustments.all({ transaction_id: [transaction.id] });
    const creation = { ...account.creation('adj'), nextItemId: () => ids.next('adjitm') };
    const payout = { currency: account.settings.balance_currency.primary, exchangeRates: account.exchangeRates };
    return { entity: account.apply(withCredit(create(body, { transaction, earlier, payout }, creation), store)) };
  },
};
