import type { components } from '#openapi/generated/guide.ts';
import { type AdjustedItem, adjustLine, type ItemAdjustment, leftOf } from '../../billing/adjustment.ts';
import { type FieldError, type PaddleApiError, paddleError } from '../../errors/errors.ts';
import type { Transaction } from '../transactions/kind.ts';
import type { Adjustment } from './kind.ts';

type Line = Transaction['details']['line_items'][number];
type AdjustmentItem = Adjustment['items'][number];
type ItemInput = NonNullable<components['schemas']['adjustment-create']['items']>[number];

/** An adjusted line, before it has an ID. */
export type AdjustedLine = Omit<AdjustmentItem, 'id'> & { tax_rate: string };

/** Returns the earlier adjustments of a line that count: approved and pending ones, and what reverses them. */
function earlierOf(itemId: string, earlier: readonly Adjustment[]): AdjustedItem[] {
  const counting = earlier.filter(({ status }) => status !== 'rejected');
  return counting.flatMap(({ items }) => items.filter(({ item_id }) => item_id === itemId).map(({ totals }) => totals));
}

/**
 * Adjusts all that is left of a transaction.
 *
 * @param left amount that may be adjusted in total. Where credit paid a part, it is less than what is left of the lines,
 *   and the last lines are adjusted less. @evidence assumed
 */
export function adjustAll({ details }: Transaction, earlier: readonly Adjustment[], left: bigint): AdjustedLine[] {
  let rest = left;
  return details.line_items.flatMap((line) => {
    const before = earlierOf(line.id, earlier);
    const ofLine = leftOf(line, before);
    const isWhole = ofLine <= rest;
    const amount = isWhole ? ofLine : rest;
    if (amount <= 0n) return [];
    rest -= amount;
    const item: ItemAdjustment = isWhole ? { type: 'full' } : { type: 'partial', amount };
    return [adjusted(line, before, item)];
  });
}

/** Adjusts all tax that is left of a transaction. */
export function adjustTaxes({ details }: Transaction, earlier: readonly Adjustment[]): AdjustedLine[] {
  const lines = details.line_items.map((line) => adjusted(line, earlierOf(line.id, earlier), { type: 'tax' }));
  return lines.filter(({ totals }) => BigInt(totals.total) > 0n);
}

/**
 * Adjusts the items of a request.
 *
 * @throws PaddleApiError for an item that is unknown, adjusted by nothing, or by more than is left of it
 */
export function adjustItems(
  { details }: Transaction,
  earlier: readonly Adjustment[],
  inputs: readonly ItemInput[],
  taxMode: 'internal' | 'external',
): AdjustedLine[] {
  const done: AdjustedLine[] = [];
  const problems: (Problem | undefined)[] = inputs.map((input) => {
    const line = details.line_items.find(({ id }) => id === input.item_id);
    if (!line) throw paddleError('not_found', { id: input.item_id });
    const before = earlierOf(line.id, earlier);
    const here = done.filter(({ item_id }) => item_id === line.id).map(({ totals }) => totals);
    const item: ItemAdjustment =
      input.type === 'full' ? { type: 'full' } : { type: 'partial', amount: BigInt(input.amount ?? 0), taxMode };
    const result = adjusted(line, [...before, ...here], item, input.amount);
    done.push(result);
    return problemOf(result, leftOf(line, before), leftOf(line, [...before, ...here]));
  });
  refuse(problems);
  return done;
}

function adjusted(
  line: Line,
  earlier: readonly AdjustedItem[],
  item: ItemAdjustment,
  amount?: string | null,
): AdjustedLine {
  const totals = adjustLine(line, earlier, item);
  const shown = item.type === 'partial' ? (amount ?? totals.total) : totals.total;
  const { type } = item;
  return { item_id: line.id, type, amount: shown, proration: null, totals, tax_rate: line.tax_rate };
}

/** A fault of an item: its error if it is the only one, and its message otherwise. */
type Problem = { error: PaddleApiError; message: string };

/**
 * @param left amount left of the line before the request
 * @param leftHere amount left of it after the items before this one
 */
function problemOf({ item_id: id, totals }: AdjustedLine, left: bigint, leftHere: bigint): Problem | undefined {
  const amount = BigInt(totals.total);
  if (left <= 0n) {
    const error = paddleError('adjustment_transaction_item_has_already_been_fully_adjusted', { id });
    return { error, message: `Adjustment item ${id} has already been fully adjusted` };
  }
  if (amount > left) {
    const error = paddleError('adjustment_amount_above_remaining_allowed', { id, left: String(left) });
    return { error, message: `adjustment amount for item ${id} is over remaining allowed ${left}` };
  }
  if (amount > leftHere || leftHere <= 0n)
    return { error: paddleError('adjustment_transaction_item_over_adjustment'), message: '' };
  if (amount > 0n) return undefined;
  const message = `You are attempting to make an adjustment with zero amount on a transaction item. ID ${id}`;
  return { error: paddleError('adjustment_amount_cannot_be_zero', { id }), message };
}

/**
 * @evidence official: the codes, and the messages of several. assumed: one wrong item has its own code, and several have
 *   the code that lists them
 */
function refuse(problems: readonly (Problem | undefined)[]): void {
  const found = problems.flatMap((problem, index) => (problem ? [{ ...problem, index }] : []));
  const [first] = found;
  if (!first) return;
  const over = found.find(({ message }) => message === '');
  if (over) throw over.error;
  if (found.length === 1) throw first.error;
  const errors: FieldError[] = found.map(({ index, message }) => ({
    field: `adjustment.transaction.items[${index}]`,
    message,
  }));
  throw paddleError('adjustment_transaction_item_invalid', { errors });
}
