import type { components } from '#openapi/generated/guide.ts';
import type { Account } from '../../../account/account.ts';
import { charge } from '../../../billing/charge.ts';
import { detailsOf } from '../../../billing/details.ts';
import type { TaxLocation } from '../../../billing/tax/tax-rates.ts';
import { paddleError } from '../../../errors/errors.ts';
import type { Put } from '../../../state/change.ts';
import type { Discount } from '../../discounts/kind.ts';
import type { Transaction } from '../kind.ts';
import { type Buyer, type BuyerIds, findBuyer } from './buyer.ts';
import { refuseTooSmall, type Sale, taxedAs, usualCurrency } from './charge.ts';
import { CustomItems } from './custom-items.ts';
import { makeDiscount, refuseUnsuitable, saleDiscountOf } from './discount.ts';
import { type ItemInput, type SoldItem, sellItems } from './items.ts';

/** Sale as a request describes it. Missing fields keep their values. */
export type OrderInput = BuyerIds & {
  items?: readonly ItemInput[];
  currency_code?: Transaction['currency_code'] | null;
  discount_id?: string | null;
  discount?: components['schemas']['transaction-discount'] | null;
  /** The location of a buyer without an address. */
  place?: TaxLocation | undefined;
};

/** A sale with all that it refers to, and its details. */
export type Order = Pick<Transaction, 'currency_code' | 'discount_id' | 'details'> & {
  buyer: Buyer;
  items: readonly SoldItem[];
  /** Prices, products and a discount that exist for this sale only. */
  puts: readonly Put[];
};

/**
 * Finds what a sale refers to, and computes it.
 *
 * @param before the transaction that an update changes
 * @throws PaddleApiError if there can be no such sale
 */
export function orderOf(input: OrderInput, account: Account, before?: Transaction): Order {
  const moment = account.moment();
  const buyer = findBuyer(idsOf(input, before), account.store, moment);
  const { items, lineIds, puts } = itemsOf(input, account, before);
  const known = taxedAs(buyer);
  const taxed = { ...known, place: known.place ?? input.place };
  const currency = input.currency_code ?? currencyOf(items, taxed, account, before, input.place);
  const discount = discountOf(input, { items, currency }, account, before);
  const sale: Sale = { items, currency, ...taxed, discount: discount && saleDiscountOf(discount.entity) };
  const calculation = charge(sale, account);
  refuseTooSmall(sale, calculation.totals.total, account);
  return {
    buyer,
    items,
    currency_code: currency,
    discount_id: discount?.entity.id ?? null,
    details: detailsOf(items, calculation, currency, lineIds),
    puts: [...puts, ...(discount?.puts ?? [])],
  };
}

function idsOf(input: BuyerIds, before: Transaction | undefined): BuyerIds {
  const { customer_id = null, address_id = null, business_id = null } = before ?? {};
  return { customer_id, address_id, business_id, ...input };
}

/** Items that are kept, are kept as they were sold. @evidence observed 2023-08-30: new items have new IDs of lines */
function itemsOf({ items: inputs }: OrderInput, account: Account, before: Transaction | undefined) {
  if (!inputs && before) {
    const lines = before.details.line_items;
    const items = before.items.map(({ price, quantity }, index): SoldItem => {
      const product = lines[index]?.product;
      if (!product) throw new Error('An item of a transaction has no line.');
      return { price, product, quantity };
    });
    return { items, lineIds: lines.map(({ id }) => id), puts: [] };
  }
  const sold = sell(inputs ?? [], account);
  return { ...sold, lineIds: sold.items.map(() => account.ids.next('txnitm')) };
}

/** Returns what a request sells, and the prices and products that exist for this sale only. */
export function sell(inputs: readonly ItemInput[], account: Account): { items: SoldItem[]; puts: readonly Put[] } {
  const { store, ids } = account;
  const findProduct = (id: string) => store.products.find(id);
  const custom = new CustomItems(account.moment(), (prefix) => ids.next(prefix), findProduct);
  const items = sellItems(inputs, {
    findPrice: (id) => store.prices.find(id),
    findProduct,
    makeItem: (price) => custom.make(price),
  });
  return { items, puts: custom.puts };
}

/**
 * The currency follows the buyer's country, unless another was requested before.
 *
 * @param seen where a buyer is at a checkout, whose price decides again and again
 * @evidence observed: a draft of a checkout is in the currency of the visitor, and in that of the address later. assumed, for
 *   the rest
 */
function currencyOf(
  items: readonly SoldItem[],
  { place }: Pick<Sale, 'place'>,
  { store }: Account,
  before: Transaction | undefined,
  seen: TaxLocation | undefined,
): Transaction['currency_code'] {
  if (!before) return usualCurrency(items, place);
  if (seen && isListed(before, before.currency_code)) return usualCurrency(items, place);
  const addressBefore = before.address_id ? store.addresses.find(before.address_id) : undefined;
  const wasUsual = usualCurrency(itemsBefore(before, items), addressBefore) === before.currency_code;
  return wasUsual ? usualCurrency(items, place) : before.currency_code;
}

/** Returns true for a currency that the first price of a transaction has in some country. */
function isListed({ items: [item] }: Transaction, currency: Transaction['currency_code']): boolean {
  const listed = [item?.price, ...(item?.price.unit_price_overrides ?? [])];
  return listed.some((each) => each?.unit_price.currency_code === currency);
}

function itemsBefore(before: Transaction, [first]: readonly SoldItem[]): SoldItem[] {
  const [item] = before.items;
  return item && first ? [{ ...first, price: item.price }] : [];
}

/** Returns the discount of a sale, if any, which is new if the request describes it. */
export function discountOf(
  input: Pick<OrderInput, 'discount' | 'discount_id' | 'currency_code'>,
  { items, currency }: { items: readonly SoldItem[]; currency: Transaction['currency_code'] },
  account: Account,
  before: Transaction | undefined,
): { entity: Discount; puts: Put[] } | undefined {
  if (input.discount && input.discount_id) throw paddleError('transaction_cannot_provide_both_discount_code_and_id');
  if (input.discount) {
    const known = input.currency_code ?? before?.currency_code ?? null;
    const entity = makeDiscount(input.discount, known, account.creation('dsc'));
    refuseUnsuitable(entity, items, currency, account.moment());
    return { entity, puts: [{ kind: 'discounts', entity }] };
  }
  const isKept = input.discount === undefined && input.discount_id === undefined;
  const id = isKept ? before?.discount_id : input.discount_id;
  if (!id) return undefined;
  const entity = account.store.discounts.find(id);
  if (!entity) throw paddleError('transaction_discount_not_found');
  if (!isKept) refuseUnsuitable(entity, items, currency, account.moment());
  return { entity, puts: [] };
}
