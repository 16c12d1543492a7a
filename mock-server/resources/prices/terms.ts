import type { components } from '#openapi/generated/guide.ts';
import { badRequest, paddleError } from '../../errors/errors.ts';
import type { Price } from './kind.ts';

type Trial = NonNullable<Price['trial_period']>;
type TrialInput = NonNullable<components['schemas']['price-update']['trial_period']>;
type Overrides = Price['unit_price_overrides'];

/** @evidence official */
const greatestFrequency = 999;

/**
 * Returns the trial period after a request. Fields that were not sent keep their values.
 *
 * @evidence official: a payment method is required unless the request says otherwise
 * @throws PaddleApiError if a new trial has no interval or no frequency
 */
export function trialOf(before: Trial | null, input: TrialInput | null | undefined): Trial | null {
  if (input === undefined) return before;
  if (input === null) return null;
  const trial = { ...before, ...input };
  const { interval, frequency, requires_payment_method = true } = trial;
  if (interval === undefined || frequency === undefined) throw paddleError('price_trial_period_missing_fields');
  const { unit_price = null, unit_price_overrides = [] } = trial;
  return { interval, frequency, requires_payment_method, unit_price, unit_price_overrides };
}

/**
 * Rejects terms that contradict each other.
 *
 * @evidence official for the codes; observed for a quantity whose maximum is below its minimum; assumed for the order
 * of the checks
 * @see https://developer.paddle.com/errors/prices
 */
export function refuseInvalidTerms(price: Price): void {
  const { billing_cycle, trial_period, quantity } = price;
  if (quantity.maximum < quantity.minimum) throw badRequest([{ field: 'quantity', message: 'Invalid request.' }]);
  if (billing_cycle) refuseFrequency(billing_cycle.frequency, 'price_billing_cycle');
  refuseDuplicates(price.unit_price_overrides);
  if (!trial_period) return;
  refuseFrequency(trial_period.frequency, 'price_trial_period');
  if (!billing_cycle) throw paddleError('price_trial_period_requires_billing_cycle');
  refuseTrialPrices(price, trial_period);
}

function refuseFrequency(frequency: number, what: 'price_billing_cycle' | 'price_trial_period'): void {
  if (frequency < 1) throw paddleError(`${what}_frequency_below_1`);
  if (frequency > greatestFrequency) throw paddleError(`${what}_frequency_greater_than_maximum`);
}

function refuseDuplicates(overrides: Overrides): void {
  const seen = new Set<string>();
  for (const { country_codes, unit_price } of overrides) {
    for (const country_code of country_codes) {
      const { currency_code } = unit_price;
      const pair = `${country_code} ${currency_code}`;
      if (seen.has(pair))
        throw paddleError('price_duplicate_currency_override_for_country', { country_code, currency_code });
      seen.add(pair);
    }
  }
}

/** @evidence official: a paid trial requires a payment method, and has the currencies and countries of the price */
function refuseTrialPrices({ unit_price, unit_price_overrides }: Price, trial: Trial): void {
  const overrides = trial.unit_price_overrides ?? [];
  refuseDuplicates(overrides);
  if (!trial.unit_price) {
    if (overrides.length > 0) throw paddleError('trial_currency_mismatch');
    return;
  }
  if (!trial.requires_payment_method) throw paddleError('trial_is_either_paid_or_cardless');
  const { currency_code = unit_price.currency_code } = trial.unit_price;
  const isEqual = currenciesOf(overrides) === currenciesOf(unit_price_overrides);
  if (currency_code !== unit_price.currency_code || !isEqual) throw paddleError('trial_currency_mismatch');
}

/** Returns countries with their currencies, in a fixed order. */
function currenciesOf(overrides: Overrides): string {
  return overrides
    .flatMap(({ country_codes, unit_price }) =>
      country_codes.map((country) => `${country} ${unit_price.currency_code}`),
    )
    .toSorted()
    .join();
}
