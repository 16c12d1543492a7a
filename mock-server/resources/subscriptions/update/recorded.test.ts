import { describe, expect, test } from 'vitest';
import {
  buildAddress,
  buildCustomer,
  buildDiscount,
  buildPrice,
  buildProduct,
  buildSubscription,
} from '#fixtures/index.ts';
import { TaxRates } from '../../../billing/tax/tax-rates.ts';
import { openAccounts } from '../../../testing/open-accounts.ts';
import { planCharge } from './plan-charge.ts';
import { planUpdate } from './plan-update.ts';
import { nextTransaction, preview, recurringDetails } from './preview.ts';
import { makeChange } from './request-change.ts';
import type { SubscriptionUpdate } from './rules.ts';

// Figures that Paddle or its users recorded, with other IDs.

const monthly = { interval: 'month', frequency: 1 } as const;
const yearly = { interval: 'year', frequency: 1 } as const;

type Shop = {
  period: { starts_at: string; ends_at: string };
  now: string;
  tax?: string;
  mode?: 'exclusive' | 'inclusive';
  currency?: 'USD' | 'GBP' | 'EUR';
  /** Amounts of prices, and whether they are billed by the month, by the year or once. */
  prices: readonly (readonly [amount: string, cycle?: 'year' | 'once'])[];
  /** Index of a price and quantity of each item. */
  items: readonly (readonly [price: number, quantity: number])[];
  fields?: object;
};

function shop({ period, now, tax = '0', mode = 'exclusive', currency = 'USD', prices: amounts, items, fields }: Shop) {
  const account = openAccounts({ profile: 'official', clock: { now, frozen: true } }).accounts.default();
  const country_code = 'GB';
  account.setRules({
    settings: { ...account.settings, tax: { default_tax_mode: mode } },
    taxRates: new TaxRates([{ country_code, rate: tax }]),
  });
  const active = { status: 'active' as const };
  const customer = buildCustomer({ seed: 1, profile: 'official', overrides: active });
  const address = buildAddress({
    seed: 1,
    profile: 'official',
    overrides: { ...active, customer_id: customer.id, country_code, postal_code: 'SW1A 1AA' },
  });
  const products = amounts.map((_, seed) => buildProduct({ seed, profile: 'official', overrides: active }));
  const prices = amounts.map(([amount, cycle], seed) =>
    buildPrice({
      seed,
      profile: 'official',
      overrides: {
        ...active,
        product_id: `${products[seed]?.id}`,
        billing_cycle: cycle === 'once' ? null : cycle === 'year' ? yearly : monthly,
        trial_period: null,
        tax_mode: 'account_setting',
        unit_price: { amount, currency_code: currency },
        unit_price_overrides: [],
        quantity: { minimum: 1, maximum: 100 },
      },
    }),
  );
  const bought = items.map(([index, quantity]) => {
    const [price, product] = [prices[index], products[index]];
    if (!price || !product) throw new Error('An item has no price.');
    return {
      status: 'active' as const,
      quantity,
      recurring: true,
      created_at: period.starts_at,
      updated_at: period.starts_at,
      previously_billed_at: period.starts_at,
      next_billed_at: period.ends_at,
      trial_dates: null,
      price,
      product,
    };
  });
  const built = buildSubscription({
    seed: 1,
    profile: 'official',
    status: 'active',
    overrides: {
      customer_id: customer.id,
      address_id: address.id,
      business_id: null,
      currency_code: currency,
      collection_mode: 'automatic',
      billing_details: null,
      discount: null,
      scheduled_change: null,
      billing_cycle: bought[0]?.price.billing_cycle ?? monthly,
      current_billing_period: period,
      first_billed_at: period.starts_at,
      next_billed_at: period.ends_at,
      items: bought,
      ...fields,
    },
  });
  account.insertAll({ customers: [customer], addresses: [address], products, prices, subscriptions: [built] });
  const id = (index: number) => `${prices[index]?.id}`;
  const read = () => account.store.subscriptions.require(built.id);
  return {
    account,
    id,
    read,
    item: (index: number, quantity: number) => ({ price_id: id(index), quantity }),
    preview: (input: SubscriptionUpdate) => preview(read(), planUpdate(read(), input, account), account),
    update: (input: SubscriptionUpdate, onFailure?: 'apply_change') =>
      makeChange(read(), planUpdate(read(), input, account), onFailure, account),
    transactions: () => account.store.transactions.all({ subscription_id: [built.id] }),
  };
}

type Totals = { subtotal: string; tax: string; total: string };
const sums = ({ subtotal, tax, total }: Totals) => [subtotal, tax, total].join(' ');
type Line = { unit_totals: Totals; totals: Totals; quantity: number; proration: { rate: string } | null };
const linesOf = (bill: { details: { line_items: object[] } } | null) =>
  (bill?.details.line_items as Line[] | undefined)?.map(({ quantity, proration, totals, unit_totals }) => {
    return `${quantity} × ${sums(unit_totals)} at ${proration?.rate ?? 'full'}: ${sums(totals)}`;
  });

const may = { starts_at: '2024-05-10T12:01:46.293Z', ends_at: '2024-06-10T12:01:46.293Z' };

describe('recorded by Paddle in May 2024, paddle-openapi', () => {
  const dear = { tax: '0.08875', period: may };

  test('P2: the preview of an update', () => {
    const { item, preview } = shop({
      ...dear,
      now: '2024-05-13T10:36:57.959Z',
      prices: [['1000'], ['10000'], ['25000'], ['3000']],
      items: [
        [0, 5],
        [1, 1],
      ],
    });
    const items = [item(1, 1), item(2, 1), item(3, 20)];
    const bill = preview({ items, proration_billing_mode: 'prorated_immediately' });
    expect(linesOf(bill.immediate_transaction)).toEqual([
      '1 × 22628 2009 24637 at 0.90513: 22628 2009 24637',
      '20 × 2715 241 2956 at 0.90513: 54308 4820 59128',
      '-5 × 905 80 985 at 0.90513: -4526 -401 -4927',
    ]);
    expect(bill.immediate_transaction?.details.totals).toMatchObject({
      ...{ subtotal: '72410', tax: '6428', total: '78838', credit: '0' },
      ...{ credit_to_balance: '0', balance: '78838', grand_total: '78838', fee: null, earnings: null },
    });
    const usd = { currency_code: 'USD' };
    expect(bill.update_summary).toEqual({
      credit: { amount: '-4927', ...usd },
      charge: { amount: '83765', ...usd },
      result: { action: 'charge', amount: '78838', ...usd },
    });
    const next = ['1 × 10000 887 10887', '1 × 25000 2219 27219', '20 × 3000 266 3266'];
    const totals = ['10000 887 10887', '25000 2219 27219', '60000 5325 65325'];
    expect(linesOf(bill.next_transaction)).toEqual(next.map((line, index) => `${line} at full: ${totals[index]}`));
    expect(sums(bill.recurring_transaction_details.totals)).toBe('95000 8431 103431');
    expect(bill.next_transaction?.billing_period).toEqual({
      starts_at: may.ends_at,
      ends_at: '2024-07-10T12:01:46.293Z',
    });
  });

  test('P3: the preview of a charge', () => {
    const { account, item, read } = shop({
      ...dear,
      now: '2024-05-13T10:40:05.929Z',
      prices: [['1000'], ['10000'], ['19900', 'once']],
      items: [
        [0, 5],
        [1, 1],
      ],
    });
    const plan = planCharge(read(), { effective_from: 'immediately', items: [item(2, 1)] }, account);
    const bill = preview(read(), plan, account);
    expect(linesOf(bill.immediate_transaction)).toEqual(['1 × 19900 1766 21666 at full: 19900 1766 21666']);
    expect(bill.immediate_transaction?.billing_period).toEqual({
      starts_at: '2024-05-13T10:40:05.929Z',
      ends_at: may.ends_at,
    });
    expect(bill.update_summary).toMatchObject({
      credit: { amount: '0' },
      charge: { amount: '21666' },
      result: { action: 'charge', amount: '21666' },
    });
    expect(linesOf(bill.next_transaction)).toEqual([
      '5 × 1000 89 1089 at full: 5000 444 5444',
      '1 × 10000 887 10887 at full: 10000 887 10887',
    ]);
    expect(sums(bill.recurring_transaction_details.totals)).toBe('15000 1331 16331');
  });
});

test('D3: paddle-openapi 2024-04-12, the dates of kept and of new items', () => {
  const period = { starts_at: '2024-04-12T10:37:59.556Z', ends_at: '2024-05-12T10:37:59.556Z' };
  const now = '2024-04-12T10:49:38.76Z';
  const { item, read, update } = shop({ period, now, prices: [['3000'], ['1000']], items: [[0, 10]] });
  update({ items: [item(0, 20), item(1, 1)], proration_billing_mode: 'prorated_immediately' });
  expect(read()).toMatchObject({
    current_billing_period: period,
    next_billed_at: period.ends_at,
    items: [
      { quantity: 20, created_at: period.starts_at, previously_billed_at: period.starts_at },
      { quantity: 1, created_at: '2024-04-12T10:49:38.76Z', previously_billed_at: '2024-04-12T10:49:38.76Z' },
    ],
  });
});

test('P4: paddle-openapi 2024-02-08, a period of another length starts now', () => {
  const period = { starts_at: '2024-02-08T11:02:03.946Z', ends_at: '2024-03-08T11:02:03.946Z' };
  const now = '2024-02-08T11:15:15.565Z';
  const { item, read, update } = shop({ period, now, prices: [['3000'], ['50000', 'year']], items: [[0, 10]] });
  update({ items: [item(1, 85)], proration_billing_mode: 'do_not_bill' });
  expect(read()).toMatchObject({
    billing_cycle: yearly,
    current_billing_period: { starts_at: now, ends_at: '2025-02-08T11:15:15.565Z' },
    next_billed_at: '2025-02-08T11:15:15.565Z',
    items: [{ previously_billed_at: now, next_billed_at: '2025-02-08T11:15:15.565Z' }],
  });
});

test('S1: pithy-sh/pithy, sandbox of 2026-08-28, an upgrade within the period', () => {
  const { item, preview } = shop({
    tax: '0.08875',
    period: { starts_at: '2026-08-15T11:42:21.789Z', ends_at: '2026-09-15T11:42:21.789Z' },
    now: '2026-08-28T11:13:32.939Z',
    prices: [['600'], ['11000']],
    items: [[0, 1]],
  });
  const bill = preview({ items: [item(1, 1)], proration_billing_mode: 'prorated_immediately' });
  expect(linesOf(bill.immediate_transaction)).toEqual([
    '1 × 6394 568 6962 at 0.58129: 6394 568 6962',
    '-1 × 349 31 380 at 0.58129: -349 -31 -380',
  ]);
  expect(bill.immediate_transaction?.details.totals).toMatchObject({
    ...{ subtotal: '6045', tax: '537', total: '6582', grand_total: '6582', grand_total_tax: '537' },
    ...{ credit: '0', balance: '6582' },
  });
  expect(bill.update_summary).toMatchObject({
    credit: { amount: '-380' },
    charge: { amount: '6962' },
    result: { action: 'charge', amount: '6582' },
  });
  expect(sums(bill.recurring_transaction_details.totals)).toBe('11000 976 11976');
});

describe('recorded in pounds, GaryACraine/Eventmodelers-Build-Kits', () => {
  const period = { starts_at: '2026-10-01T10:00:00.000Z', ends_at: '2026-11-01T10:00:00.000Z' };
  const british = { tax: '0.2', mode: 'inclusive', currency: 'GBP', period, now: '2026-10-01T10:01:00Z' } as const;
  const seats = (count: number) => shop({ ...british, prices: [['1000'], ['580']], items: [[0, count]] });

  test('S4a: three more seats', () => {
    const { item, preview } = seats(5);
    const bill = preview({ items: [item(0, 8)], proration_billing_mode: 'prorated_immediately' });
    expect(linesOf(bill.immediate_transaction)).toEqual(['3 × 833 167 1000 at 0.99998: 2500 500 3000']);
    expect(bill.update_summary).toMatchObject({
      credit: { amount: '0' },
      result: { action: 'charge', amount: '3000' },
    });
  });

  test('S4b and S4c: two seats less are credited, and the next bill uses the credit', () => {
    const { account, item, preview, update, read, transactions } = seats(8);
    const input: SubscriptionUpdate = { items: [item(0, 6)], proration_billing_mode: 'prorated_immediately' };
    const planned = preview(input);
    expect(planned.update_summary).toMatchObject({ result: { action: 'credit', amount: '2000' } });
    expect(planned.immediate_transaction?.details.totals).toMatchObject({
      ...{ total: '-2000', grand_total: '0', balance: '0', credit: '0', credit_to_balance: '2000' },
    });
    update(input);
    expect(transactions()).toMatchObject([
      { status: 'completed', origin: 'subscription_update', details: { totals: { total: '-2000', grand_total: '0' } } },
    ]);
    expect(account.store.credit_balances.all({})).toMatchObject([{ balance: { available: '2000' } }]);
    const next = { total: '6000', credit: '2000', grand_total: '4000' };
    expect(nextTransaction(read(), account)?.details.totals).toMatchObject(next);
    expect(planned.next_transaction?.details.totals).toMatchObject(next);
  });

  test('S4h: three more seats with the next bill', () => {
    const { item, preview } = seats(5);
    const bill = preview({ items: [item(0, 8)], proration_billing_mode: 'prorated_next_billing_period' });
    expect(bill.immediate_transaction).toBeNull();
    expect(bill.next_transaction?.details.totals).toMatchObject({ total: '11000' });
    expect(bill.recurring_transaction_details.totals).toMatchObject({ total: '8000' });
  });
});

const euros: Shop = {
  ...{ tax: '0.22', mode: 'inclusive', currency: 'EUR', items: [[0, 1]], now: '2026-09-13T10:00:30Z' },
  period: { starts_at: '2026-09-13T10:00:00Z', ends_at: '2026-10-13T10:00:00Z' },
  prices: [['349'], ['699'], ['9999', 'year']],
};

test('S5a and S5c: sisqo/strumfolio, a dearer plan and a year right after the purchase', () => {
  const { item, preview } = shop(euros);
  const dearer = preview({ items: [item(1, 1)], proration_billing_mode: 'prorated_immediately' });
  expect(dearer.update_summary).toMatchObject({
    credit: { amount: '-349' },
    charge: { amount: '699' },
    result: { action: 'charge', amount: '350' },
  });
  const byYear = preview({ items: [item(2, 1)], proration_billing_mode: 'prorated_immediately' });
  expect(byYear.update_summary).toMatchObject({ credit: { amount: '-349' }, result: { amount: '9650' } });
});

test('S5d: sisqo/strumfolio, another plan in a period that began by another cycle without a bill', () => {
  const { account, item, preview, update } = shop({ ...euros, prices: [['349'], ['3499', 'year'], ['9999', 'year']] });
  update({ items: [item(1, 1)], proration_billing_mode: 'do_not_bill' });
  account.clock.advance(86_400_000);
  const dearer = preview({ items: [item(2, 1)], proration_billing_mode: 'prorated_immediately' });
  expect(dearer.update_summary).toMatchObject({
    ...{ credit: { amount: '0' }, charge: { amount: '9999' }, result: { action: 'charge', amount: '9999' } },
  });
});

test('S4e, recorded in pounds: one more seat after a day of a month of 30', () => {
  const { item, preview } = shop({
    ...{ tax: '0.2', mode: 'inclusive', currency: 'GBP', now: '2026-09-02T10:00:00Z' },
    period: { starts_at: '2026-09-01T10:00:00Z', ends_at: '2026-10-01T10:00:00Z' },
    prices: [['1200']],
    items: [[0, 3]],
  });
  const bill = preview({ items: [item(0, 4)], proration_billing_mode: 'prorated_immediately' });
  expect(bill.update_summary).toMatchObject({ result: { action: 'charge', amount: '1160' } });
  expect(bill.next_transaction?.details.totals).toMatchObject({ total: '4800' });
});

test('S5e and S5f, recorded in euros on 2026-09-16: a discount of 30 % for three months', () => {
  const period = { starts_at: '2026-09-13T10:00:00Z', ends_at: '2026-10-13T10:00:00Z' };
  const { account, read, update } = shop({
    ...{ tax: '0.22', mode: 'inclusive', currency: 'EUR', now: '2026-09-16T10:00:00Z', period },
    prices: [['349']],
    items: [[0, 1]],
  });
  const id = 'dsc_01kpadd0ck0000000000000001';
  const overrides = { id, type: 'percentage', amount: '30', currency_code: null, recur: true } as const;
  const limits = { status: 'active', restrict_to: null, expires_at: null, usage_limit: null } as const;
  const discount = buildDiscount({
    seed: 1,
    profile: 'official',
    overrides: { ...overrides, ...limits, maximum_recurring_intervals: 3 },
  });
  account.insertAll({ discounts: [discount] });
  update({ discount: { id, effective_from: 'next_billing_period' } });
  expect(nextTransaction(read(), account)?.details.totals).toMatchObject({ total: '244', discount: '86' });
  expect(recurringDetails(read(), account).totals).toMatchObject({ total: '349', discount: '0' });
  expect(read().discount).toMatchObject({ starts_at: '2026-10-13T10:00:00Z', ends_at: '2027-01-13T10:00:00Z' });
});

// Before 2024-03-11 the whole old line was credited and the whole new one charged, so lines differ, and the sum of P1 by a
// cent: 150782 was recorded, since the credit was a share of the rounded total.
describe('recorded before removals were lines: what is left to pay', () => {
  type Example = [
    name: string,
    shop: Shop,
    quantities: readonly (readonly [number, number])[],
    mode: 'prorated_immediately' | 'prorated_next_billing_period' | 'full_next_billing_period',
    expected: { now?: string; next: string },
  ];
  const examples: Example[] = [
    [
      'P1: paddle-openapi 2024-02-08, ten more seats and another plan',
      {
        tax: '0.08875',
        period: { starts_at: '2024-02-08T11:02:03.946Z', ends_at: '2024-03-08T11:02:03.946Z' },
        now: '2024-02-08T11:05:53.746Z',
        prices: [['3000'], ['10000'], ['28500']],
        items: [
          [0, 10],
          [1, 1],
        ],
      },
      [
        [0, 50],
        [2, 1],
      ],
      'prorated_immediately',
      { now: '150781', next: '178500 15841 194341' },
    ],
    [
      'N05: websideproject 2023-09-04, a second seat',
      {
        ...{ tax: '0.27', mode: 'inclusive', now: '2023-09-04T08:44:53Z' },
        period: { starts_at: '2023-08-12T14:44:57.746Z', ends_at: '2023-09-12T14:44:57.746Z' },
        prices: [['1270']],
        items: [[0, 1]],
      },
      [[0, 2]],
      'prorated_immediately',
      { now: '338', next: '2000 540 2540' },
    ],
    [
      'N09: deanpcmad 2023-08-09, a second seat that costs all with the next bill',
      {
        ...{ tax: '0.2', mode: 'inclusive', now: '2023-08-09T19:49:33Z' },
        period: { starts_at: '2023-08-09T19:14:03.236Z', ends_at: '2023-09-09T19:14:03.236Z' },
        prices: [['1000']],
        items: [[0, 1]],
      },
      [[0, 2]],
      'full_next_billing_period',
      { next: '2500 500 3000' },
    ],
    [
      'N28: laravel/cashier-paddle issue 228 of 2023-12-29, a second seat in the first minute, with the next bill',
      {
        period: { starts_at: '2023-12-29T10:00:00.100Z', ends_at: '2024-01-29T10:00:00.100Z' },
        now: '2023-12-29T10:00:30Z',
        prices: [['1000'], ['500']],
        items: [
          [0, 1],
          [1, 1],
        ],
      },
      [
        [0, 1],
        [1, 2],
      ],
      'prorated_next_billing_period',
      { next: '2500 0 2500' },
    ],
  ];

  test.each(examples)('%s', (_, sold, quantities, proration_billing_mode, { now, next }) => {
    const { item, preview } = shop(sold);
    const items = quantities.map(([index, quantity]) => item(index, quantity));
    const bill = preview({ items, proration_billing_mode });
    expect(bill.immediate_transaction?.details.totals.grand_total).toBe(now);
    expect(bill.update_summary?.result.amount).toBe(now ?? bill.update_summary?.charge.amount);
    expect(bill.next_transaction && sums(bill.next_transaction.details.totals)).toBe(next);
  });
});

test('recorded in production on 2026-07-15, paddle-node-sdk issue 227: a change of less than the smallest charge', () => {
  const { item, preview } = shop({
    period: { starts_at: '2026-07-15T10:00:00Z', ends_at: '2026-07-18T10:00:00Z' },
    now: '2026-07-18T06:24:00Z',
    prices: [['100'], ['300']],
    items: [[0, 1]],
  });
  for (const proration_billing_mode of ['prorated_immediately', 'prorated_next_billing_period'] as const)
    expect(() => preview({ items: [item(1, 1)], proration_billing_mode })).toThrow(
      expect.objectContaining({ code: 'subscription_update_transaction_balance_less_than_charge_limit' }),
    );
});
