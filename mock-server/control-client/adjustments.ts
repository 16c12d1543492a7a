import { answerOf, type ControlClient } from '#openapi/control-plane/control-client.ts';
import type { operations } from '#openapi/generated/control.ts';

/** An adjustment that was approved or rejected, as the API returns it. */
export type DecidedAdjustment = operations['approveAdjustment']['responses'][200]['content']['application/json'];

/** Decisions about an account's pending refunds, which are otherwise approved every ten minutes. */
export type AccountAdjustments = {
  /** Approves a refund, which takes effect. @throws UsageError if it is not pending */
  approve(adjustmentId: string): Promise<DecidedAdjustment>;
  /** Rejects a refund. @throws UsageError if it is not pending */
  reject(adjustmentId: string): Promise<DecidedAdjustment>;
};

export function createAdjustments(control: ControlClient): AccountAdjustments {
  const about = (adjustment_id: string) => ({ params: { path: { adjustment_id } } });
  return {
    approve: (id) => answerOf(control.POST('/_paddock/adjustments/{adjustment_id}/approve', about(id))),
    reject: (id) => answerOf(control.POST('/_paddock/adjustments/{adjustment_id}/reject', about(id))),
  };
}
