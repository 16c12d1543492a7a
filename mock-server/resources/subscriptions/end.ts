import type { Account } from '../../account/account.ts';
import { type ChangeOf, inOrder } from '../../state/change.ts';
import { cancel as cancelTransaction } from '../transactions/transitions.ts';
import { type Happening, recorded } from './history.ts';
import type { Subscription } from './kind.ts';
import { remembering, termsOf } from './terms.ts';
import { cancel, pause } from './transitions.ts';

/** Why a subscription ends, and from when. */
type End = { effective_from?: 'immediately' | 'next_billing_period'; reason?: Happening['reason'] };

/** Cancels at once. @evidence official: what it has not paid is canceled too. assumed: after the subscription */
export function endNow(
  subscription: Subscription,
  account: Account,
  { effective_from = 'immediately', reason = reasonOf(account) }: End = {},
): ChangeOf<'subscriptions'> {
  const change = withoutDebts(cancel(subscription, account.moment()), ['billed', 'past_due'], account);
  return happened(change, { action: 'subscription_canceled', detail: { effective_from }, reason }, account);
}

/** Pauses at once. @evidence official: its renewals that are past due are canceled */
export function pauseNow(
  subscription: Subscription,
  account: Account,
  { effective_from = 'immediately', reason = reasonOf(account) }: End = {},
): ChangeOf<'subscriptions'> {
  const paused = withoutDebts(pause(subscription, account.moment()), ['past_due'], account);
  const detail = { effective_from, status: paused.puts[0].entity.status };
  const change = happened(paused, { action: 'subscription_paused', detail, reason }, account);
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

/** Returns the reason of what was asked for. @evidence official: the reasons; assumed: which request has which */
export function reasonOf({ cause }: Account): Happening['reason'] {
  if (cause.source === 'customer_portal') return 'customer_request';
  return cause.source === 'api' ? 'seller_request' : null;
}

function happened(
  change: ChangeOf<'subscriptions'>,
  happening: Happening,
  account: Account,
): ChangeOf<'subscriptions'> {
  const { entries = [] } = recorded(change.puts[0].entity.id, [happening], account);
  return { ...change, entries: [...(change.entries ?? []), ...entries] };
}
