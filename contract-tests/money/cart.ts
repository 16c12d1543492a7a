import fc, { type Arbitrary } from 'fast-check';
import { markOfRun } from '../nouns/arrange.ts';
import { createPrice, itemOf } from '../nouns/transactions/arrange.ts';
import type { Account } from '../targets/account.ts';
import type { Discount, Sold } from './sums-of.ts';

/** Prices in a cart, and where and with which discount they are sold. */
export type Cart = { readonly lines: readonly Sold[]; readonly place: Place; readonly discount: Discount | null };

/** A place and its tax rate. */
export type Place = {
  readonly rate: string;
  readonly address: { readonly country_code: string; readonly postal_code: string };
};

/** Places whose rates are known from recordings. */
export const places = {
  newYork: { rate: '0.08875', address: { country_code: 'US', postal_code: '10021' } },
  virginia: { rate: '0', address: { country_code: 'US', postal_code: '20149' } },
  london: { rate: '0.2', address: { country_code: 'GB', postal_code: 'EC1V 8BT' } },
  budapest: { rate: '0.27', address: { country_code: 'HU', postal_code: '1035' } },
} as const satisfies Record<string, Place>;

/** Amounts that make ties with some rates, and others. */
const amount = fc.oneof(
  fc.constantFrom(999, 1500, 2490, 3000, 10_000, 28_500, 50_000),
  fc.integer({ min: 70, max: 10 ** 7 }),
);

const line: Arbitrary<Sold> = fc.record({
  amount,
  quantity: fc.integer({ min: 1, max: 100 }),
  tax_mode: fc.constantFrom('external', 'internal'),
});

const discount: Arbitrary<Discount> = fc.oneof(
  fc.record({
    type: fc.constant('percentage' as const),
    amount: fc.oneof(fc.constantFrom('7.5', '12.5', '33.3'), fc.integer({ min: 1, max: 100 }).map(String)),
  }),
  fc.record({ type: fc.constant('flat_per_seat' as const), amount: fc.integer({ min: 1, max: 10_000 }).map(String) }),
);

/** Random carts. */
export const cart: Arbitrary<Cart> = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  place: fc.constantFrom<Place>(...Object.values(places)),
  discount: fc.option(discount),
});

/** Creates one-time prices and a discount, and returns the fields of a request that sells them. */
export async function stock(account: Account, { lines, discount }: Pick<Cart, 'lines' | 'discount'>) {
  const items = [];
  for (const { amount, quantity, tax_mode } of lines) {
    const unit_price = { amount: String(amount), currency_code: 'USD' };
    items.push(itemOf(await createPrice(account, { unit_price, tax_mode, billing_cycle: null }), quantity));
  }
  if (!discount) return { items, currency_code: 'USD' };
  const currency = discount.type === 'percentage' ? {} : { currency_code: 'USD' };
  const body = { description: 'Less', ...discount, ...currency, ...markOfRun(account.target.run) };
  const { id } = (await account.call('createDiscount', { body })).data;
  return { items, currency_code: 'USD', discount_id: id };
}
