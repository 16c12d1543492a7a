import type { Account } from '../../account/account.ts';
import type { Behaviours } from '../../spec/behaviours.ts';
import { type Change, inOrder } from '../../state/change.ts';
import type { Dunning } from '../../state/entries/private-facts.ts';
import { withCredit } from '../credit-balances/credit-of.ts';
import type { Transaction } from '../transactions/kind.ts';
import { collect } from './collect.ts';
import { endNow, pauseNow } from './end.ts';
import { followPayment } from './follow-payment.ts';
import type { Subscription } from './kind.ts';

const dayMs = 86_400_000;

/** Attempts to collect an unpaid renewal, in days after the failed payment, and what happens on the last day. */
type Plan = { attempts: readonly number[]; ends: number; end: typeof endNow };

/**
 * @evidence official: up to seven within 30 days, then the subscription ends; observed: the sandbox makes none. assumed: the
 *   days, of which it is known that four come within about 12 days, and the others by about the 20th
 */
const live = { attempts: [2, 5, 8, 11, 14, 17, 20], ends: 30 } as const;

const plans: Readonly<Record<Behaviours['dunning'], Plan | undefined>> = {
  'then-cancel': { ...live, end: endNow },
  'then-pause': { ...live, end: pauseNow },
  none: undefined,
};

/**
 * Starts to collect the bill that made a subscription past due.
 *
 * @evidence official: only where payment is automatic
 */
export function startDunning({ id, collection_mode }: Subscription, unpaid: Transaction, account: Account): Change {
  const { clock } = account;
  if (collection_mode === 'manual') return {};
  return planned(id, { transaction_id: unpaid.id, since: clock.now(), retries: 0 }, account);
}

/** Charges the unpaid bill of a subscription again, or gives it up after the last attempt. */
export function retry(id: string, account: Account): Change {
  const { store } = account;
  const subscription = store.subscriptions.find(id);
  const dunning = store.privateFacts.find('dunning', id);
  const unpaid = dunning && store.transactions.find(dunning.transaction_id);
  const plan = planOf(account);
  const isOver = subscription?.status !== 'past_due' || unpaid?.status !== 'past_due';
  if (isOver || !dunning || !plan) return planned(id, undefined, account);
  if (dunning.retries >= plan.attempts.length)
    return withCredit(inOrder(plan.end(subscription, account), planned(id, undefined, account)), store);
  const { change, error } = collect(subscription, unpaid, account, {
    follow: (paid) => followPayment(paid, undefined, account),
  });
  const next = error ? { ...dunning, retries: dunning.retries + 1 } : undefined;
  return withCredit(inOrder(change, planned(id, next, account)), store);
}

function planOf({ behaviours }: Account): Plan | undefined {
  return plans[behaviours.dunning];
}

/** Plans the next attempt; none if nothing is to be collected, or payments are not retried. */
function planned(id: string, dunning: Dunning | undefined, account: Account): Change {
  const about = { entry: 'private facts' as const, kind: 'dunning' as const, id };
  const plan = planOf(account);
  if (!dunning || !plan) return { entries: [{ ...about, facts: null }] };
  const day = plan.attempts[dunning.retries] ?? plan.ends;
  return { entries: [{ ...about, facts: dunning, due: dunning.since + day * dayMs }] };
}
