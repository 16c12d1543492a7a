import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../../../account/account.ts';
import { paddleError } from '../../../errors/errors.ts';
import { type Change, inOrder } from '../../../state/change.ts';
import type { EntityText } from '../../../state/lists/text-table.ts';
import { withCredit } from '../../credit-balances/credit-of.ts';
import { countUse } from '../../discounts/use.ts';
import { bill } from '../bill.ts';
import type { Subscription, SubscriptionTerms } from '../kind.ts';
import { termsOf, withTerms } from '../terms.ts';
import { change } from '../transitions.ts';
import { cancelLater } from './declined.ts';
import type { Plan } from './plan.ts';
import { recordedAttempt, recordedChange } from './record-change.ts';
import { refuseTooMany } from './rules.ts';

/**
 * Makes a planned change, and bills what it charges now. A change of nothing has no event.
 *
 * @throws PaddleApiError if the payment fails and the change is not to be made without it; its transaction remains
 * @evidence observed: the bill's events come before `subscription.updated`; an equal list of items changes nothing
 */
export function makeChange(
  before: Subscription,
  plan: Plan,
  onFailure: 'prevent_change' | 'apply_change' | undefined,
  account: Account,
): EntityText {
  const { after, now, deferred, used } = plan;
  const { store } = account;
  if (!now && deferred.length === 0 && isDeepStrictEqual(after, before))
    return store.subscriptions.requireText(before.id);
  const updated = change(after, account.moment(), before);
  const own: Change[] = [{ puts: plan.puts }, changedTerms(before, plan, account)];
  if (used) own.push(countUse(used, account.moment()));
  if (!now) {
    own.push(recordedChange(before, plan, { onFailure }, account));
    return account.apply(withCredit(joined(updated, own), store));
  }
  refuseTooMany(before, account);
  const { change: billing, transaction, error } = bill(after, now, account);
  if (error && onFailure !== 'apply_change') {
    const history = recordedAttempt(before, plan, transaction.id, account);
    account.apply(withCredit(inOrder(billing, cancelLater(transaction.id, account), history), store));
    account.agenda.wake();
    throw paddleError('subscription_payment_declined', {
      hint: `${transaction.id} is past due, and will be canceled.`,
    });
  }
  own.push(billing, recordedChange(before, plan, { onFailure, transactionId: transaction.id }, account));
  return account.apply(withCredit(joined(updated, own), store));
}

/** The subscription is announced last, and is what the operation returns. */
function joined(updated: ReturnType<typeof change>, others: readonly Change[]): ReturnType<typeof change> {
  const [main] = updated.puts;
  const { puts, events, ...rest } = inOrder(...others, updated);
  return { ...rest, puts: [main, ...puts.filter((put) => put !== main)], events };
}

function changedTerms(subscription: Subscription, { deferred, terms }: Plan, account: Account): Change {
  const added: SubscriptionTerms =
    deferred.length > 0 ? { deferred: [...(termsOf(subscription, account).deferred ?? []), ...deferred] } : {};
  const changed = { ...terms, ...added };
  return Object.keys(changed).length > 0 ? withTerms(subscription, changed, account) : {};
}
