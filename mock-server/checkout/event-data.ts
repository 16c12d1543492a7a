import type { Account } from '../account/account.ts';
import { charge } from '../billing/charge.ts';
import { currencyDecimals } from '../billing/money/currencies.ts';
import type { Transaction } from '../resources/transactions/kind.ts';
import { type Sale, taxedAs } from '../resources/transactions/sale/charge.ts';
import { saleDiscountOf } from '../resources/transactions/sale/discount.ts';
import type { SoldItem } from '../resources/transactions/sale/items.ts';

type Totals = { subtotal: string; discount: string; tax: string; total: string };
type Amounts = Record<'subtotal' | 'discount' | 'tax' | 'total', number>;

/**
 * Returns what the events of Paddle.js say about a transaction. The page adds the checkout's ID, its settings and its payment
 * method.
 *
 * @evidence observed: amounts are decimal numbers of the currency, and a customer is known before the address. official: the
 *   fields, and that texts of an address are empty where there are none
 */
export function eventDataOf(transaction: Transaction, account: Account) {
  const { id, status, custom_data, currency_code, details, items } = transaction;
  const toNumber = numbersIn(currency_code);
  const { credit, balance } = details.totals;
  const { lines, totals: recurring } = recurringOf(transaction, account);
  return {
    transaction_id: id,
    status,
    custom_data,
    currency_code,
    customer: customerOf(transaction, account),
    items: details.line_items.map(({ price_id, product, quantity, totals }, index) => {
      const price = items[index]?.price;
      const recurs = lines.get(index);
      return {
        price_id,
        price_name: price?.name ?? null,
        product: {
          id: product.id,
          name: product.name,
          description: product.description ?? '',
          image_url: product.image_url ?? '',
        },
        quantity,
        totals: amountsOf(totals, toNumber),
        ...(price?.billing_cycle && { billing_cycle: price.billing_cycle }),
        ...(price?.trial_period && { trial_period: lengthOf(price.trial_period) }),
        ...(recurs && { recurring_totals: amountsOf(recurs, toNumber) }),
      };
    }),
    totals: { ...amountsOf(details.totals, toNumber), credit: toNumber(credit), balance: toNumber(balance) },
    ...(recurring && {
      recurring_totals: { ...amountsOf(recurring, toNumber), credit: 0, balance: toNumber(recurring.total) },
    }),
    ...discountOf(transaction, account),
  };
}

/** Returns a function that turns amounts of a currency into decimal numbers. */
export function numbersIn(currency: Transaction['currency_code']): (amount: string) => number {
  return (amount) => Number(amount) / 10 ** currencyDecimals[currency];
}

function amountsOf({ subtotal, discount, tax, total }: Totals, toNumber: (amount: string) => number): Amounts {
  return { subtotal: toNumber(subtotal), discount: toNumber(discount), tax: toNumber(tax), total: toNumber(total) };
}

function lengthOf({ interval, frequency }: { interval: string; frequency: number }) {
  return { interval, frequency };
}

function customerOf({ customer_id, address_id, business_id }: Transaction, { store }: Account) {
  if (customer_id === null) return { id: null, email: null, address: null, business: null };
  const { id, email } = store.customers.require(customer_id);
  const address = address_id === null ? undefined : store.addresses.find(address_id);
  const business = business_id === null ? undefined : store.businesses.find(business_id);
  return {
    id,
    email,
    address: address
      ? {
          id: address.id,
          country_code: address.country_code,
          postal_code: address.postal_code ?? '',
          region: address.region ?? '',
          city: address.city ?? '',
          first_line: address.first_line ?? '',
        }
      : null,
    business: business ? { id: business.id, name: business.name, tax_identifier: business.tax_identifier ?? '' } : null,
  };
}

function discountOf({ discount_id }: Transaction, { store }: Account) {
  const discount = discount_id === null ? undefined : store.discounts.find(discount_id);
  return discount ? { discount: { id: discount.id, code: discount.code ?? '' } } : {};
}

/** Returns the totals of the items that recur, as they are after a trial. */
export function recurringOf(transaction: Transaction, account: Account) {
  const { items, details, currency_code } = transaction;
  const all = items.map(({ price, quantity }, index): SoldItem => {
    const product = details.line_items[index]?.product;
    if (!product) throw new Error('An item of a transaction has no line.');
    return { price, product, quantity };
  });
  const indexes = all.flatMap(({ price }, index) => (price.billing_cycle ? [index] : []));
  const lines = new Map<number, Totals>();
  if (indexes.length === 0) return { lines, totals: undefined };
  const discount = transaction.discount_id === null ? undefined : account.store.discounts.find(transaction.discount_id);
  const sale: Sale = {
    items: all.filter((_, index) => indexes.includes(index)),
    currency: currency_code,
    ...placeOf(transaction, account),
    discount: discount?.recur ? saleDiscountOf(discount) : undefined,
    ignoreTrials: true,
  };
  const { line_items, totals } = charge(sale, account);
  for (const [position, line] of line_items.entries()) lines.set(indexes[position] ?? -1, line.totals);
  return { lines, totals };
}

function placeOf({ address_id, business_id }: Transaction, { store }: Account) {
  const address = (address_id !== null && store.addresses.find(address_id)) || null;
  const business = (business_id !== null && store.businesses.find(business_id)) || null;
  return taxedAs({ customer: null, address, business });
}
