import type { Store } from '../../state/store.ts';
import type { Adjustment } from '../adjustments/kind.ts';
import type { Discount } from '../discounts/kind.ts';
import type { Entities } from '../kinds.ts';
import type { Price } from '../prices/kind.ts';
import { completedAt, type Transaction } from '../transactions/kind.ts';
import type { Report } from './kind.ts';
import type { ReportedKind } from './sources.ts';

/** A value of a cell. */
type Cell = string | number | boolean | null | undefined;
type Row = Readonly<Record<string, Cell>>;

/**
 * Rows of an entity in a report, each by the headings of its columns.
 *
 * @see https://developer.paddle.com/build/reports/payout-reconciliation
 * @evidence official: headings mirror the fields of the API; the first columns of transactions and of their line items; those of
 *   reconciliations for types, dates, reasons, amounts in two currencies, fees, and the movement. assumed: all others, and the order
 */
type RowsOf<Name extends ReportedKind> = (entity: Entities[Name], store: Store) => readonly Row[];

type Rows = { readonly [Type in Report['type']]: { readonly [Name in ReportedKind]?: RowsOf<Name> } };

const rows: Rows = {
  transactions: {
    transactions: (transaction, store) => [
      { id: transaction.id, ...saleOf(transaction, store), ...sumsOf(transaction) },
    ],
  },
  transaction_line_items: { transactions: linesOf },
  adjustments: {
    adjustments: (adjustment, store) => [
      { id: adjustment.id, ...adjusted(adjustment, store), ...totalsOf(adjustment) },
    ],
  },
  adjustment_line_items: { adjustments: adjustedLinesOf },
  products_prices: { prices: (price, store) => [priceRow(price, store)] },
  discounts: { discounts: (discount) => [discountRow(discount)] },
  balance: { transactions: (sale) => [movementOfSale(sale)], adjustments: (change) => [movementOfAdjustment(change)] },
  payout_reconciliation: {
    transactions: (sale, store) => [reconciledSale(sale, store)],
    adjustments: (change, store) => [reconciledAdjustment(change, store)],
  },
  checkouts: { transactions: (transaction, store) => [checkoutRow(transaction, store)] },
};

/** Returns the rows of an entity in a report. */
export function rowsOf<Name extends ReportedKind>(
  type: Report['type'],
  kind: Name,
  entity: Entities[Name],
  store: Store,
): readonly Row[] {
  // TypeScript cannot tell that the function is that of the kind.
  const make = rows[type][kind] as RowsOf<Name> | undefined;
  return make?.(entity, store) ?? [];
}

function saleOf(transaction: Transaction, { customers, addresses, businesses }: Store): Row {
  const { status, invoice_number, customer_id, address_id, business_id, items, discount_id, subscription_id } =
    transaction;
  const find = <Found>(id: string | null, look: (known: string) => Found) => (id === null ? undefined : look(id));
  return {
    status,
    invoice_number,
    customer_id,
    customer_email: find(customer_id, (id) => customers.find(id))?.email,
    address_id,
    address_country_code: find(address_id, (id) => addresses.find(id))?.country_code,
    business_id,
    business_name: find(business_id, (id) => businesses.find(id))?.name,
    price_ids: items.flatMap(({ price }) => price?.id ?? []).join(','),
    discount_ids: discount_id,
    subscription_id,
    created_at: transaction.created_at,
    updated_at: transaction.updated_at,
    billed_at: transaction.billed_at,
    collection_mode: transaction.collection_mode,
    origin: transaction.origin,
    currency_code: transaction.currency_code,
  };
}

function sumsOf({ details: { totals, payout_totals } }: Transaction): Row {
  return { ...without(totals, 'currency_code'), ...prefixed('payout', payout_totals) };
}

function linesOf(transaction: Transaction, store: Store): Row[] {
  const { id, items, details } = transaction;
  const { status, price_ids: _, discount_ids, subscription_id, ...sale } = saleOf(transaction, store);
  const { created_at, updated_at, billed_at, collection_mode, origin, currency_code, ...buyer } = sale;
  return details.line_items.map((line) => {
    const price = items.find((item) => item.price?.id === line.price_id)?.price;
    return {
      transaction_id: id,
      transaction_status: status,
      ...buyer,
      subscription_id,
      id: line.id,
      product_id: line.product?.id,
      product_name: line.product?.name,
      price_id: line.price_id,
      price_description: price?.description,
      quantity: line.quantity,
      discount_ids,
      created_at,
      updated_at,
      billed_at,
      collection_mode,
      origin,
      currency_code,
      tax_rate: line.tax_rate,
      ...line.totals,
    };
  });
}

function adjusted(
  { action, type, status, transaction_id, subscription_id, customer_id, ...rest }: Adjustment,
  store: Store,
): Row {
  const { reason, currency_code, created_at, updated_at } = rest;
  const customer_email = store.customers.find(customer_id)?.email;
  return {
    action,
    type,
    status,
    transaction_id,
    subscription_id,
    customer_id,
    customer_email,
    reason,
    currency_code,
    created_at,
    updated_at,
  };
}

function totalsOf({ totals, payout_totals }: Adjustment): Row {
  return { ...without(totals, 'currency_code'), ...prefixed('payout', payout_totals) };
}

function adjustedLinesOf(adjustment: Adjustment, store: Store): Row[] {
  const { status, ...common } = adjusted(adjustment, store);
  return adjustment.items.map(({ id, item_id, type, amount, totals }) => ({
    adjustment_id: adjustment.id,
    adjustment_status: status,
    ...common,
    id,
    item_id,
    item_type: type,
    amount,
    ...totals,
  }));
}

function priceRow(price: Price, { products }: Store): Row {
  const product = products.find(price.product_id);
  return {
    product_id: price.product_id,
    product_name: product?.name,
    product_type: product?.type,
    product_tax_category: product?.tax_category,
    product_status: product?.status,
    product_created_at: product?.created_at,
    product_updated_at: product?.updated_at,
    price_id: price.id,
    price_description: price.description,
    price_name: price.name,
    price_type: price.type,
    price_billing_cycle_interval: price.billing_cycle?.interval,
    price_billing_cycle_frequency: price.billing_cycle?.frequency,
    price_trial_period_interval: price.trial_period?.interval,
    price_trial_period_frequency: price.trial_period?.frequency,
    price_tax_mode: price.tax_mode,
    price_unit_price_amount: price.unit_price.amount,
    price_unit_price_currency_code: price.unit_price.currency_code,
    price_status: price.status,
    price_created_at: price.created_at,
    price_updated_at: price.updated_at,
  };
}

function discountRow(discount: Discount): Row {
  const { id, status, description, enabled_for_checkout, code, type, amount, currency_code, recur } = discount;
  const { maximum_recurring_intervals, usage_limit, restrict_to, expires_at, times_used } = discount;
  return {
    id,
    status,
    description,
    enabled_for_checkout,
    code,
    type,
    amount,
    currency_code,
    recur,
    maximum_recurring_intervals,
    usage_limit,
    restrict_to: restrict_to?.join(','),
    expires_at,
    times_used,
    created_at: discount.created_at,
    updated_at: discount.updated_at,
  };
}

/** The columns of movements are the same for sales and for adjustments. */
function movementOfSale({
  id,
  subscription_id,
  billed_at,
  updated_at,
  details: { payout_totals: paid },
}: Transaction): Row {
  return {
    balance_movement_type: 'sale',
    balance_movement_date: billed_at ?? updated_at,
    transaction_id: id,
    adjustment_id: null,
    subscription_id,
    transaction_updated_at: updated_at,
    currency_code: paid?.currency_code,
    gross: paid?.total,
    tax: paid?.tax,
    fee: paid?.fee,
    chargeback_fee: '0',
    earnings: paid?.earnings,
  };
}

/** The columns of a reconciliation are the same for both, too. */
function reconciledSale(sale: Transaction, { series, customers }: Store): Row {
  const { totals, payout_totals: paid } = sale.details;
  const {
    gross: _gross,
    tax: _tax,
    fee: _fee,
    chargeback_fee: _charged,
    earnings,
    currency_code,
    ...moved
  } = movementOfSale(sale);
  return {
    remittance_reference: series.remittanceOf(completedAt(sale)),
    ...moved,
    customer_email: sale.customer_id === null ? null : customers.find(sale.customer_id)?.email,
    reason: null,
    transaction_currency_code: sale.currency_code,
    balance_currency_code: currency_code,
    ...inBoth('subtotal', totals.subtotal, paid?.subtotal),
    ...inBoth('discount', totals.discount, paid?.discount),
    ...inBoth('tax', totals.tax, paid?.tax),
    ...inBoth('gross', totals.total, paid?.total),
    ...inBoth('paddle_fee', totals.fee, paid?.fee),
    fx_fee_in_balance_currency: '0',
    ...inBoth('chargeback_fee', '0', '0'),
    ...inBoth('retained_fee', '0', '0'),
    balance_movement_in_balance_currency: earnings,
  };
}

function reconciledAdjustment(adjustment: Adjustment, { series, customers }: Store): Row {
  const { totals, payout_totals: paid } = adjustment;
  const { gross, tax, fee, chargeback_fee, earnings, currency_code, ...moved } = movementOfAdjustment(adjustment);
  return {
    remittance_reference: series.remittanceOf(Date.parse(dateOfMove(adjustment))),
    ...moved,
    customer_email: customers.find(adjustment.customer_id)?.email,
    reason: adjustment.reason,
    transaction_currency_code: adjustment.currency_code,
    balance_currency_code: currency_code,
    ...inBoth('subtotal', lost(totals.subtotal), lost(paid?.subtotal)),
    ...inBoth('discount', '0', '0'),
    ...inBoth('tax', lost(totals.tax), tax),
    ...inBoth('gross', lost(totals.total), gross),
    ...inBoth('paddle_fee', lost(totals.fee), fee),
    fx_fee_in_balance_currency: '0',
    ...inBoth('chargeback_fee', paid?.chargeback_fee.original?.amount ?? chargeback_fee, chargeback_fee),
    ...inBoth('retained_fee', totals.retained_fee, paid?.retained_fee),
    balance_movement_in_balance_currency: earnings,
  };
}

/** Names an amount in the currency of the transaction and in that of the balance. @evidence official */
function inBoth(name: string, sold: Cell, paid: Cell): Row {
  return { [`${name}_in_transaction_currency`]: sold, [`${name}_in_balance_currency`]: paid };
}

/** Turns what an adjustment takes back into a movement. Figures of a reversal are negative themselves. */
function lost(amount: string | null | undefined): string | null | undefined {
  return amount === undefined || amount === null ? amount : String(-BigInt(amount));
}

function movementOfAdjustment({
  id,
  action,
  transaction_id,
  subscription_id,
  status,
  created_at,
  updated_at,
  payout_totals: paid,
}: Adjustment): Row {
  return {
    balance_movement_type: action,
    balance_movement_date: dateOfMove({ status, created_at, updated_at }),
    transaction_id,
    adjustment_id: id,
    subscription_id,
    transaction_updated_at: updated_at,
    currency_code: paid?.currency_code,
    gross: lost(paid?.total),
    tax: lost(paid?.tax),
    fee: lost(paid?.fee),
    chargeback_fee: paid?.chargeback_fee.amount,
    earnings: lost(paid?.earnings),
  };
}

/** Returns when an adjustment moved the balance: at its approval, or at its creation if it was reversed since. */
function dateOfMove({
  status,
  created_at,
  updated_at,
}: Pick<Adjustment, 'status' | 'created_at' | 'updated_at'>): string {
  return status === 'reversed' ? created_at : updated_at;
}

function checkoutRow(transaction: Transaction, { addresses }: Store): Row {
  const { id, status, created_at, address_id, currency_code, origin, items } = transaction;
  return {
    transaction_id: id,
    checkout_created_at: created_at,
    status,
    is_converted: status === 'completed',
    customer_country_code: address_id === null ? null : addresses.find(address_id)?.country_code,
    currency_code,
    origin,
    price_ids: items.flatMap(({ price }) => price?.id ?? []).join(','),
  };
}

function without(totals: Readonly<Record<string, Cell>>, name: string): Row {
  return Object.fromEntries(Object.entries(totals).filter(([each]) => each !== name));
}

function prefixed(prefix: string, totals: object | null): Row {
  const names = ['currency_code', 'subtotal', 'tax', 'total', 'fee', 'earnings'];
  return Object.fromEntries(
    names.map((name) => [`${prefix}_${name}`, totals ? String(Reflect.get(totals, name)) : null]),
  );
}
