import { expect, test } from 'vitest';
import { buildAddress, buildCustomer, buildPrice, buildProduct } from '#fixtures/index.ts';
import type { Account } from '../../account/account.ts';
import { ExchangeRates } from '../../billing/money/exchange-rates.ts';
import { TaxRates } from '../../billing/tax/tax-rates.ts';
import { openAccounts } from '../../testing/open-accounts.ts';
import { create } from './create.ts';
import type { Transaction } from './kind.ts';
import { preview } from './preview.ts';
import { orderOf } from './sale/order.ts';
import { complete, pay } from './transitions.ts';
import { update } from './update.ts';

// Recorded in Paddle's sandbox in August and September 2023, with other IDs. Fields that Paddle added since are left out.

const monthly = { interval: 'month', frequency: 1 } as const;
const unpriced = {
  billing_cycle: monthly,
  trial_period: null,
  tax_mode: 'account_setting',
} as const;

function shop(mode: 'exclusive' | 'inclusive', amounts: readonly string[], currency_code: 'USD' | 'EUR' = 'USD') {
  const account = openAccounts({
    profile: 'official',
    clock: { now: '2023-08-30T18:29:10.576Z', frozen: true },
  }).accounts.default();
  account.setRules({
    settings: { ...account.settings, tax: { default_tax_mode: mode } },
    exchangeRates: new ExchangeRates({ base: 'USD', rates: { GBP: '0.786', EUR: '0.9919443' } }),
  });
  const prices = amounts.map((amount, index) =>
    buildPrice({
      seed: index,
      profile: 'official',
      overrides: { ...unpriced, unit_price_overrides: [], unit_price: { amount, currency_code } },
    }),
  );
  const products = amounts.map((_, index) => buildProduct({ seed: index, profile: 'official' }));
  account.insertAll({ products, prices });
  return { account, ids: prices.map(({ id }) => id) };
}

function opening(account: Account) {
  return {
    ...account.creation('txn'),
    link: 'https://webstormit.com',
    nextInvoiceNumber: () => account.store.invoiceNumbers.next(),
    credited: (transaction: Transaction) => transaction,
    follow: () => ({ changes: [] }),
  };
}

const unknownMeans = {
  ...{ payment_attempt_id: 'a', stored_payment_method_id: 'b', payment_method_id: null },
  method_details: { type: 'unknown', underlying_details: null, south_korea_local_card: null, card: null, paypal: null },
} as const;

const zero = { discount: '0', tax: '0' };
const sold = (total: string) => ({ subtotal: total, ...zero, total });

test('a draft for a customer without an address, and the update of its items', () => {
  const { account, ids } = shop('exclusive', ['1200', '1200']);
  const customer = buildCustomer({ seed: 9, profile: 'official', overrides: { status: 'active' } });
  account.insertAll({ customers: [customer] });
  const items = (quantities: number[]) =>
    quantities.map((quantity, index) => ({ price_id: `${ids[index]}`, quantity }));
  const input = {
    items: items([2, 1]),
    customer_id: customer.id,
    custom_data: { foo: 'bar' },
    currency_code: 'USD' as const,
  };
  const change = create(orderOf(input, account), input, opening(account));
  account.apply(change);
  const [{ entity: draft }] = change.puts;
  const sums = (total: string) => ({
    tax_rates_used: [{ tax_rate: '0', totals: sold(total) }],
    totals: {
      ...sold(total),
      grand_total: total,
      fee: null,
      credit: '0',
      balance: total,
      earnings: null,
      currency_code: 'USD',
    },
    adjusted_totals: {
      subtotal: total,
      tax: '0',
      total,
      grand_total: total,
      fee: '0',
      earnings: '0',
      currency_code: 'USD',
    },
    payout_totals: null,
    adjusted_payout_totals: null,
  });
  const unit = { tax_rate: '0', unit_totals: sold('1200') };
  expect(draft).toMatchObject({
    ...{ status: 'draft', customer_id: customer.id, address_id: null, business_id: null, custom_data: { foo: 'bar' } },
    ...{ origin: 'api', collection_mode: 'automatic', subscription_id: null, invoice_id: null, invoice_number: null },
    ...{ billing_details: null, billing_period: null, currency_code: 'USD', discount_id: null, billed_at: null },
    details: {
      ...sums('3600'),
      line_items: [
        { price_id: ids[0], quantity: 2, totals: sold('2400'), ...unit },
        { price_id: ids[1], quantity: 1, totals: sold('1200'), ...unit },
      ],
    },
    ...{ payments: [], checkout: { url: `https://webstormit.com?_ptxn=${draft.id}` } },
  });

  const more = { items: items([2, 2]) };
  const updating = { ...opening(account), order: () => orderOf(more, account, draft) };
  const [{ entity: updated }] = update(draft, more, updating).puts;
  expect(updated).toMatchObject({ status: 'draft', details: sums('4800'), checkout: draft.checkout });
  const lineIds = [...draft.details.line_items, ...updated.details.line_items].map(({ id }) => id);
  expect(new Set(lineIds).size).toBe(4);
});

test('a preview of 2 × 10 dollars in pounds, for no place', () => {
  const { account, ids } = shop('inclusive', ['1000']);
  const shown = preview({ items: [{ price_id: `${ids[0]}`, quantity: 2 }], currency_code: 'GBP' }, account);
  expect(shown).toMatchObject({
    ...{ customer_id: null, address_id: null, business_id: null, currency_code: 'GBP', address: null },
    ...{ customer_ip_address: null, discount_id: null, ignore_trials: false },
    items: [
      {
        price: { unit_price: { amount: '1000', currency_code: 'USD' } },
        quantity: 2,
        proration: null,
        include_in_totals: true,
      },
    ],
    details: {
      tax_rates_used: [{ tax_rate: '0', totals: sold('1572') }],
      totals: {
        ...sold('1572'),
        grand_total: '1572',
        fee: null,
        credit: '0',
        balance: '1572',
        earnings: null,
        currency_code: 'GBP',
      },
      line_items: [{ price_id: ids[0], quantity: 2, totals: sold('1572'), tax_rate: '0', unit_totals: sold('786') }],
    },
  });
});

test.each([
  ['94.21.112.101', '0.27', { country_code: 'HU', postal_code: '1035' }],
  ['34.232.58.13', '0', { country_code: 'US', postal_code: '20149' }],
])('a preview for the IP address %s is taxed at %s', (customer_ip_address, tax_rate, address) => {
  const { account, ids } = shop('exclusive', ['1200']);
  const shown = preview({ items: [{ price_id: `${ids[0]}`, quantity: 2 }], customer_ip_address }, account);
  expect(shown).toMatchObject({ customer_ip_address, address, details: { line_items: [{ tax_rate }] } });
});

// Captured 2026-02-10: the event of a payment of 127.05 pounds with 15 % of tax in it, of an unknown country.
test('a payment of 127.05 pounds has no fee, earnings, payout or invoice before it is completed', () => {
  const { account } = shop('inclusive', []);
  account.setRules({ taxRates: new TaxRates([{ country_code: 'GB', rate: '0.15' }]) });
  const unit_price = { amount: '12705', currency_code: 'GBP' } as const;
  const price = buildPrice({
    seed: 0,
    profile: 'official',
    overrides: { ...unpriced, unit_price_overrides: [], unit_price },
  });
  const customer = buildCustomer({ seed: 9, profile: 'official', overrides: { status: 'active' } });
  const place = { customer_id: customer.id, country_code: 'GB', status: 'active' } as const;
  const address = buildAddress({ seed: 9, profile: 'official', overrides: place });
  const products = [buildProduct({ seed: 0, profile: 'official' })];
  account.insertAll({ products, prices: [price], customers: [customer], addresses: [address] });
  const input = { items: [{ price_id: price.id, quantity: 1 }], customer_id: customer.id, address_id: address.id };
  const [{ entity: ready }] = create(orderOf(input, account), input, opening(account)).puts;
  const [{ entity: paid }] = pay(ready, unknownMeans, account.moment()).puts;
  expect(paid).toMatchObject({ status: 'paid', currency_code: 'GBP', invoice_number: null });
  expect(paid.details.totals).toMatchObject({ subtotal: '11048', tax: '1657', total: '12705', balance: '0' });
  expect(paid.details).toMatchObject({ totals: { fee: null, earnings: null }, payout_totals: null });
});

test.each([
  ['HU', '1035', 'exclusive', '1000', ['1000', '270', '1270'], '114', '886'],
  ['GB', 'EC1V 8BT', 'inclusive', '1000', ['833', '167', '1000'], '100', '733'],
  ['ES', '28001', 'inclusive', '1500', ['1240', '260', '1500'], '125', '1115'],
] as const)(
  'a purchase in %s %s, %s of tax, of %s cents is completed with %j, a fee of %s and earnings of %s',
  (country_code, postal_code, mode, amount, [subtotal, tax, total], fee, earnings) => {
    const { account, ids } = shop(mode, [amount]);
    const customer = buildCustomer({ seed: 9, profile: 'official', overrides: { status: 'active' } });
    const place = { customer_id: customer.id, country_code, postal_code, region: null, status: 'active' as const };
    const address = buildAddress({ seed: 9, profile: 'official', overrides: place });
    account.insertAll({ customers: [customer], addresses: [address] });
    const input = { items: [{ price_id: `${ids[0]}`, quantity: 1 }], customer_id: customer.id, address_id: address.id };
    const [{ entity: ready }] = create(orderOf(input, account), input, opening(account)).puts;
    expect(ready).toMatchObject({
      status: 'ready',
      details: { totals: { subtotal, tax, total, balance: total, fee: null } },
    });
    const [{ entity: paid }] = pay(ready, unknownMeans, account.moment()).puts;
    expect(paid.details.totals).toMatchObject({ balance: '0', fee: null, earnings: null });
    const [{ entity: completed }] = complete(paid, '325-10001', unknownMeans, account.moment()).puts;
    expect(completed.details.totals).toMatchObject({
      subtotal,
      tax,
      total,
      grand_total: total,
      balance: '0',
      fee,
      earnings,
    });
    expect(completed.details.payout_totals).toMatchObject({
      total,
      fee,
      earnings,
      fee_rate: '0.05',
      exchange_rate: '1',
    });
  },
);
