import type { SourceKind } from '../account/account.ts';
import { approvals } from './adjustments/decide.ts';
import { fallDue as endKey } from './api-keys/transitions.ts';
import { expire } from './discounts/transitions.ts';
import { dueFacts } from './due-facts.ts';
import { dueSource } from './due-source.ts';
import { payOutBalance } from './payouts/schedule.ts';
import { pay } from './payouts/transitions.ts';
import { fallDue as completeOrExpire } from './reports/fall-due.ts';
import { retry } from './subscriptions/dunning.ts';
import { fallDue } from './subscriptions/fall-due.ts';
import { cancelDeclined } from './subscriptions/update/declined.ts';
import { becomePastDue } from './transactions/transitions.ts';

/** Sources of changes that fall due, in the order in which they happen at equal times. */
export const sources: readonly SourceKind[] = [
  dueSource('subscriptions', fallDue),
  dueSource('discounts', expire),
  dueSource('reports', completeOrExpire),
  dueSource('issued_keys', (key, account) => endKey(key, account.moment())),
  approvals,
  dueFacts({ declined: cancelDeclined, dunning: retry, payout_schedule: (_id, account) => payOutBalance(account) }),
  dueSource('payouts', pay),
  dueSource('transactions', (invoice, account) => becomePastDue(invoice, account.moment())),
];
