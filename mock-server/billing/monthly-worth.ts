import { Rational } from './money/rational.ts';
import type { Cycle } from './period.ts';

/** The recurring part of a subscription. */
type Recurring = {
  readonly billing_cycle: Cycle;
  readonly items: readonly {
    readonly recurring: boolean;
    readonly quantity: number;
    readonly price: { readonly unit_price: { readonly amount: string } };
  }[];
};

/** Months of each billing interval. @evidence assumed: 365 days and 52 weeks a year */
const months: Readonly<Record<Cycle['interval'], Rational>> = {
  day: Rational.of(12n).over(Rational.of(365n)),
  week: Rational.of(12n).over(Rational.of(52n)),
  month: Rational.of(1n),
  year: Rational.of(12n),
};

/**
 * Returns the worth of a subscription's recurring items in a month, in the currency of their prices.
 *
 * @evidence official: without one-time items and fees. assumed: without discounts, and with the prices of their currency
 */
export function monthlyWorth({ items, billing_cycle }: Recurring): bigint {
  const { interval, frequency } = billing_cycle;
  const length = months[interval].times(Rational.of(BigInt(frequency)));
  const amount = items
    .filter(({ recurring }) => recurring)
    .reduce((sum, { price, quantity }) => sum + BigInt(price.unit_price.amount) * BigInt(quantity), 0n);
  return Rational.of(amount).over(length).round('half-even');
}
