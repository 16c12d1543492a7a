import type { Account } from '../../account/account.ts';
import type { Change } from '../../state/change.ts';
import { countUse } from '../discounts/use.ts';
import type { Transaction } from '../transactions/kind.ts';
import type { PaymentMeans } from '../transactions/payments.ts';
import { begin } from './begin.ts';
import { recover } from './transitions.ts';

/**
 * Returns what follows a payment, and the transaction afterwards: the start of a subscription, or its recovery.
 *
 * @param means payment method for later bills
 * @evidence official: a subscription that is past due becomes active when its transaction is paid; a discount counts as
 *   used when a purchase is completed
 */
export function followPayment(
  paid: Transaction,
  means: PaymentMeans | undefined,
  account: Account,
): { changes: Change[]; bought?: Transaction } {
  const { store } = account;
  const moment = account.moment();
  if (paid.subscription_id !== null) {
    const subscription = store.subscriptions.find(paid.subscription_id);
    if (!subscription) return { changes: [] };
    const facts = { ...store.privateFacts.find('subscriptions', subscription.id), ...(means && { means }) };
    const kept: Change = { entries: [{ entry: 'private facts', kind: 'subscriptions', id: subscription.id, facts }] };
    return { changes: [kept, ...(subscription.status === 'past_due' ? [recover(subscription, moment)] : [])] };
  }
  const discount = paid.discount_id === null ? undefined : store.discounts.find(paid.discount_id);
  const used = discount ? [countUse(discount, moment)] : [];
  if (!paid.items.some(({ price }) => price.billing_cycle !== null)) return { changes: used };
  const begun = begin(paid, { ...account.creation('sub'), discount, means });
  return begun ? { changes: [...used, begun.change], bought: begun.bought } : { changes: used };
}
