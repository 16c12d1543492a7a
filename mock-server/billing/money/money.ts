import { type CurrencyCode, currencyDecimals } from './currencies.ts';
import { Rational, type Rounding } from './rational.ts';
import { roundings } from './roundings.ts';

/** An amount of a currency, in its smallest unit. */
export class Money {
  readonly amount: bigint;
  readonly currency: CurrencyCode;

  constructor(amount: bigint, currency: CurrencyCode) {
    this.amount = amount;
    this.currency = currency;
  }

  /** @throws RangeError for another currency */
  plus({ amount, currency }: Money): Money {
    if (currency !== this.currency) throw new RangeError(`Could not add ${currency} to ${this.currency}.`);
    return new Money(this.amount + amount, currency);
  }

  /** @throws RangeError for another currency */
  minus(other: Money): Money {
    return this.plus(other.negated());
  }

  negated(): Money {
    return new Money(-this.amount, this.currency);
  }

  /** Multiplies it, and rounds once. */
  times(factor: Rational, rounding: Rounding): Money {
    return new Money(Rational.of(this.amount).times(factor).round(rounding), this.currency);
  }

  /** Converts it. The rate is per whole unit, such as pounds per dollar. */
  in(currency: CurrencyCode, rate: Rational, rounding: Rounding = roundings.conversion): Money {
    const unit = (code: CurrencyCode) => Rational.of(10n ** BigInt(currencyDecimals[code]));
    const factor = rate.times(unit(currency)).over(unit(this.currency));
    return new Money(Rational.of(this.amount).times(factor).round(rounding), currency);
  }

  /** Prints the amount in the API's format. */
  toString(): string {
    return String(this.amount);
  }
}
