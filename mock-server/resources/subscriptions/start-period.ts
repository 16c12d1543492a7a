import type { Account } from '../../account/account.ts';
import { type Change, type ChangeOf, inOrder } from '../../state/change.ts';
import { bill, soldItems } from './bill.ts';
import { startDunning } from './dunning.ts';
import type { Subscription, SubscriptionTerms } from './kind.ts';
import { termsOf, withTerms } from './terms.ts';
import { activate, becomePastDue, continuePeriod, renew, resume } from './transitions.ts';

/**
 * Renews a subscription, whose period has ended, and bills the next one.
 *
 * @evidence official: the order of https://developer.paddle.com/webhooks/simulator/subscription-renewed; the period moves
 *   before the payment, also before one that fails
 */
export function renewNow(subscription: Subscription, account: Account): ChangeOf<'subscriptions'> {
  const { anchor } = termsOf(subscription, account);
  const renewal = renew(subscription, anchor === undefined ? undefined : Date.parse(anchor), account.moment());
  return billed(renewal, account);
}

/** Ends a trial now, and bills the first period. @evidence official: the dates restart */
export function activateNow(subscription: Subscription, account: Account): ChangeOf<'subscriptions'> {
  return restarted(activate(subscription, account.moment()), account);
}

/**
 * Resumes a paused subscription.
 *
 * @evidence official: a new period, which is billed, or the rest of the old one, which was paid for. assumed: the rest of
 *   one that has ended meanwhile is a new one if it resumes by itself
 */
export function resumeNow(
  subscription: Subscription,
  onResume: SubscriptionTerms['on_resume'],
  account: Account,
): ChangeOf<'subscriptions'> {
  const ends = subscription.current_billing_period?.ends_at;
  const isOver = ends === undefined || Date.parse(ends) <= account.clock.now();
  if (onResume === 'continue_existing_billing_period' && !isOver) return continuePeriod(subscription, account.moment());
  return restarted(resume(subscription, account.moment()), account);
}

/** Counts periods from now on. */
function restarted(change: ChangeOf<'subscriptions'>, account: Account): ChangeOf<'subscriptions'> {
  return billed(change, account, { anchor: account.moment().now });
}

/**
 * Bills the period that a change starts, and what was deferred to it. A subscription that does not pay becomes past due.
 *
 * @param terms facts that change
 */
function billed(
  change: ChangeOf<'subscriptions'>,
  account: Account,
  terms: SubscriptionTerms = {},
): ChangeOf<'subscriptions'> {
  const [main, ...others] = change.puts;
  if (main.kind !== 'subscriptions') throw new Error('A period of no subscription was started.');
  const { entity } = main;
  const { current_billing_period: period } = entity;
  const { deferred = [] } = termsOf(entity, account);
  const items = [...soldItems(entity), ...deferred];
  const hasNewTerms = deferred.length > 0 || Object.keys(terms).length > 0;
  const kept = hasNewTerms ? withTerms(entity, { ...terms, deferred: undefined }, account) : {};
  const {
    change: billing,
    transaction,
    error,
  } = bill(entity, { items, origin: 'subscription_recurring', period }, account);
  const failed = error ? becomePastDue(entity, account.moment()) : undefined;
  const pursued: Change[] = failed ? [failed, startDunning(entity, transaction, account)] : [];
  const { puts, events, ...rest } = inOrder({ ...change, puts: others }, kept, billing, ...pursued);
  const after = failed?.puts[0] ?? main;
  return { ...rest, puts: [after, ...puts.filter((put) => put !== after)], events };
}
