import type { components } from '#openapi/generated/guide.ts';
import type { CurrencyCode } from '../../../billing/money/currencies.ts';
import { paddleError } from '../../../errors/errors.ts';
import type { Creation, Moment } from '../../../time/moment.ts';
import { storeCustomData } from '../../custom-data.ts';
import { refuseInvalidAmount } from '../../discounts/amount.ts';
import type { Discount } from '../../discounts/kind.ts';
import { covers, refuseUnusable } from '../../discounts/use.ts';
import type { SaleDiscount } from './charge.ts';
import type { SoldItem } from './items.ts';

type DiscountInput = components['schemas']['transaction-discount'];

/**
 * Makes a discount of one transaction.
 *
 * @evidence official: it has the mode `custom`, and an amount of money needs the transaction's currency. assumed: the
 *   other fields are as in the catalog, and no event announces it
 */
export function makeDiscount(input: DiscountInput, currency: CurrencyCode | null, creation: Creation): Discount {
  const { id, now, behaviours } = creation;
  const isPercentage = input.type === 'percentage';
  if (!isPercentage && currency === null) throw paddleError('transaction_requires_currency_code_for_custom_discount');
  const discount: Discount = {
    id,
    status: 'active',
    description: input.description,
    enabled_for_checkout: false,
    code: null,
    type: input.type,
    mode: 'custom',
    amount: input.amount,
    currency_code: isPercentage ? null : currency,
    recur: input.recur ?? false,
    maximum_recurring_intervals: input.maximum_recurring_intervals ?? null,
    usage_limit: null,
    restrict_to: input.restrict_to ?? null,
    expires_at: null,
    discount_group_id: null,
    times_used: 0,
    custom_data: storeCustomData(input.custom_data, behaviours),
    import_meta: null,
    created_at: now,
    updated_at: now,
  };
  refuseInvalidAmount(discount, { maximum_recurring_intervals: discount.maximum_recurring_intervals });
  return discount;
}

/**
 * Rejects a discount that cannot be used for a sale.
 *
 * @evidence official: the codes. assumed: that one which covers no item is not eligible
 */
export function refuseUnsuitable(
  discount: Discount,
  items: readonly SoldItem[],
  currency: CurrencyCode,
  moment: Moment,
): void {
  const { id, currency_code } = discount;
  refuseUnusable(discount, moment);
  if (currency_code !== null && currency_code !== currency)
    throw paddleError('transaction_invalid_discount_currency', { hint: `${id} is in ${currency_code}.` });
  if (!items.some(saleDiscountOf(discount).covers))
    throw paddleError('transaction_discount_not_eligible', { hint: `${id} is restricted to other items.` });
}

/** Returns how a discount changes a sale. */
export function saleDiscountOf(discount: Discount): SaleDiscount {
  const { type, amount, recur } = discount;
  return { type, amount, recur, covers: ({ price }) => covers(discount, price) };
}
