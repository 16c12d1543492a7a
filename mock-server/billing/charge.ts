import type { components } from '#openapi/generated/official.ts';
import { type Calculation, calculate, type Discount, type Line } from './calculation.ts';
import type { CurrencyCode } from './money/currencies.ts';
import { Rational } from './money/rational.ts';
import { type Exchange, type Priced, priceFor } from './price-for.ts';
import { isReverseCharged } from './tax/tax-identifier.ts';
import { type DefaultTaxMode, type PriceTaxMode, taxModeFor } from './tax/tax-mode.ts';
import type { TaxLocation, TaxRates } from './tax/tax-rates.ts';

/** The fields of an item that a charge needs. */
export type ChargedItem = {
  readonly price: Priced & {
    readonly tax_mode: PriceTaxMode;
    readonly trial_period: Pick<Trial, 'unit_price' | 'unit_price_overrides'> | null;
  };
  readonly quantity: number;
  readonly proration?: { readonly rate: string } | null | undefined;
};

type Trial = NonNullable<components['schemas']['price']['trial_period']>;

/** Settings and rates that amounts depend on. */
export type ChargeRules = {
  readonly settings: { readonly tax: { readonly default_tax_mode: DefaultTaxMode } };
  readonly taxRates: Pick<TaxRates, 'rateFor'>;
  readonly exchangeRates: Exchange;
};

/** A sale to compute. */
export type ChargedSale<Item extends ChargedItem> = {
  items: readonly Item[];
  currency: CurrencyCode;
  place: TaxLocation | undefined;
  /** Tax identifier of the business that buys. */
  taxIdentifier?: string | null | undefined;
  /** A discount, and which of the items it counts for. */
  discount?: (Discount & { covers: (item: Item) => boolean }) | undefined;
  /** Charges items for the time after their trial. */
  ignoreTrials?: boolean;
  /** Returns false for an item that is left out of the totals. */
  isCounted?: (item: Item) => boolean;
};

/** Computes the lines and totals of a sale. */
export function charge<Item extends ChargedItem>(sale: ChargedSale<Item>, rules: ChargeRules): Calculation {
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

type Where = Pick<ChargedSale<ChargedItem>, 'currency' | 'place' | 'taxIdentifier' | 'ignoreTrials'>;

/** @evidence official: an item with a trial costs nothing yet. observed: its tax rate is shown all the same */
function unitPriceOf(
  price: ChargedItem['price'],
  { currency, place, ignoreTrials = false }: Where,
  { exchangeRates }: ChargeRules,
): bigint {
  const charged = price.trial_period && !ignoreTrials ? trialPriceOf(price, price.trial_period) : price;
  return priceFor(charged, place?.country_code, currency, exchangeRates).unitPrice.amount;
}

function trialPriceOf({ unit_price }: Priced, trial: NonNullable<ChargedItem['price']['trial_period']>): Priced {
  const { amount = '0', currency_code = unit_price.currency_code } = trial.unit_price ?? {};
  return { unit_price: { amount, currency_code }, unit_price_overrides: trial.unit_price_overrides ?? [] };
}

function taxRateOf({ place, taxIdentifier }: Where, { taxRates }: ChargeRules): Rational {
  if (place && isReverseCharged(place.country_code, taxIdentifier)) return Rational.of(0n);
  return taxRates.rateFor(place);
}
