import { type Change, changed } from '../../state/change.ts';
import type { Moment } from '../../time/moment.ts';
import { move } from '../moves.ts';
import type { Discount } from './kind.ts';
import { discountMoves } from './moves.ts';

/** Returns the status of a discount that is not archived: by its date of expiry first, then by its limit. */
export function statusAt(discount: Discount, { now }: Pick<Moment, 'now'>): Discount['status'] {
  const { expires_at, usage_limit, times_used } = discount;
  if (expires_at !== null && Date.parse(expires_at) <= Date.parse(now)) return move(discountMoves, 'expire', discount);
  return usage_limit !== null && times_used >= usage_limit ? move(discountMoves, 'useUp', discount) : discount.status;
}

/**
 * Rejects a discount that cannot be applied to a transaction now.
 *
 * @evidence official; assumed for the code of an archived one
 * @see https://developer.paddle.com/build/products/offer-discounts-promotions-coupons
 */
export function refuseUnusable(discount: Discount, moment: Pick<Moment, 'now'>): void {
  move(discountMoves, 'use', { ...discount, status: statusAt(discount, moment) });
}

/** Returns true if a discount applies to a price. @evidence official: a product stands for all of its prices */
export function covers(
  { restrict_to }: Pick<Discount, 'restrict_to'>,
  price: { readonly id: string | null; readonly product_id: string | null },
): boolean {
  return restrict_to === null || restrict_to.some((id) => id === price.id || id === price.product_id);
}

/**
 * Counts one use: of a completed transaction, or of the first application to a subscription.
 *
 * @evidence official for what counts; assumed that no event announces it, since events leave out the number
 */
export function countUse(discount: Discount, moment: Pick<Moment, 'now'>): Change {
  const used = { ...discount, times_used: discount.times_used + 1 };
  return changed('discounts', { ...used, status: statusAt(used, moment) }, []);
}
