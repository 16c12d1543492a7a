import type { Account } from '../../account/account.ts';
import { type ChangeOf, inOrder } from '../../state/change.ts';
import { cancel as cancelTransaction } from '../transactions/transitions.ts';
import type { Subscription } from './kind.ts';
import { remembering, termsOf } from './terms.ts';
import { cancel, pause } from './transitions.ts';

/** Cancels at once. @evidence official: what it has not paid is canceled too. assumed: after the subscription */
export function endNow(subscription: Subscription, account: Account): ChangeOf<'subscriptions'> {
  return withoutDebts(cancel(subscription, account.moment()), ['billed', 'past_due'], account);
}

/** Pauses at once. @evidence official: its renewals that are past due are canceled */
export function pauseNow(subscription: Subscription, account: Account): ChangeOf<'subscriptions'> {
  const change = withoutDebts(pause(subscription, account.moment()), ['past_due'], account);
  // @evidence official: deferred credits are lost, and charges wait for the resumption
  const { deferred = [] } = termsOf(subscription, account);
  const charges = deferred.filter(({ quantity }) => quantity > 0);
  if (charges.length === deferred.length) return change;
  return remembering(change, { deferred: charges }, account);
}

function withoutDebts(
  change: ChangeOf<'subscriptions'>,
  status: readonly string[],
  account: Account,
): ChangeOf<'subscriptions'> {
  const [main, ...others] = change.puts;
  const debts = account.store.transactions.all({ subscription_id: [main.entity.id], status });
  const { puts, events, ...rest } = inOrder(...debts.map((debt) => cancelTransaction(debt, account.moment())));
  return { ...rest, puts: [main, ...others, ...puts], events: [...change.events, ...events] };
}
