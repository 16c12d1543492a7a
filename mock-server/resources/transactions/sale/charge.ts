import type { Account } from '../../../account/account.ts';
import { type Calculation, calculate, type Discount, type Line } from '../../../billing/calculation.ts';
import type { CurrencyCode } from '../../../billing/money/currencies.ts';
import { minimumChargeIn } from '../../../billing/money/minimum-charge.ts';
import { Rational } from '../../../billing/money/rational.ts';
import { listedPrice, type Priced, priceFor } from '../../../billing/price-for.ts';
import { isReverseCharged } from '../../../billing/tax/tax-identifier.ts';
import { taxModeFor } from '../../../billing/tax/tax-mode.ts';
import type { TaxLocation } from '../../../billing/tax/tax-rates.ts';
import { paddleError } from '../../../errors/errors.ts';
import type { Price } from '../../prices/kind.ts';
import type { Buyer } from './buyer.ts';
import type { SoldItem } from './items.ts';

/** Settings and rates that amounts depend on. */
export type Rules = Pick<Account, 'settings' | 'taxRates' | 'exchangeRates'>;

/** A discount of a sale, and which of its items it counts for. */
export type SaleDiscount = Discount & { covers: (item: SoldItem) => boolean; recur: boolean };

/** A sale to compute. */
export type Sale = {
  items: readonly SoldItem[];
  currency: CurrencyCode;
  place: TaxLocation | undefined;
  /** Tax identifier of the business that buys. */
  taxIdentifier?: string | null | undefined;
  discount?: SaleDiscount | undefined;
  /** Charges items for the time after their trial. */
  ignoreTrials?: boolean;
  /** Returns false for an item that is left out of the totals. */
  isCounted?: (item: SoldItem) => boolean;
};

/** Returns where and by whom a sale is taxed. */
export function taxedAs({ address, business }: Buyer): Pick<Sale, 'place' | 'taxIdentifier'> {
  return { place: address ?? undefined, taxIdentifier: business?.tax_identifier };
}

/** Computes the lines and totals of a sale. */
export function charge(sale: Sale, rules: Rules): Calculation {
  const { discount, isCounted } = sale;
  const taxRate = taxRateOf(sale, rules);
  const lines = sale.items.map((item): Line => {
    return {
      unitPrice: unitPriceOf(item.price, sale, rules),
      quantity: BigInt(item.quantity),
      taxRate,
      taxMode: taxModeFor(item.price.tax_mode, rules.settings.tax.default_tax_mode, sale.place),
      isDiscounted: discount?.covers(item) ?? false,
      isCounted: isCounted?.(item) ?? true,
      ...(item.proration && { proration: Rational.parse(item.proration.rate) }),
    };
  });
  return calculate({ lines, discount: discount ?? null });
}

/**
 * Rejects a sale that is too small to be charged, now or at a renewal. Nothing at all is accepted.
 *
 * @evidence official
 */
export function refuseTooSmall(sale: Sale, total: string, rules: Rules): void {
  const { currency } = sale;
  refuseBelowMinimum(total, currency, rules, 'transaction_balance_less_than_charge_limit');
  const items = sale.items.filter(({ price }) => price.billing_cycle !== null);
  if (items.length === 0) return;
  const discount = sale.discount?.recur ? sale.discount : undefined;
  const { totals } = charge({ ...sale, items, discount, ignoreTrials: true }, rules);
  refuseBelowMinimum(totals.total, currency, rules, 'transaction_recurring_balance_less_than_charge_limit');
}

/** @throws PaddleApiError with the code, for a balance that is less than can be charged, and not nothing */
export function refuseBelowMinimum(
  balance: string,
  currency_code: CurrencyCode,
  { exchangeRates }: Pick<Rules, 'exchangeRates'>,
  code:
    | 'transaction_balance_less_than_charge_limit'
    | 'transaction_recurring_balance_less_than_charge_limit'
    | 'subscription_update_transaction_balance_less_than_charge_limit',
): void {
  const minimum = minimumChargeIn(currency_code, exchangeRates).amount;
  if (BigInt(balance) > 0n && BigInt(balance) < minimum)
    throw paddleError(code, { balance, minimum: String(minimum), currency_code });
}

/**
 * Returns the currency of a sale that names none: that of the first price in the buyer's country.
 *
 * @evidence observed 2023-07-28: the currency of an override; 2023-08: a British buyer of a price without overrides
 *   paid in its currency. assumed, for prices in several currencies
 */
export function usualCurrency(items: readonly SoldItem[], place: TaxLocation | undefined): CurrencyCode {
  const [first] = items;
  if (!first) throw new Error('A sale has no items.');
  return listedPrice(first.price, place?.country_code).currency;
}

/** @evidence official: an item with a trial costs nothing yet. observed: its tax rate is shown all the same */
function unitPriceOf(price: Price, { currency, place, ignoreTrials = false }: Sale, { exchangeRates }: Rules): bigint {
  const charged = price.trial_period && !ignoreTrials ? trialPriceOf(price, price.trial_period) : price;
  return priceFor(charged, place?.country_code, currency, exchangeRates).unitPrice.amount;
}

function trialPriceOf({ unit_price }: Price, trial: NonNullable<Price['trial_period']>): Priced {
  const { amount = '0', currency_code = unit_price.currency_code } = trial.unit_price ?? {};
  return { unit_price: { amount, currency_code }, unit_price_overrides: trial.unit_price_overrides ?? [] };
}

function taxRateOf({ place, taxIdentifier }: Sale, { taxRates }: Rules): Rational {
  if (place && isReverseCharged(place.country_code, taxIdentifier)) return Rational.of(0n);
  return taxRates.rateFor(place);
}
