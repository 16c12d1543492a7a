import type { components as Guide } from '#openapi/generated/guide.ts';
import type { Account } from '../../account/account.ts';
import { charge } from '../../billing/charge.ts';
import { linesOf } from '../../billing/details.ts';
import { openSums } from '../../billing/settlement.ts';
import { placeOfIp } from '../../billing/tax/ip-places.ts';
import { usualPaymentMethods } from './includes.ts';
import { findBuyer } from './sale/buyer.ts';
import { refuseTooSmall, type Sale, taxedAs, usualCurrency } from './sale/charge.ts';
import { saleDiscountOf } from './sale/discount.ts';
import { discountOf, sell } from './sale/order.ts';

export type TransactionPreviewCreate = Guide['schemas']['transaction-preview-input'];

/**
 * Computes what a transaction would cost, without making it.
 *
 * @evidence observed 2023-08: the fields, `null` for those that were not sent, and no fee. official: the items that count.
 *   observed 2024-10-04: a price that is not in the catalog has no ID in `items`, and one in `line_items`
 */
export function preview(input: TransactionPreviewCreate, account: Account) {
  const { ignore_trials: ignoreTrials = false, customer_ip_address = null } = input;
  const { items, puts } = sell(input.items, account);
  const left = new Set(items.filter((_, index) => input.items[index]?.include_in_totals === false));
  const buyer = findBuyer(input, account.store, account.moment());
  const taxed = taxedAs(buyer);
  const place =
    taxed.place ?? input.address ?? (customer_ip_address === null ? undefined : placeOfIp(customer_ip_address));
  const currency = input.currency_code ?? usualCurrency(items, place);
  const discount = discountOf(input, { items, currency }, account, undefined)?.entity;
  const sale: Sale = {
    ...{ items, currency, ...taxed, place, ignoreTrials, isCounted: (item) => !left.has(item) },
    discount: discount && saleDiscountOf(discount),
  };
  const { line_items, tax_rates_used, totals } = charge(sale, account);
  refuseTooSmall(sale, totals.total, account);
  const made = new Set(puts.map(({ entity }) => entity.id));
  const withoutMade = (id: string) => (made.has(id) ? null : id);
  const { totals: open } = openSums(totals, currency);
  return {
    ...previewedFor(input, place),
    currency_code: currency,
    discount_id: input.discount_id ?? null,
    ignore_trials: ignoreTrials,
    items: items.map((item) => ({
      price: { ...item.price, id: withoutMade(item.price.id), product_id: withoutMade(item.price.product_id) },
      quantity: item.quantity,
      proration: null,
      include_in_totals: !left.has(item),
    })),
    details: {
      tax_rates_used,
      totals: open,
      line_items: linesOf(items, line_items).map((line) => ({
        ...line,
        product: { ...line.product, id: withoutMade(line.product.id) },
      })),
    },
    available_payment_methods: usualPaymentMethods,
  };
}

function previewedFor(input: TransactionPreviewCreate, place: Sale['place']) {
  const { customer_id = null, address_id = null, business_id = null, customer_ip_address = null } = input;
  const address = place ? { country_code: place.country_code, postal_code: place.postal_code ?? null } : null;
  return { customer_id, address_id, business_id, customer_ip_address, address };
}
