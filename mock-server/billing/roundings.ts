import type { Rounding } from './rational.ts';

/**
 * How each amount is rounded to the currency's smallest unit. All code that rounds names an entry.
 *
 * @evidence observed: recorded ties of totals at a tax rate of 0.08875 all went down (887.5 to 887, 13312.5 to 13312), while a
 *   prorated subtotal of 149989.5 became 149990; 15 of 16 recorded fees are rounded half up. assumed: ties at other rates, and
 *   the other entries
 */
export const roundings = {
  /** What a line costs before tax. */
  subtotal: 'half-up',
  /** What a line costs with tax; the tax is what is left. */
  total: 'half-down',
  /** Paddle's share of a total. */
  fee: 'half-up',
  /** The tax in what a credit leaves to pay. */
  grandTotalTax: 'half-up',
  /** An amount in another currency. */
  conversion: 'half-up',
} as const satisfies Record<string, Rounding>;
