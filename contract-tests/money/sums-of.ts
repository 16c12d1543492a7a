/** Sums of a line or a unit, in the API's format. */
export type Sums = { subtotal: string; discount: string; tax: string; total: string };

export type Discount = { readonly type: 'percentage' | 'flat_per_seat'; readonly amount: string };

export type Sold = {
  /** Price of a unit in the smallest unit of the currency. */
  readonly amount: number;
  readonly quantity: number;
  readonly tax_mode: 'external' | 'internal';
};

/** A fraction that is not negative. */
type Fraction = readonly [numerator: bigint, denominator: bigint];

/**
 * Computes the sums of a line by Paddle's documentation and recordings: the tax is what is left of the total, an exact half
 * of a total goes down, and one of a price before tax or of a discount goes up. It shares nothing with the mock.
 */
export function sumsOf({ amount, quantity, tax_mode }: Sold, rate: string, discount?: Discount): Sums {
  const factor = plusOne(fractionOf(rate));
  const listed = BigInt(amount) * BigInt(quantity);
  const net: Fraction = tax_mode === 'internal' ? [listed * factor[1], factor[0]] : [listed, 1n];
  const subtotal = nearest(net, 'up');
  const off = discount ? discountOf(discount, subtotal, quantity, tax_mode === 'internal' ? factor : [1n, 1n]) : 0n;
  const left: Fraction = [(net[0] - off * net[1]) * factor[0], net[1] * factor[1]];
  const isUntaxed = off === subtotal || factor[0] === factor[1];
  const total = isUntaxed ? subtotal - off : nearest(left, 'down');
  return printed({ subtotal, discount: off, tax: total - subtotal + off, total });
}

/** Returns the sum of sums. */
export function addUp(all: readonly Sums[]): Sums {
  const of = (name: keyof Sums) => all.reduce((sum, one) => sum + BigInt(one[name]), 0n);
  return printed({ subtotal: of('subtotal'), discount: of('discount'), tax: of('tax'), total: of('total') });
}

function discountOf({ type, amount }: Discount, subtotal: bigint, quantity: number, factor: Fraction): bigint {
  const [numerator, denominator] = fractionOf(amount);
  const exact: Fraction =
    type === 'percentage'
      ? [subtotal * numerator, denominator * 100n]
      : [numerator * BigInt(quantity) * factor[1], denominator * factor[0]];
  const off = nearest(exact, 'up');
  return off < subtotal ? off : subtotal;
}

function nearest([numerator, denominator]: Fraction, half: 'up' | 'down'): bigint {
  return (2n * numerator + denominator - (half === 'down' ? 1n : 0n)) / (2n * denominator);
}

/** Reads a decimal, such as `0.08875`. */
function fractionOf(text: string): Fraction {
  const [whole = '0', digits = ''] = text.split('.');
  return [BigInt(whole + digits), 10n ** BigInt(digits.length)];
}

function plusOne([numerator, denominator]: Fraction): Fraction {
  return [numerator + denominator, denominator];
}

function printed(sums: Record<keyof Sums, bigint>): Sums {
  const { subtotal, discount, tax, total } = sums;
  return { subtotal: String(subtotal), discount: String(discount), tax: String(tax), total: String(total) };
}
