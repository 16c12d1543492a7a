import type { Rounding } from './rational.ts';

/**
 * Rounding of each amount to the currency's smallest unit. All code that rounds names an entry.
 *
 * @evidence observed: recorded ties of totals at a tax rate of 0.08875 all went down (887.5 to 887, 13312.5 to
 *   13312), while a prorated subtotal of 149989.5 became 149990; 15 of 16 recorded fees are rounded half up;
 *   a recorded credit of 999 with a tax of 0.2 has 833 before tax; taxes of four recorded payouts are rounded towards
 *   the seller's loss. assumed: ties at other rates, and the other entries
 */
export const roundings = {
  /** Price of a line before tax. */
  subtotal: 'half-up',
  /** Price of a line with tax, less the discount; the tax is the difference. */
  total: 'half-down',
  /** Discount of a line. */
  discount: 'half-up',
  /** Paddle's share of a total. */
  fee: 'half-up',
  /** Tax in the amount that remains after a credit. */
  grandTotalTax: 'half-up',
  /** Share of a billing period, to five decimals. */
  proration: 'half-up',
  /** Total of a share of a line that is credited. */
  adjustedTotal: 'half-down',
  /** Part of a credited or refunded amount before tax; the tax is the difference. */
  adjustedSubtotal: 'half-up',
  /** Fixed part of a fee in the currency of the transaction. */
  fixedFee: 'down',
  /** Tax in the currency of the payout. */
  payoutTax: 'down',
  /** Tax that an adjustment takes off a payout. */
  adjustedPayoutTax: 'up',
  /** Amount in another currency. */
  conversion: 'half-up',
} as const satisfies Record<string, Rounding>;
