/** Rounding of a number between two integers; `down` is towards zero, as `half-down` is for a tie, `up` away from it. */
export type Rounding = 'half-down' | 'half-up' | 'half-even' | 'down' | 'up';

/** A sign, digits before and after the point, and an exponent, as JSON writes numbers. */
const decimal = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;

/** An exact number: sums, products and quotients are exact until they are rounded. */
export class Rational {
  /** Has no factor in common with the denominator. */
  readonly numerator: bigint;
  /** Positive. */
  readonly denominator: bigint;

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** @throws RangeError for a denominator of zero */
  static of(numerator: bigint, denominator = 1n): Rational {
    // Amounts and quantities are whole, and there are many.
    if (denominator === 1n) return new Rational(numerator, 1n);
    if (denominator === 0n) throw new RangeError('Could not divide by zero.');
    const divisor = greatestDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
    return new Rational(numerator / divisor, denominator / divisor);
  }

  /** Reads a decimal number, such as the tax rate "0.08875". @throws RangeError for other texts */
  static parse(text: string): Rational {
    const [, sign = '', whole, fraction = '', exponent = '0'] = decimal.exec(text) ?? [];
    if (whole === undefined) throw new RangeError(`Could not read ${text} as a decimal number.`);
    const digits = BigInt(sign + whole + fraction);
    const scale = Number(exponent) - fraction.length;
    return scale < 0 ? Rational.of(digits, 10n ** BigInt(-scale)) : Rational.of(digits * 10n ** BigInt(scale));
  }

  plus(other: Rational): Rational {
    return Rational.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Rational): Rational {
    return this.plus(other.negated());
  }

  times(other: Rational): Rational {
    return Rational.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** @throws RangeError for a division by zero */
  over(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  negated(): Rational {
    return new Rational(-this.numerator, this.denominator);
  }

  /**
   * Returns a negative number if it is less than the other, a positive one if it is greater, and zero if they are
   * equal.
   */
  compare(other: Rational): number {
    const { numerator } = this.minus(other);
    return numerator === 0n ? 0 : numerator < 0n ? -1 : 1;
  }

  /** Rounds to an integer. Negative numbers are rounded like their absolute value. */
  round(rounding: Rounding): bigint {
    const isNegative = this.numerator < 0n;
    const size = isNegative ? -this.numerator : this.numerator;
    const whole = size / this.denominator;
    const twice = 2n * (size % this.denominator);
    const rounded = whole + (goesUp(rounding, twice, this.denominator, whole) ? 1n : 0n);
    return isNegative ? -rounded : rounded;
  }

  /** Rounds to a number of decimal places. */
  roundTo(digits: number, rounding: Rounding): Rational {
    const scale = 10n ** BigInt(digits);
    return Rational.of(this.times(Rational.of(scale)).round(rounding), scale);
  }

  /**
   * Prints it as Paddle prints rates: as a decimal without trailing zeros. @throws RangeError for a fraction without
   * an exact decimal
   */
  toString(): string {
    const digits = this.#digits();
    const isNegative = this.numerator < 0n;
    const text = String((isNegative ? -this.numerator : this.numerator) * (10n ** BigInt(digits) / this.denominator));
    const padded = text.padStart(digits + 1, '0');
    const [whole, fraction] = [padded.slice(0, padded.length - digits), padded.slice(padded.length - digits)];
    return `${isNegative ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
  }

  /** Returns the number of decimal places of the exact decimal. */
  #digits(): number {
    let rest = this.denominator;
    let [twos, fives] = [0, 0];
    for (; rest % 2n === 0n; rest /= 2n) twos += 1;
    for (; rest % 5n === 0n; rest /= 5n) fives += 1;
    if (rest !== 1n) throw new RangeError(`Could not print ${this.numerator}/${this.denominator}: round it first.`);
    return Math.max(twos, fives);
  }
}

function goesUp(rounding: Rounding, twice: bigint, denominator: bigint, whole: bigint): boolean {
  if (rounding === 'up') return twice > 0n;
  if (rounding === 'down' || twice < denominator) return false;
  if (twice > denominator) return true;
  return rounding === 'half-up' || (rounding === 'half-even' && whole % 2n === 1n);
}

function greatestDivisor(one: bigint, other: bigint): bigint {
  let [greater, less] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (less > 0n) [greater, less] = [less, greater % less];
  return greater;
}
