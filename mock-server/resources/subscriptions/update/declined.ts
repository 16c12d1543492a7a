import type { Account } from '../../../account/account.ts';
import type { Change } from '../../../state/change.ts';
import { withCredit } from '../../credit-balances/credit-of.ts';
import { cancel } from '../../transactions/transitions.ts';

/** Milliseconds after which the bill of a prevented change is canceled. @evidence official, approximately */
const canceledAfter = 45_000;

/** Returns what has the bill of a prevented change canceled later. */
export function cancelLater(id: string, { clock }: Account): Change {
  return { entries: [{ entry: 'private facts', kind: 'declined', id, facts: {}, due: clock.now() + canceledAfter }] };
}

/** Cancels the bill of a change that was prevented. One that was paid meanwhile stays. */
export function cancelDeclined(id: string, account: Account): Change {
  const { store } = account;
  const transaction = store.transactions.find(id);
  const done: Change = { entries: [{ entry: 'private facts', kind: 'declined', id, facts: null }] };
  if (transaction?.status !== 'past_due') return done;
  return withCredit({ ...cancel(transaction, account.moment()), ...done }, store);
}
