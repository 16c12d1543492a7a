import type { Account } from '../../account/account.ts';
import type { Change } from '../../state/change.ts';
import { countUse } from '../discounts/use.ts';
import type { Transaction } from '../transactions/kind.ts';
import type { PaymentMeans } from '../transactions/payments.ts';
import { begin } from './begin.ts';
import { activatedBy, createdOf } from './happenings.ts';
import { recorded } from './history.ts';
import type { Subscription } from './kind.ts';
import { isCardless } from './moves/moves.ts';
import { termsOf, withTerms } from './terms.ts';
import { change, recover } from './transitions.ts';

/** Changes that follow, and the transaction afterwards. */
type Followed = { changes: Change[]; bought?: Transaction };

/**
 * Returns what follows a payment: the start of a subscription, its recovery, or its new payment method.
 *
 * @param means payment method for later bills
 * @evidence official: a subscription that is past due becomes active when its transaction is paid; a discount counts as
 *   used when a purchase is completed; a payment method changes by paying nothing with it
 */
export function followPayment(paid: Transaction, means: PaymentMeans | undefined, account: Account): Followed {
  const { store } = account;
  const moment = account.moment();
  if (paid.subscription_id === null) return startOf(paid, means, account);
  const subscription = store.subscriptions.find(paid.subscription_id);
  if (!subscription) return { changes: [] };
  const kept = means
    ? [withTerms(subscription, { means }, account), ...changedMeans(subscription, means, account)]
    : [];
  const { status, current_billing_period } = subscription;
  if (status === 'past_due')
    return { changes: owes(subscription, paid, account) ? kept : [...kept, ...recovered(subscription, paid, account)] };
  if (!isCardless(subscription) || !means || !current_billing_period) return { changes: kept };
  const billed = { ...subscription, next_billed_at: current_billing_period.ends_at };
  return { changes: [...kept, change(billed, moment, subscription)] };
}

function recovered(subscription: Subscription, { id }: Transaction, account: Account): Change[] {
  const change = recover(subscription, account.moment());
  return [change, recorded(subscription.id, activatedBy(change.puts[0].entity, id), account)];
}

/** Records that a subscription has a payment method, or another one. */
function changedMeans({ id }: Subscription, means: PaymentMeans, account: Account): Change[] {
  const before = termsOf({ id }, account).means;
  if (before?.stored_payment_method_id === means.stored_payment_method_id) return [];
  const action = before ? 'subscription_payment_method_updated' : 'subscription_payment_method_added';
  return [recorded(id, [{ action, detail: {} }], account)];
}

/** Returns true if a period of a subscription is still unpaid. */
function owes({ id }: Subscription, paid: Transaction, { store }: Account): boolean {
  const unpaid = store.transactions.all({
    subscription_id: [id],
    status: ['past_due'],
    origin: ['subscription_recurring'],
  });
  return unpaid.some((each) => each.id !== paid.id);
}

/**
 * Returns what follows a bill: an invoice, and one of nothing, start what they sell.
 *
 * @evidence official: the subscription of an invoice is created when it is billed, and that of a trial without a payment
 *   method when it is
 */
export function followBill(billed: Transaction, account: Account): Followed {
  const isFree = BigInt(billed.details.totals.grand_total) === 0n;
  const isStart = billed.subscription_id === null && billed.items.some(({ price }) => price.billing_cycle !== null);
  if (!isStart || (billed.collection_mode === 'automatic' && !isFree)) return { changes: [] };
  return startOf(billed, undefined, account);
}

function startOf(bought: Transaction, means: PaymentMeans | undefined, account: Account): Followed {
  const discount = bought.discount_id === null ? undefined : account.store.discounts.find(bought.discount_id);
  const used = discount ? [countUse(discount, account.moment())] : [];
  if (!bought.items.some(({ price }) => price.billing_cycle !== null)) return { changes: used };
  const begun = begin(bought, { ...account.creation('sub'), discount, means });
  if (!begun) return { changes: used };
  const { id } = begun.subscription;
  const history = recorded(id, [createdOf(begun.subscription, means !== undefined, account)], account);
  return { changes: [...used, begun.change, history], bought: begun.bought };
}
