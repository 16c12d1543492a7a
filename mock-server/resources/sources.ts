import type { SourceKind } from '../account/account.ts';
import { approvals } from './adjustments/decide.ts';
import { expire } from './discounts/transitions.ts';
import { dueSource } from './due-source.ts';
import { fallDue } from './subscriptions/fall-due.ts';
import { declinedBills } from './subscriptions/update/declined.ts';
import { becomePastDue } from './transactions/transitions.ts';

/** Sources of changes that fall due, in the order in which they happen at equal times. */
export const sources: readonly SourceKind[] = [
  dueSource('subscriptions', fallDue),
  dueSource('discounts', expire),
  approvals,
  declinedBills,
  dueSource('transactions', (invoice, account) => becomePastDue(invoice, account.moment())),
];
