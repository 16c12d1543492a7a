import { payoutOf } from '../../account/settings.ts';
import type { Handlers } from '../../http/handler.ts';
import { withCredit } from '../credit-balances/credit-of.ts';
import { signLink } from '../document-link.ts';
import { listPage } from '../list-page.ts';
import { creditNoteSubject, creditNoteUrl, refuseWithoutCreditNote } from './credit-note.ts';
import { create } from './transitions.ts';

export const adjustmentHandlers: Handlers<'listAdjustments' | 'createAdjustment' | 'getAdjustmentCreditNote'> = {
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
    const payout = payoutOf(account);
    return { entity: account.apply(withCredit(create(body, { transaction, earlier, payout }, creation), store)) };
  },

  getAdjustmentCreditNote: ({ params, query }, { account, baseUrl }) => {
    const adjustment = account.store.adjustments.require(params.adjustment_id);
    refuseWithoutCreditNote(adjustment);
    const { disposition = 'attachment' } = query;
    const { token, expiresAt } = signLink(account, creditNoteSubject(adjustment.id, disposition));
    return { data: { url: creditNoteUrl(adjustment.id, disposition, baseUrl, token) }, expiresAt };
  },
};
