import type { Account, SourceKind } from '../../../account/account.ts';
import type { Change } from '../../../state/change.ts';
import { withCredit } from '../../credit-balances/credit-of.ts';
import { cancel } from '../../transactions/transitions.ts';

/** Milliseconds after which the bill of a prevented change is canceled. @evidence official, approximately */
const canceledAfter = 45_000;

const prefix = 'declined_';
/** Rows of declined bills; each waits for its cancellation, or had it. */
const ofDeclined = "id >= 'declined_' AND id < 'declined`'";
const dueAt = "json_extract(facts, '$.cancel_at')";

/** Returns what has the bill of a prevented change canceled later. */
export function cancelLater(id: string, { clock }: Account): Change {
  const facts = { cancel_at: clock.now() + canceledAfter };
  return { entries: [{ entry: 'private facts', kind: 'declined', id: `${prefix}${id}`, facts }] };
}

/** Source of the cancellations of bills whose payment was declined, so that the change was not made. */
export const declinedBills: SourceKind = {
  accounts: `SELECT id AS account FROM accounts
    WHERE EXISTS (SELECT 1 FROM private_facts WHERE account = accounts.id AND ${ofDeclined})`,
  open: (account, statements) => ({
    name: 'declined bills',
    firstDue: () => {
      const sql = `SELECT min(${dueAt}) FROM private_facts WHERE account = ? AND ${ofDeclined}`;
      const time = statements(sql).pluck().get(account.id);
      return typeof time === 'number' ? time : undefined;
    },
    run: (time, atMost) => {
      const sql = `SELECT id FROM private_facts WHERE account = ? AND ${ofDeclined} AND ${dueAt} = ? ORDER BY id LIMIT ?`;
      const ids = statements(sql).pluck().all(account.id, time, atMost).map(String);
      for (const id of ids) account.store.apply(canceled(id, account));
      return ids.length;
    },
  }),
};

/** A bill that was paid meanwhile stays. */
function canceled(id: string, account: Account): Change {
  const { store } = account;
  const transaction = store.transactions.find(id.slice(prefix.length));
  const done: Change = { entries: [{ entry: 'private facts', kind: 'declined', id, facts: {} }] };
  if (transaction?.status !== 'past_due') return done;
  const change = cancel(transaction, account.moment());
  return withCredit({ ...change, ...done }, store);
}
