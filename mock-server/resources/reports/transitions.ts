import type { components } from '#openapi/generated/guide.ts';
import { badRequest, paddleError } from '../../errors/errors.ts';
import { type ChangeOf, changed } from '../../state/change.ts';
import type { Creation, Moment } from '../../time/moment.ts';
import { filterProblem } from './filters.ts';
import type { Report } from './kind.ts';
import { moveReport } from './moves.ts';

type ReportCreate = components['schemas']['report-create'];

/** Reports that may be pending at once. @evidence assumed */
const pendingAtMost = 10;

/**
 * Creates a report, which is pending.
 *
 * @param pending the account's reports that are pending
 * @evidence official: the codes of both refusals. assumed: an equal report that is pending is a concurrent one, and ten
 *   pending ones are the limit
 */
export function create(
  { type, filters: given = [] }: ReportCreate,
  pending: readonly Report[],
  { id, now }: Creation,
): ChangeOf<'reports'> {
  const filters = given.map(({ name, operator = null, value }) => ({ name, operator, value }));
  const problem = filterProblem(type, filters);
  if (problem) throw badRequest([problem]);
  const isSame = (other: Report) => other.type === type && JSON.stringify(other.filters) === JSON.stringify(filters);
  if (pending.some(isSame)) throw paddleError('concurrent_report_generation_not_allowed');
  if (pending.length >= pendingAtMost) throw paddleError('report_creation_limit_exceeded');
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

/** Ends a report. @evidence assumed: announced like any other change */
export function expire(report: Report, { now }: Moment): ChangeOf<'reports'> {
  const status = moveReport('expire', report);
  return changed('reports', { ...report, status, updated_at: now }, ['report.updated']);
}

/** Rejects the download of a report that has no file. @evidence assumed: `report_empty` stands for one without rows */
export function refuseWithoutFile(report: Report): void {
  moveReport('download', report);
  if (report.rows === 0) throw paddleError('report_empty');
}
