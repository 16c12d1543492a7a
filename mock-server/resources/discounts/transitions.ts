import type { components } from '#openapi/generated/guide.ts';
import { badRequest, paddleError } from '../../errors/errors.ts';
import { type ChangeOf, changed } from '../../state/change.ts';
import type { Creation, Moment } from '../../time/moment.ts';
import { formatTimestamp } from '../../time/timestamp.ts';
import { updateOperation } from '../archivable-moves.ts';
import { storeCustomData, type WithCustomData } from '../custom-data.ts';
import { move } from '../moves.ts';
import { refuseInvalidAmount } from './amount.ts';
import type { Discount } from './kind.ts';
import { discountMoves } from './moves.ts';
import type { DiscountSurroundings } from './surroundings.ts';
import { statusAt } from './use.ts';

export type DiscountCreate = WithCustomData<components['schemas']['discount-create']>;
export type DiscountUpdate = WithCustomData<components['schemas']['discount-update']>;

/**
 * Creates a discount.
 *
 * @evidence observed 2023-08-09 and 2026-01-04: disabled for checkout and without a code unless the request says
 * otherwise; official: one that is enabled for checkout gets a code
 */
export function create(
  input: DiscountCreate,
  creation: Creation,
  surroundings: DiscountSurroundings,
): ChangeOf<'discounts'> {
  const { id, now, behaviours } = creation;
  const discount: Discount = {
    id,
    status: 'active',
    description: input.description,
    enabled_for_checkout: input.enabled_for_checkout ?? false,
    code: input.code ?? null,
    type: input.type,
    mode: input.mode ?? 'standard',
    amount: input.amount,
    currency_code: input.currency_code ?? null,
    recur: input.recur ?? false,
    maximum_recurring_intervals: input.maximum_recurring_intervals ?? null,
    usage_limit: input.usage_limit ?? null,
    restrict_to: input.restrict_to ?? null,
    expires_at: storeTime(input.expires_at ?? null, creation),
    times_used: 0,
    discount_group_id: input.discount_group_id ?? null,
    custom_data: storeCustomData(input.custom_data, behaviours),
    import_meta: null,
    created_at: now,
    updated_at: now,
  };
  refuseInvalidAmount(discount, input);
  surroundings.check(input);
  return announce(withCode(discount, surroundings), 'discount.created', creation, surroundings);
}

/** Announces a new discount. */
export function announce(
  discount: Discount,
  type: 'discount.created' | 'discount.imported',
  moment: Moment,
  { conflict }: Pick<DiscountSurroundings, 'conflict'>,
): ChangeOf<'discounts'> {
  const announced = { ...discount, status: move(discountMoves, 'announce', discount) };
  refuseConflict(discount, conflict);
  return changed('discounts', { ...announced, status: statusAt(announced, moment) }, [type]);
}

/** Changes the fields that were sent. */
export function update(
  discount: Discount,
  input: DiscountUpdate,
  moment: Moment,
  surroundings: DiscountSurroundings,
): ChangeOf<'discounts'> {
  const status = move(discountMoves, updateOperation(input), discount);
  const { custom_data = discount.custom_data, expires_at = discount.expires_at, ...fields } = input;
  const changedFields: Discount = {
    ...discount,
    ...fields,
    ...(fields.type === 'percentage' && { currency_code: null }),
    status,
    expires_at: storeTime(expires_at, moment),
    custom_data: storeCustomData(custom_data, moment.behaviours),
    updated_at: moment.now,
  };
  refuseInvalidAmount(changedFields, input);
  refuseLimit(changedFields);
  surroundings.check(input);
  refuseConflict(discount, surroundings.conflict);
  const entity = withCode(changedFields, surroundings);
  return changed('discounts', { ...entity, status: statusAt(entity, moment) }, ['discount.updated']);
}

/** Marks a discount as expired. @evidence assumed that no event announces it, since nobody updated the discount */
export function expire(discount: Discount): ChangeOf<'discounts'> {
  return changed('discounts', { ...discount, status: move(discountMoves, 'expire', discount) }, []);
}

/** Gives a discount that is enabled for checkout a code, if it has none. @evidence observed: ten capitals and digits */
function withCode(discount: Discount, { drawCode }: DiscountSurroundings): Discount {
  return discount.enabled_for_checkout && discount.code === null ? { ...discount, code: drawCode() } : discount;
}

/** @evidence official */
function refuseLimit({ usage_limit, times_used }: Discount): void {
  if (usage_limit !== null && usage_limit < times_used)
    throw paddleError('discount_usage_limit_less_than_times_used', { times_used, usage_limit });
}

/** @evidence official; assumed, that archived discounts count too */
function refuseConflict({ id }: Discount, conflict: string | undefined): void {
  if (conflict !== undefined && conflict !== id) throw paddleError('discount_code_conflict', { discount_id: conflict });
}

/** Returns a time as stored. @evidence observed 2023-08-28: kept to the microsecond; assumed for other time zones */
function storeTime(time: string | null, { behaviours }: Moment): string | null {
  if (time === null) return null;
  const instant = Date.parse(time);
  if (Number.isNaN(instant)) throw badRequest([{ field: 'expires_at', message: "Does not match format 'date-time'" }]);
  return time.endsWith('Z') ? time : formatTimestamp(instant, behaviours.timestamps);
}
