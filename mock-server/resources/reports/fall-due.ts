import type { Account } from '../../account/account.ts';
import type { ChangeOf } from '../../state/change.ts';
import { formatTimestamp } from '../../time/timestamp.ts';
import type { Report } from './kind.ts';
import { extractsOf } from './sources.ts';
import { complete, expire } from './transitions.ts';

/** Milliseconds for which a report can be downloaded. @evidence official: 14 days */
const keptFor = 14 * 86_400_000;

/** Completes a pending report, and ends one that was kept long enough. */
export function fallDue(report: Report, account: Account): ChangeOf<'reports'> {
  const moment = account.moment();
  if (report.status !== 'pending') return expire(report, moment);
  const rows = extractsOf(report).reduce((sum, extract) => sum + account.store.extracts.count(extract), 0);
  const end = formatTimestamp(moment.time + keptFor, account.behaviours.timestamps);
  return complete(report, rows, end, moment);
}
