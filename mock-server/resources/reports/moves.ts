import { paddleError } from '../../errors/errors.ts';
import { type Moves, move } from '../moves.ts';
import type { Report } from './kind.ts';

/** Moves of a report, of which the API makes none but the download. */
type ReportOperation = 'complete' | 'expire' | 'download';

const pending = () => paddleError('report_not_ready');
const failed = () => paddleError('report_failed');
const expired = () => paddleError('report_expired');

/** Legal moves of reports. @evidence official: the statuses and the codes. assumed: which code stands for which status */
const reportMoves: Moves<Report, ReportOperation> = {
  complete: { pending: 'ready', ready: failed, failed, expired },
  expire: { pending, ready: 'expired', failed, expired },
  download: { pending, ready: 'ready', failed, expired },
};

/** Returns the status after an operation. @throws PaddleApiError if the status does not allow it */
export function moveReport(operation: ReportOperation, report: Report): Report['status'] {
  return move(reportMoves, operation, report);
}
