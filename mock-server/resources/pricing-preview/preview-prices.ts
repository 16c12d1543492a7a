import type { components } from '#openapi/generated/guide.ts';
import type { Account } from '../../account/account.ts';
import type { CalculatedLine, LineTotals } from '../../billing/calculation.ts';
import { charge } from '../../billing/charge.ts';
import type { CurrencyCode } from '../../billing/money/currencies.ts';
import { formatAmount } from '../../billing/money/format-amount.ts';
import { localCurrency } from '../../billing/money/local-currency.ts';
import { overrideFor } from '../../billing/price-for.ts';
import { placeOfIp } from '../../billing/tax/ip-places.ts';
import type { TaxLocation } from '../../billing/tax/tax-rates.ts';
import { paddleError } from '../../errors/errors.ts';
import type { Discount } from '../discounts/kind.ts';
import { covers, refuseUnusable } from '../discounts/use.ts';
import { usualPaymentMethods } from '../transactions/includes.ts';
import { findBuyer } from '../transactions/sale/buyer.ts';
import { taxedAs } from '../transactions/sale/charge.ts';
import { saleDiscountOf } from '../transactions/sale/discount.ts';
import { requireProduct, type SoldItem } from '../transactions/sale/items.ts';

type Input = components['schemas']['pricing-preview-create'];

/**
 * Computes what prices cost at a place.
 *
 * @evidence observed 2023-09-03 and 2024-02: all fields, and no tax without a place. official: the order of locations and of
 *   prices. assumed: prices with trials are those after the trial, and a restricted discount leaves other prices as they are
 */
export function previewPrices(input: Input, account: Account) {
  const { customer_id = null, address_id = null, business_id = null, customer_ip_address = null } = input;
  const items = input.items.map((item) => itemOf(item, account));
  const taxed = taxedAs(findBuyer(input, account.store, account.moment()));
  const place = taxed.place ?? input.address ?? (customer_ip_address ? placeOfIp(customer_ip_address) : undefined);
  const currency = input.currency_code ?? currencyAt(items, place, account);
  const discount = input.discount_id ? discountOf(input.discount_id, currency, account) : undefined;
  const sale = { items, currency, ...taxed, place, ignoreTrials: true };
  const { line_items } = charge(discount ? { ...sale, discount: saleDiscountOf(discount) } : sale, account);
  return {
    customer_id,
    address_id,
    business_id,
    currency_code: currency,
    address: place ? { country_code: place.country_code, postal_code: place.postal_code ?? null } : null,
    customer_ip_address,
    discount_id: discount?.id ?? null,
    details: {
      line_items: line_items.flatMap((line, index) => {
        const item = items[index];
        return item ? [lineOf(item, line, currency, discount)] : [];
      }),
    },
    available_payment_methods: usualPaymentMethods,
  };
}

function itemOf({ price_id, quantity }: Input['items'][number], { store }: Account): SoldItem {
  const price = store.prices.find(price_id);
  if (price?.status !== 'active') {
    const hint = `${price_id} does not exist or is archived.`;
    throw paddleError('transaction_price_not_found', { price_ids: price_id, hint });
  }
  const { minimum, maximum } = price.quantity;
  if (quantity < minimum || quantity > maximum) {
    const hint = `The quantity of ${price_id} must be between ${minimum} and ${maximum}.`;
    throw paddleError('transaction_item_quantity_out_of_range', { hint });
  }
  return {
    price,
    product: requireProduct(price.product_id, { findProduct: (id) => store.products.find(id) }),
    quantity,
  };
}

/**
 * Returns the currency of a preview that names none: of an override, else of the country, else of the price.
 *
 * @evidence official: the order, and that only enabled currencies are converted to
 */
function currencyAt([first]: readonly SoldItem[], place: TaxLocation | undefined, { settings }: Account): CurrencyCode {
  if (!first) throw new Error('A preview has no items.');
  const override = overrideFor(first.price, place?.country_code);
  if (override) return override.unit_price.currency_code;
  const local = place && localCurrency(place.country_code);
  return local && settings.currency_conversions[local].enabled ? local : first.price.unit_price.currency_code;
}

function discountOf(id: string, currency: CurrencyCode, account: Account): Discount {
  const discount = account.store.discounts.find(id);
  if (!discount) throw paddleError('transaction_discount_not_found');
  refuseUnusable(discount, account.moment());
  const { currency_code } = discount;
  if (currency_code !== null && currency_code !== currency) {
    const hint = `${id} is in ${currency_code}.`;
    throw paddleError('transaction_invalid_discount_currency', { hint });
  }
  return discount;
}

function lineOf(item: SoldItem, line: CalculatedLine, currency: CurrencyCode, discount: Discount | undefined) {
  const { price, quantity, product } = item;
  const { tax_rate, unit_totals, totals } = line;
  const total = totals.discount;
  const applied = discount && covers(discount, price);
  return {
    price,
    quantity,
    tax_rate,
    unit_totals,
    formatted_unit_totals: formatTotals(unit_totals, currency),
    totals,
    formatted_totals: formatTotals(totals, currency),
    product,
    discounts: applied ? [{ discount, total, formatted_total: formatAmount(total, currency) }] : [],
  };
}

function formatTotals({ subtotal, discount, tax, total }: LineTotals, currency: CurrencyCode): LineTotals {
  return {
    subtotal: formatAmount(subtotal, currency),
    discount: formatAmount(discount, currency),
    tax: formatAmount(tax, currency),
    total: formatAmount(total, currency),
  };
}
