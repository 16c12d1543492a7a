import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../../account/account.ts';
import { type Change, type ChangeOf, inOrder } from '../../state/change.ts';
import type { ChargeError } from '../payment-methods/cards.ts';
import { bill, soldItems } from './bill.ts';
import { startDunning } from './dunning.ts';
import { reasonOf } from './end.ts';
import { activatedBy, attempted } from './happenings.ts';
import { type Happening, recorded } from './history.ts';
import type { Subscription, SubscriptionTerms } from './kind.ts';
import { moveSubscription } from './moves/moves.ts';
import { termsOf, withTerms } from './terms.ts';
import { activate, becomePastDue, continuePeriod, renew, resume } from './transitions.ts';

/** Returns what the history of a subscription tells of a period that a transaction billed. */
type Happened = (subscription: Subscription, transactionId: string) => Happening[];

/**
 * Renews a subscription, whose period has ended, and bills the next one.
 *
 * @evidence official: the order of https://developer.paddle.com/webhooks/simulator/subscription-renewed; the period moves
 *   before the payment, also before one that fails
 */
export function renewNow(subscription: Subscription, account: Account, error?: ChargeError): ChangeOf<'subscriptions'> {
  const { anchor } = termsOf(subscription, account);
  const renewal = renew(subscription, anchor === undefined ? undefined : Date.parse(anchor), account.moment());
  const happened: Happened = ({ next_billed_at, current_billing_period: period }, transaction_id) =>
    next_billed_at === null || period === null
      ? []
      : [
          {
            action: 'subscription_renewed',
            detail: { next_billed_at, current_billing_period: period, transaction_id },
          },
        ];
  return billed(renewal, account, happened, { error });
}

/**
 * Renews a subscription, or ends its trial, with a payment that is declined.
 *
 * @throws PaddleApiError for another status
 * @throws UsageError if no payment can fail
 */
export function failRenewal(subscription: Subscription, account: Account): ChangeOf<'subscriptions'> {
  moveSubscription('failRenewal', subscription);
  const failed = (subscription.status === 'trialing' ? activateNow : renewNow)(subscription, account, 'declined');
  if (failed.puts[0].entity.status === 'past_due') return failed;
  throw new UsageError(
    'Could not make the subscription past due: its bill is for nothing, or not charged. Use one whose payment can fail.',
  );
}

/** Ends a trial now, and bills the first period. @evidence official: the dates restart */
export function activateNow(
  subscription: Subscription,
  account: Account,
  error?: ChargeError,
): ChangeOf<'subscriptions'> {
  const isAsked = account.cause.source !== 'system';
  const happened: Happened = (active, transaction_id) => [
    ...(isAsked ? [attempted('subscription_activate', transaction_id)] : []),
    ...activatedBy(active, transaction_id),
  ];
  return restarted(activate(subscription, account.moment()), account, happened, error);
}

/**
 * Resumes a paused subscription.
 *
 * @evidence official: a new period, which is billed, or the rest of the old one, which was paid for. assumed: one that resumes
 *   by itself starts a new one if the old one has ended meanwhile, or was not paid
 */
export function resumeNow(
  subscription: Subscription,
  onResume: SubscriptionTerms['on_resume'],
  account: Account,
): ChangeOf<'subscriptions'> {
  const isLost = isOver(subscription, account) || isUnpaid(subscription, account);
  const on_resume = isLost ? 'start_new_billing_period' : (onResume ?? 'start_new_billing_period');
  const resumed = ({ status }: Subscription): Happening[] => [
    { action: 'subscription_resumed', detail: { status, on_resume }, reason: reasonOf(account) },
  ];
  if (on_resume === 'start_new_billing_period')
    return restarted(resume(subscription, account.moment()), account, resumed);
  const change = continuePeriod(subscription, account.moment());
  const { entries = [] } = recorded(subscription.id, resumed(change.puts[0].entity), account);
  return { ...change, entries };
}

/** Returns true if the current period has ended. */
export function isOver({ current_billing_period: period }: Subscription, { clock }: Account): boolean {
  return period === null || Date.parse(period.ends_at) <= clock.now();
}

/** Returns true if the bill of the current period was given up. @evidence official: such a period cannot be continued */
export function isUnpaid({ id, current_billing_period: period }: Subscription, { store }: Account): boolean {
  const bills = store.transactions
    .all({ subscription_id: [id], origin: ['subscription_recurring'] })
    .filter(({ billing_period }) => period !== null && billing_period?.starts_at === period.starts_at);
  const isGivenUp = (status: string) => status === 'canceled' || status === 'past_due';
  return bills.length > 0 && bills.every(({ status }) => isGivenUp(status));
}

/** Counts periods from now on. */
function restarted(
  change: ChangeOf<'subscriptions'>,
  account: Account,
  happened: Happened,
  error?: ChargeError,
): ChangeOf<'subscriptions'> {
  return billed(change, account, happened, { terms: { anchor: account.moment().now }, error });
}

/**
 * Bills the period that a change starts, and what was deferred to it. A subscription that does not pay becomes past due.
 *
 * @param happened returns what its history tells of it
 * @param how facts that change, and why the payment fails, by default for what the payment method does
 */
function billed(
  change: ChangeOf<'subscriptions'>,
  account: Account,
  happened: Happened,
  { terms = {}, error: failure }: { terms?: SubscriptionTerms; error?: ChargeError | undefined } = {},
): ChangeOf<'subscriptions'> {
  const [main, ...others] = change.puts;
  if (main.kind !== 'subscriptions') throw new Error('A period of no subscription was started.');
  const { entity } = main;
  const { current_billing_period: period } = entity;
  const { deferred = [], means, unbilled } = termsOf(entity, account);
  const isShown = period && account.behaviours['renewal-proration'] === 'whole';
  const share = isShown ? { proration: { rate: '1', billing_period: period } } : {};
  const items = [...soldItems(entity).map((item) => ({ ...item, ...share })), ...deferred];
  const what = { items, origin: 'subscription_recurring', period, error: failure } as const;
  const { change: billing, transaction, error } = bill(entity, what, account);
  // Otherwise each bill would look for the payment method in all earlier ones.
  const found = means === undefined ? transaction.payments[0] : undefined;
  const changed = {
    ...terms,
    ...(found && { means: found }),
    ...(deferred.length > 0 && { deferred: undefined }),
    ...(unbilled && { unbilled: undefined }),
  };
  const kept = Object.keys(changed).length > 0 ? withTerms(entity, changed, account) : {};
  const failed = error ? becomePastDue(entity, account.moment()) : undefined;
  const pursued: Change[] = failed ? [failed, startDunning(entity, transaction, account)] : [];
  const { status } = failed?.puts[0].entity ?? entity;
  const history = happened(entity, transaction.id);
  if (failed) history.push({ action: 'subscription_past_due', detail: { status, transaction_id: transaction.id } });
  const { puts, events, ...rest } = inOrder(
    { ...change, puts: others },
    kept,
    billing,
    ...pursued,
    recorded(entity.id, history, account),
  );
  const after = failed?.puts[0] ?? main;
  return { ...rest, puts: [after, ...puts.filter((put) => put !== after)], events };
}
