import { Rational } from '../../billing/money/rational.ts';
import { type FieldError, paddleError } from '../../errors/errors.ts';
import type { Discount } from './kind.ts';

const smallest = Rational.parse('0.01');
const hundred = Rational.parse('100');

/** The fields of a discount that decide how much it takes off. */
type Terms = Pick<Discount, 'type' | 'amount' | 'currency_code' | 'recur'>;

/**
 * Rejects amounts that the type does not allow.
 *
 * @param sent the fields of the request
 * @evidence official: a percentage is from 0.01 to 100, a flat discount has a currency, only a recurring one has a
 * number of intervals; observed 2025: a currency of `null` is refused for a percentage; assumed for the messages, for
 * other currencies of a percentage, and that flat amounts are above zero
 */
export function refuseInvalidAmount(
  { type, amount, currency_code, recur }: Terms,
  sent: { readonly currency_code?: unknown; readonly maximum_recurring_intervals?: number | null },
): void {
  const isPercentage = type === 'percentage';
  if (isPercentage ? !isPercentageAmount(amount) : !/^\d+$/.test(amount) || BigInt(amount) === 0n)
    refuse('amount', isPercentage ? 'must be between 0.01 and 100' : 'must be a whole number above 0');
  if (isPercentage && sent.currency_code !== undefined)
    refuse('currency_code', 'must not be provided for a percentage');
  if (!isPercentage && currency_code === null) refuse('currency_code', `must be provided for the type ${type}`);
  const { maximum_recurring_intervals: intervals = null } = sent;
  if (intervals !== null && !recur) refuse('maximum_recurring_intervals', 'must not be provided unless recur is true');
}

function isPercentageAmount(amount: string): boolean {
  const percentage = Rational.parse(amount);
  return percentage.compare(smallest) >= 0 && percentage.compare(hundred) <= 0;
}

function refuse(field: string, message: string): never {
  const errors: FieldError[] = [{ field, message }];
  throw paddleError('invalid_field', { errors });
}
