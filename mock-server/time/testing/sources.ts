import type { SourceKind } from '../../account/account.ts';
import { addCycles } from '../../billing/period.ts';
import type { Transaction } from '../../resources/transactions/kind.ts';
import { changed, inOrder } from '../../state/change.ts';
import { DueEntities } from '../../state/lists/due-entities.ts';
import { formatTimestamp } from '../timestamp.ts';

/** Milliseconds from a renewal to its charge. */
const chargedAfter = 90_000;

/** Makes a source that renews subscriptions at their `next_billed_at`, each with a transaction to be charged later. */
export function renewals(transaction: Transaction): SourceKind {
  return {
    accounts: 'SELECT DISTINCT account FROM subscriptions WHERE next_billed_at IS NOT NULL',
    open: (account, statements) => {
      const due = new DueEntities(account.id, statements, 'subscriptions', 'next_billed_at');
      const renew = (id: string, time: number) => {
        const { now, behaviours } = account.moment();
        const written = (instant: number) => formatTimestamp(instant, behaviours.timestamps);
        const subscription = account.store.subscriptions.require(id);
        const next_billed_at = written(addCycles(time, subscription.billing_cycle));
        const renewed = { ...subscription, next_billed_at, updated_at: now };
        const charge = { id: account.ids.next('txn'), subscription_id: id, billed_at: written(time + chargedAfter) };
        const billed = { ...transaction, ...charge, status: 'billed' as const, created_at: now, updated_at: now };
        account.store.apply(
          inOrder(
            changed('subscriptions', renewed, ['subscription.updated']),
            changed('transactions', billed, ['transaction.billed']),
          ),
        );
      };
      return {
        name: 'renewals',
        firstDue: () => due.first(),
        run: (time, atMost) => {
          const ids = due.at(time, atMost);
          for (const id of ids) renew(id, time);
          return ids.length;
        },
      };
    },
  };
}

/** Source that completes transactions at their `billed_at`, which here is the time of a charge. */
export const charges: SourceKind = {
  accounts: 'SELECT DISTINCT account FROM transactions WHERE billed_at IS NOT NULL',
  open: (account, statements) => {
    const due = new DueEntities(account.id, statements, 'transactions', 'billed_at');
    return {
      name: 'charges',
      firstDue: () => due.first(),
      run: (time, atMost) => {
        const ids = due.at(time, atMost);
        for (const id of ids) {
          const transaction = account.store.transactions.require(id);
          const completed = { billed_at: null, status: 'completed' as const, updated_at: account.moment().now };
          account.store.apply(changed('transactions', { ...transaction, ...completed }, ['transaction.completed']));
        }
        return ids.length;
      },
    };
  },
};
