import type { Payout } from '../../billing/payout.ts';
import { type Change, inOrder } from '../../state/change.ts';
import type { Moment } from '../../time/moment.ts';
import type { Follow } from './create.ts';
import type { Transaction } from './kind.ts';
import type { PaymentMeans } from './payments.ts';
import { complete, pay } from './transitions.ts';

/** All that a successful payment needs besides its transaction. */
export type Purchase = {
  means: PaymentMeans;
  invoiceNumber: string;
  payout: Payout;
  /** Returns what the paid transaction creates, such as a subscription, and the transaction afterwards. */
  follow: Follow;
};

/**
 * Pays a transaction, creates what it buys, and settles it.
 *
 * @evidence official: the order of https://developer.paddle.com/webhooks/simulator/subscription-created, in which what
 *   was bought stands between `transaction.paid` and `transaction.completed`
 */
export function completePurchase(transaction: Transaction, purchase: Purchase, moment: Moment): Required<Change> {
  const { means, invoiceNumber, payout, follow } = purchase;
  const paying = pay(transaction, means, moment);
  const [{ entity: paid }] = paying.puts;
  const { changes, bought = paid } = follow(paid);
  return inOrder(paying, ...changes, complete(bought, invoiceNumber, means, moment, payout));
}
