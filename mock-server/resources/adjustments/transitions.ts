import type { components } from '#openapi/generated/guide.ts';
import {
  type AdjustedItem,
  adjustedTaxRates,
  payOutAdjustment,
  reverseAdjustment,
  sumAdjustment,
} from '../../billing/adjustment.ts';
import { type ChargebackFee, chargebackFeeOf, noChargebackFee } from '../../billing/chargeback-fee.ts';
import type { Payout } from '../../billing/payout.ts';
import { badRequest, paddleError } from '../../errors/errors.ts';
import { type ChangeOf, changed, inOrder } from '../../state/change.ts';
import type { Creation, Moment } from '../../time/moment.ts';
import type { Transaction } from '../transactions/kind.ts';
import { completeCredited } from '../transactions/transitions.ts';
import { type AdjustedLine, adjustAll, adjustItems, adjustTaxes } from './adjusted-items.ts';
import { checkAdjustable } from './check-adjustable.ts';
import type { Adjustment } from './kind.ts';
import { moveAdjustment } from './moves.ts';
import { adjustTotals } from './take-effect.ts';

export type AdjustmentCreate = components['schemas']['adjustment-create'];

/** An adjusted transaction, with its adjustments so far, and what its settlement is paid out in. */
export type Adjusted = { transaction: Transaction; earlier: readonly Adjustment[]; payout?: Payout };

/** Context of a new adjustment. */
export type AdjustmentCreation = Creation & { nextItemId: () => string };

/**
 * Creates a refund, which waits for its approval, or a credit, which is approved at once.
 *
 * @evidence official; observed 2023-08-09 and 2023-09-04: the statuses
 */
export function create(
  input: AdjustmentCreate,
  adjusted: Adjusted,
  creation: AdjustmentCreation,
): ChangeOf<'adjustments'> {
  const { transaction, earlier } = adjusted;
  const { action, type = 'partial', reason } = input;
  checkInput(input);
  const customer_id = checkAdjustable(action, transaction, earlier);
  const { totals, adjusted_totals } = transaction.details;
  const left = BigInt(action === 'credit' ? totals.balance : adjusted_totals.grand_total);
  const lines =
    type === 'full'
      ? adjustAll(transaction, earlier, left)
      : adjustItems(transaction, earlier, input.items ?? [], input.tax_mode ?? 'internal');
  const adjustment = make({ action, type, reason, customer_id, lines }, transaction, creation);
  checkTotals(adjustment, transaction, left);
  const created = changed('adjustments', adjustment, ['adjustment.created']);
  return action === 'credit' ? takeEffect(created, adjusted, creation) : created;
}

/** Approves a refund, which takes effect then. @param adjusted the refunded transaction, if it is stored */
export function approve(
  adjustment: Adjustment,
  adjusted: Adjusted | undefined,
  moment: Moment,
): ChangeOf<'adjustments'> {
  const status = moveAdjustment('approve', adjustment);
  const approved = changed('adjustments', { ...adjustment, status, updated_at: moment.now }, ['adjustment.updated']);
  return adjusted ? takeEffect(approved, adjusted, moment) : approved;
}

/**
 * Announces an adjustment that Paddle makes, such as a chargeback, which takes effect at once.
 *
 * @evidence official: it has been decided elsewhere. assumed: approved from the start
 */
export function charge(
  adjustment: Adjustment,
  adjusted: Adjusted | undefined,
  moment: Moment,
): ChangeOf<'adjustments'> {
  const charged = adjusted ? withChargebackFee(adjustment, adjusted) : adjustment;
  const approved = changed('adjustments', { ...charged, status: 'approved' }, ['adjustment.created']);
  return adjusted ? takeEffect(approved, adjusted, moment) : approved;
}

/** @evidence official: a chargeback and a warning of one have a fee */
function withChargebackFee(adjustment: Adjustment, { transaction, payout }: Adjusted): Adjustment {
  const { action, payout_totals } = adjustment;
  const paidOut = transaction.details.payout_totals;
  if ((action !== 'chargeback' && action !== 'chargeback_warning') || !payout_totals || !paidOut) return adjustment;
  const isPaypal = transaction.payments[0]?.method_details.type === 'paypal';
  const chargeback_fee = chargebackFeeOf({ currency: transaction.currency_code, isPaypal, paidOut }, payout);
  return { ...adjustment, payout_totals: { ...payout_totals, chargeback_fee } };
}

/** Rejects a refund, which never takes effect. */
export function reject(adjustment: Adjustment, { now }: Moment): ChangeOf<'adjustments'> {
  const status = moveAdjustment('reject', adjustment);
  return changed('adjustments', { ...adjustment, status, updated_at: now }, ['adjustment.updated']);
}

/**
 * Takes the tax off a transaction whose buyer turns out to be exempt from it: by a refund, or by a credit of an invoice that is
 * not paid. Returns nothing if no tax is left.
 *
 * @evidence official: a tax identifier that a revision adds makes such an adjustment, whose subtotal is zero. assumed: its
 *   reason, and that it is approved
 */
export function adjustTax(adjusted: Adjusted, creation: AdjustmentCreation): ChangeOf<'adjustments'> | undefined {
  const { transaction, earlier } = adjusted;
  const lines = adjustTaxes(transaction, earlier);
  const { customer_id, status } = transaction;
  if (lines.length === 0 || customer_id === null) return undefined;
  const action = status === 'completed' ? 'refund' : 'credit';
  const parts: Parts = { action, type: 'partial', reason: 'tax_exempt', customer_id, lines };
  const adjustment: Adjustment = { ...make(parts, transaction, creation), status: 'approved' };
  return takeEffect(changed('adjustments', adjustment, ['adjustment.created']), adjusted, creation);
}

/**
 * Reverses a credit of a customer's balance, as when the change of a subscription that gave it failed, or a chargeback that was
 * won.
 *
 * @evidence observed for a credit: every figure is negative, and the credit is reversed then. official: a chargeback that is
 *   won gives its fee back
 */
export function reverse(credit: Adjustment, adjusted: Adjusted, creation: AdjustmentCreation): ChangeOf<'adjustments'> {
  const { now, nextItemId } = creation;
  const status = moveAdjustment('reverse', credit);
  const reversed = changed('adjustments', { ...credit, status, updated_at: now }, ['adjustment.updated']);
  const reversal: Adjustment = {
    ...credit,
    id: creation.id,
    action: reversalOf(credit.action),
    reason: credit.action === 'credit' ? 'subscription_update_failed' : credit.reason,
    items: credit.items.map((item) => ({
      ...item,
      id: nextItemId(),
      amount: item.amount === null ? null : negated(item.amount),
      totals: reverseItem(item.totals),
    })),
    totals: reverseAdjustment(credit.totals),
    payout_totals: credit.payout_totals && {
      ...reverseAdjustment(credit.payout_totals),
      chargeback_fee: negatedFee(credit.payout_totals.chargeback_fee),
    },
    tax_rates_used: credit.tax_rates_used.map((used) => ({ ...used, totals: reverseItem(used.totals) })),
    created_at: now,
    updated_at: now,
  };
  const created = changed('adjustments', reversal, ['adjustment.created']);
  const [main] = created.puts;
  return takeEffect({ ...inOrder(created, reversed), puts: [main, ...reversed.puts] }, adjusted, creation);
}

function reversalOf(action: Adjustment['action']): Adjustment['action'] {
  if (action === 'chargeback') return 'chargeback_reverse';
  return action === 'chargeback_warning' ? 'chargeback_warning_reverse' : 'credit_reverse';
}

function negatedFee({ amount, original }: ChargebackFee): ChargebackFee {
  if (amount === '0') return noChargebackFee;
  return { amount: negated(amount), original: original && { ...original, amount: negated(original.amount) } };
}

function reverseItem({ subtotal, tax, total }: AdjustedItem): AdjustedItem {
  return { subtotal: negated(subtotal), tax: negated(tax), total: negated(total) };
}

function negated(amount: string): string {
  return String(-BigInt(amount));
}

/**
 * Adds the effect on the transaction to the change of an adjustment. An invoice that is credited in full is completed.
 *
 * @evidence observed 2023-09-04: a pending refund changes nothing. assumed: `transaction.updated` after the adjustment's
 *   own event, and the completion, with a balance of zero as after a payment
 */
function takeEffect(
  change: ChangeOf<'adjustments'>,
  { transaction, earlier, payout }: Adjusted,
  moment: Moment,
): ChangeOf<'adjustments'> {
  const [main, ...others] = change.puts;
  const details = adjustTotals(transaction, main.entity, earlier, payout);
  const adjusted = { ...transaction, details, updated_at: moment.now };
  const isSettled = main.entity.action === 'credit' && details.totals.balance === '0';
  const effect = isSettled
    ? completeCredited(adjusted, moment)
    : changed('transactions', adjusted, ['transaction.updated']);
  return { ...inOrder(change, effect), puts: [main, ...others, ...effect.puts] };
}

/** @evidence official: Paddle's SDKs send no items with a full adjustment; assumed for the code */
function checkInput({ action, type = 'partial', tax_mode, items }: AdjustmentCreate): void {
  if (tax_mode === 'external' && (type === 'full' || action === 'credit'))
    throw paddleError('adjustment_tax_mode_not_allowed');
  if (type === 'full' && items) throw invalid('items', 'must be empty if `type` is `full`');
  if (type === 'partial' && !items) throw badRequest([{ field: '(root)', message: 'items is required' }]);
  for (const [index, item] of (items ?? []).entries())
    if (item.type === 'partial' && (item.amount ?? null) === null)
      throw invalid(`items.${index}.amount`, 'is required if `type` is `partial`');
}

function invalid(field: string, message: string) {
  return paddleError('invalid_field', { errors: [{ field, message }] });
}

type Parts = Pick<Adjustment, 'type' | 'reason' | 'customer_id'> & {
  action: AdjustmentCreate['action'];
  lines: readonly AdjustedLine[];
};

/** @evidence assumed: a credit of an invoice is not applied to the customer's balance, since it reduces the amount due */
function make(
  { action, type, reason, customer_id, lines }: Parts,
  { id: transaction_id, subscription_id, currency_code, details }: Transaction,
  { id, now, nextItemId }: AdjustmentCreation,
): Adjustment {
  const totals = sumAdjustment(
    lines.map((line) => line.totals),
    details.totals,
  );
  const payout = details.payout_totals;
  return {
    id,
    action,
    type,
    transaction_id,
    subscription_id,
    customer_id,
    reason,
    credit_applied_to_balance: action === 'credit' ? false : null,
    currency_code,
    status: action === 'credit' ? 'approved' : 'pending_approval',
    items: lines.map(({ tax_rate: _, ...line }) => ({ id: nextItemId(), ...line })),
    totals,
    payout_totals: payout && { ...payOutAdjustment(totals, payout), chargeback_fee: noChargebackFee },
    tax_rates_used: adjustedTaxRates(lines),
    created_at: now,
    updated_at: now,
  };
}

/** @evidence official: the codes. assumed: more than was paid cannot be refunded, nor more credited than is due */
function checkTotals({ totals, payout_totals, items }: Adjustment, { details }: Transaction, left: bigint): void {
  if (items.length === 0 || BigInt(totals.total) > left)
    throw paddleError('adjustment_total_amount_above_remaining_allowed', { amount: totals.total, left: String(left) });
  if (payout_totals && details.payout_totals && payout_totals.total === '0')
    throw paddleError('adjustment_payout_earnings_cannot_be_zero', {
      currency_code: totals.currency_code,
      earnings: totals.earnings,
      payout_currency_code: payout_totals.currency_code,
      exchange_rate: details.payout_totals.exchange_rate,
    });
}
