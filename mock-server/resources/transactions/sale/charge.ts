import type { Account } from '../../../account/account.ts';
import type { Discount } from '../../../billing/calculation.ts';
import { type ChargedSale, charge } from '../../../billing/charge.ts';
import type { CurrencyCode } from '../../../billing/money/currencies.ts';
import { minimumChargeIn } from '../../../billing/money/minimum-charge.ts';
import { listedPrice } from '../../../billing/price-for.ts';
import type { TaxLocation } from '../../../billing/tax/tax-rates.ts';
import { paddleError } from '../../../errors/errors.ts';
import type { Buyer } from './buyer.ts';
import type { SoldItem } from './items.ts';

/** Settings and rates that amounts depend on. */
export type Rules = Pick<Account, 'settings' | 'taxRates' | 'exchangeRates'>;

/** A discount of a sale, and which of its items it counts for. */
export type SaleDiscount = Discount & { covers: (item: SoldItem) => boolean; recur: boolean };

/** A sale to compute. */
export type Sale = ChargedSale<SoldItem> & { discount?: SaleDiscount | undefined };

/** Returns where and by whom a sale is taxed. */
export function taxedAs({ address, business }: Buyer): Pick<Sale, 'place' | 'taxIdentifier'> {
  return { place: address ?? undefined, taxIdentifier: business?.tax_identifier };
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
