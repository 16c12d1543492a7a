import { Rational } from './money/rational.ts';
import { roundings } from './money/roundings.ts';

/** A reduction of lines before tax: a percentage such as `12.5`, or an amount in the currency's smallest unit. */
export type Discount = { type: 'percentage' | 'flat' | 'flat_per_seat'; amount: string };

/** Amounts of a line that its discount is computed from. */
export type Discounted = {
  /** Price of the line before tax. */
  subtotal: bigint;
  /** Price of the line as it is listed, with tax if the price includes it. */
  listed: bigint;
  /** Quantity, prorated. */
  seats: Rational;
  /** 1 for prices before tax; the tax in a price with tax is taken out of a flat discount too. */
  divisor: Rational;
};

/**
 * Returns the discount of each line, which is never greater than its subtotal. A line without a discount is
 * `undefined`.
 *
 * @evidence official: a flat discount per seat counts for each unit, and a flat discount of a price with tax includes
 *   tax; observed: a percentage is taken of each line. assumed: a flat discount is shared in proportion to the prices
 *   of lines that are not negative, and what rounding leaves is for the last of them
 */
export function discountShares(lines: readonly (Discounted | undefined)[], discount: Discount): bigint[] {
  if (discount.type === 'flat') return flatShares(lines, BigInt(discount.amount));
  return lines.map((line) => (line ? ownShare(line, discount) : 0n));
}

/** Returns the discount of one unit. @evidence assumed, for a flat discount: the unit's share of its line's */
export function unitDiscount(unit: Discounted, discount: Discount, ofLine: bigint, quantity: bigint): bigint {
  if (discount.type !== 'flat') return ownShare(unit, discount);
  const share = quantity === 0n ? 0n : Rational.of(ofLine, quantity).round(roundings.discount);
  return within(share, unit.subtotal);
}

/** Returns the discount that a line has whatever the other lines are. */
function ownShare({ subtotal, seats, divisor }: Discounted, { type, amount }: Discount): bigint {
  const exact =
    type === 'percentage'
      ? Rational.parse(amount).times(Rational.of(subtotal, 100n))
      : Rational.parse(amount).times(seats).over(divisor);
  return within(exact.round(roundings.discount), subtotal);
}

function flatShares(lines: readonly (Discounted | undefined)[], amount: bigint): bigint[] {
  const bases = lines.map((line) => (line && line.listed > 0n ? line.listed : 0n));
  const all = bases.reduce((sum, base) => sum + base, 0n);
  const shared = amount < all ? amount : all;
  let reached = 0n;
  return lines.map((line, index) => {
    const base = bases[index] ?? 0n;
    if (!line || base === 0n) return 0n;
    const before = (shared * reached) / all;
    reached += base;
    const share = (shared * reached) / all - before;
    return share === base
      ? line.subtotal
      : within(Rational.of(share).over(line.divisor).round(roundings.discount), line.subtotal);
  });
}

/** Limits a discount to the subtotal, which may be negative. */
function within(discount: bigint, subtotal: bigint): bigint {
  if (subtotal < 0n) return discount < subtotal ? subtotal : discount;
  return discount > subtotal ? subtotal : discount;
}
