import type { components } from '#openapi/generated/guide.ts';
import { badRequest, paddleError } from '../../errors/errors.ts';
import { type ChangeOf, changed } from '../../state/change.ts';
import type { Creation, Moment } from '../../time/moment.ts';
import { formatTimestamp } from '../../time/timestamp.ts';
import { filterProblem } from './filters.ts';
import type { Report } from './kind.ts';
import { moveReport } from './moves.ts';

type ReportCreate = components['schemas']['report-create'];

/**
 * Reports that may be created in 24 hours.
 *
 * @see https://developer.paddle.com/changelog/2026/increase-report-creation-limit
 * @evidence official
 */
const createdAtMost = 100;

const dayMs = 86_400_000;

/**
 * Creates a report, which is pending.
 *
 * @param recent the account's reports of the last 24 hours, oldest first
 * @see https://developer.paddle.com/errors/reports/concurrent_report_generation_not_allowed
 * @evidence official: one can be pending at a time, and there is a limit for 24 hours
 */
export function create(
  { type, filters: given = [] }: ReportCreate,
  recent: readonly Report[],
  { id, now, behaviours }: Creation,
): ChangeOf<'reports'> {
  const filters = given.map(({ name, operator = null, value }) => ({ name, operator, value }));
  const problem = filterProblem(type, filters);
  if (problem) throw badRequest([problem]);
  if (recent.some(({ status }) => status === 'pending')) throw paddleError('concurrent_report_generation_not_allowed');
  const [last] = recent.slice(-createdAtMost);
  if (last && recent.length >= createdAtMost) {
    const again = Date.parse(last.created_at) + dayMs;
    const retryAfterSeconds = Math.ceil((again - Date.parse(now)) / 1000);
    const time = formatTimestamp(again, behaviours.timestamps);
    throw paddleError('report_creation_limit_exceeded', { time, retryAfterSeconds });
  }
  return announce({
    id,
    type,
    filters,
    status: 'pending',
    rows: null,
    expires_at: null,
    created_at: now,
    updated_at: now,
  });
}

/** Announces a new report. */
export function announce(report: Report): ChangeOf<'reports'> {
  return changed('reports', report, ['report.created']);
}

/** Completes a report. @param expires_at its end */
export function complete(report: Report, rows: number, expires_at: string, { now }: Moment): ChangeOf<'reports'> {
  const status = moveReport('complete', report);
  return changed('reports', { ...report, status, rows, expires_at, updated_at: now }, ['report.updated']);
}

/** Ends a report. @evidence official: `report.updated` announces a change of a report, and `expired` is a status */
export function expire(report: Report, { now }: Moment): ChangeOf<'reports'> {
  const status = moveReport('expire', report);
  return changed('reports', { ...report, status, updated_at: now }, ['report.updated']);
}

/** Rejects the download of a report that has no file. @evidence assumed: `report_empty` stands for one without rows */
export function refuseWithoutFile(report: Report): void {
  moveReport('download', report);
  if (report.rows === 0) throw paddleError('report_empty');
}
