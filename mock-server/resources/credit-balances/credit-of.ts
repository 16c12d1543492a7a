import type { Change, ChangeOf, Put } from '../../state/change.ts';
import type { Store } from '../../state/store.ts';
import type { Adjustment } from '../adjustments/kind.ts';
import { isOfInvoice, tookEffect } from '../adjustments/take-effect.ts';
import type { Kind } from '../kinds.ts';
import type { Transaction } from '../transactions/kind.ts';
import { creditIn, followTransaction, payWithCredit } from './credit.ts';
import { type CreditBalance, creditBalanceId } from './kind.ts';

type Stored = Pick<Store, 'credit_balances' | 'transactions' | 'adjustments'>;

/** Returns the credit that a transaction's customer has in its currency; none for a transaction without a customer. */
function creditFor(transaction: Transaction, store: Pick<Store, 'credit_balances'>): CreditBalance {
  const { customer_id, currency_code } = transaction;
  const balance = { available: '0', reserved: '0', used: '0' };
  const empty = { customer_id: customer_id ?? '', currency_code, balance };
  const id = creditBalanceId(empty);
  return store.credit_balances.find(id) ?? { id, ...empty };
}

/** Pays as much as possible of a transaction with its customer's credit. */
export function credited(transaction: Transaction, store: Pick<Store, 'credit_balances'>): Transaction {
  return payWithCredit(transaction, creditFor(transaction, store));
}

/**
 * Adds to a change what its transactions take from their customers' credit, and what they add to it. Each change that moves
 * a transaction passes through it.
 */
export function withCredit<Name extends Kind>(change: ChangeOf<Name>, store: Stored): ChangeOf<Name>;
export function withCredit(change: Change, store: Stored): Change;
export function withCredit(change: Change, store: Stored): Change {
  const { puts = [] } = change;
  const credits = new Map<string, CreditBalance>();
  const earlier = new Map<string, Transaction>();
  const adjustments = puts.flatMap((put) => (put.kind === 'adjustments' ? [put.entity] : []));
  for (const put of puts) {
    if (put.kind !== 'transactions' || put.entity.customer_id === null) continue;
    const after = put.entity;
    const stored = creditFor(after, store);
    const credit = credits.get(stored.id) ?? stored;
    const before = earlier.get(after.id) ?? store.transactions.find(after.id);
    const own = ownAdjustments(before ?? after, store);
    const followed = followTransaction(
      credit,
      before && creditIn(before, invoiceCredit(own)),
      creditIn(after, invoiceCredit(merged(own, adjustments, after))),
    );
    earlier.set(after.id, after);
    if (followed !== credit) credits.set(followed.id, followed);
  }
  if (credits.size === 0) return change;
  return {
    ...change,
    puts: [...puts, ...[...credits.values()].map((entity): Put => ({ kind: 'credit_balances', entity }))],
  };
}

/** Reads the adjustments of a transaction that may have credit. */
function ownAdjustments({ id, details }: Transaction, store: Stored): Adjustment[] {
  return details.totals.credit === '0' ? [] : store.adjustments.all({ transaction_id: [id] });
}

function merged(own: readonly Adjustment[], changed: readonly Adjustment[], { id }: Transaction): Adjustment[] {
  const news = changed.filter(({ transaction_id }) => transaction_id === id);
  return [...own.filter((one) => !news.some((other) => other.id === one.id)), ...news];
}

/** Returns the part of a transaction's credit that its own adjustments gave, and not the customer's balance. */
function invoiceCredit(adjustments: readonly Adjustment[]): bigint {
  const credits = adjustments.filter((adjustment) => isOfInvoice(adjustment) && tookEffect(adjustment));
  return credits.reduce((sum, { totals }) => sum + BigInt(totals.total), 0n);
}
