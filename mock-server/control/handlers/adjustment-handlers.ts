import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../../account/account.ts';
import { PaddleApiError } from '../../errors/errors.ts';
import { decide } from '../../resources/adjustments/decide.ts';
import type { ControlHandlers } from '../handlers.ts';
import { ControlError } from '../requests/control-error.ts';

/** Handlers that decide about refunds, as Paddle does. */
export const adjustmentHandlers: Pick<ControlHandlers, 'approveAdjustment' | 'rejectAdjustment'> = {
  approveAdjustment: ({ params }, { account }) => decided(account, params.adjustment_id, 'approve'),
  rejectAdjustment: ({ params }, { account }) => decided(account, params.adjustment_id, 'reject'),
};

function decided(account: Account, id: string, decision: 'approve' | 'reject'): object {
  const adjustment = account.store.adjustments.find(id);
  if (!adjustment)
    throw new ControlError(404, 'not_found', `Could not find ${id}. List the adjustments with GET /adjustments.`);
  try {
    return JSON.parse(account.apply(decide(adjustment, decision, account)));
  } catch (error) {
    if (!(error instanceof PaddleApiError)) throw error;
    throw new UsageError(`Could not ${decision} the adjustment: ${error.hint ?? error.message}`);
  }
}
