import { createBusiness, createCustomer, unknownId } from '../nouns/arrange.ts';
import { buyWith, cards } from '../nouns/payments/arrange.ts';
import { seedSubscription } from '../nouns/subscriptions/arrange.ts';
import {
  type Buyer,
  createBuyer,
  createPrice,
  createTransaction,
  invoiced,
  itemOf,
  type Price,
  soldTo,
} from '../nouns/transactions/arrange.ts';
import type { Account } from '../targets/account.ts';

type Body = Readonly<Record<string, unknown>>;
/** Makes a body that is refused, from a price and a buyer that suit any transaction. */
type Refused = (account: Account, price: Price, buyer: Buyer) => Promise<Body> | Body;

const unknownPrice = { id: unknownId('pri') };
const monthly = { interval: 'month', frequency: 1 };
const unit_price = { amount: '1000', currency_code: 'USD' };
const percentage = { description: 'Sorry', type: 'percentage', amount: '10' };

/** A price for one transaction. */
const own = (price: Price, fields: object = {}) => ({
  items: [{ price: { product_id: price.product_id, description: 'For one', unit_price, ...fields }, quantity: 1 }],
});
const trialOf = (frequency: number) => ({ trial_period: { interval: 'day', frequency } });

/** Bodies with items or a buyer that no operation accepts, by code. */
const anySale: Readonly<Record<string, Refused>> = {
  entity_archived: async (account) => {
    const { customer, address } = await createBuyer(account);
    const path = { customer_id: customer.id, address_id: address.id };
    await account.call('updateAddress', { path, body: { status: 'archived' } });
    return { customer_id: customer.id, address_id: address.id };
  },
  transaction_customer_is_required_with_address: (_, __, { address }) => ({
    customer_id: null,
    address_id: address.id,
  }),
  transaction_customer_is_required_for_business_validation: async (account, _, { customer }) => ({
    ...{ customer_id: null, address_id: null },
    business_id: (await createBusiness(account, customer)).id,
  }),
  transaction_price_not_found: () => ({ items: [itemOf(unknownPrice)] }),
  transaction_product_not_found: (_, price) => own(price, { product_id: unknownId('pro') }),
  transaction_both_price_id_and_object_found: (_, price) => ({
    items: [{ ...own(price).items[0], ...itemOf(price) }],
  }),
  transaction_duplicate_price_ids: (_, price) => ({ items: [itemOf(price), itemOf(price)] }),
  transaction_item_quantity_out_of_range: (_, price) => ({ items: [itemOf(price, 101)] }),
  transaction_price_different_billing_cycle: async (account, price) => ({
    items: [itemOf(price), itemOf(await createPrice(account, { billing_cycle: { interval: 'year', frequency: 1 } }))],
  }),
  transaction_price_different_trial_period: async (account) => ({
    items: [itemOf(await createPrice(account, trialOf(7))), itemOf(await createPrice(account, trialOf(14)))],
  }),
  transaction_discount_not_found: () => ({ discount_id: unknownId('dsc') }),
  transaction_discount_not_eligible: async (account) => {
    const { product_id } = await createPrice(account);
    return { discount_id: await discountOf(account, { restrict_to: [product_id] }) };
  },
  transaction_invalid_discount_currency: async (account) => ({
    discount_id: await discountOf(account, { type: 'flat', amount: '100', currency_code: 'EUR' }),
  }),
  discount_expired: async (account) => {
    const { clock } = account.target.can;
    await clock?.set(account, { now: '2027-01-01T00:00:00Z', frozen: true });
    const discount_id = await discountOf(account, { expires_at: '2027-01-02T00:00:00Z' });
    await clock?.advance(account, { days: 1 });
    return { discount_id };
  },
  discount_usage_limit_exceeded: async (account) => {
    const discount_id = await discountOf(account, { usage_limit: 1 });
    await buyWith(account, discount_id);
    return { discount_id };
  },
  transaction_cannot_provide_both_discount_code_and_id: () => ({
    discount: percentage,
    discount_id: unknownId('dsc'),
  }),
  transaction_balance_less_than_charge_limit: (_, price) =>
    own(price, { unit_price: { amount: '10', currency_code: 'USD' } }),
  transaction_recurring_balance_less_than_charge_limit: (_, price) =>
    own(price, { unit_price: { amount: '10', currency_code: 'USD' }, billing_cycle: monthly, ...trialOf(7) }),
  price_trial_period_requires_billing_cycle: (_, price) => own(price, trialOf(7)),
  price_billing_cycle_frequency_greater_than_maximum: (_, price) =>
    own(price, { billing_cycle: { interval: 'day', frequency: 1_000_000 } }),
  price_trial_period_frequency_greater_than_maximum: (_, price) =>
    own(price, { billing_cycle: monthly, ...trialOf(1_000_000) }),
  price_duplicate_currency_override_for_country: (_, price) =>
    own(price, { unit_price_overrides: [1, 2].map(() => ({ country_codes: ['GB'], unit_price })) }),
};

/** Further ones of creating and updating. */
const storedSale: Readonly<Record<string, Refused>> = {
  invalid_field: () => ({ billing_period: { starts_at: '2020-01-02T00:00:00Z', ends_at: '2020-01-01T00:00:00Z' } }),
  transaction_billing_details_must_be_null: () => ({ billing_details: invoiced.billing_details }),
  transaction_billing_details_object_required: () => ({ ...invoiced, billing_details: null }),
  transaction_currency_code_not_valid_for_manual: () => ({ ...invoiced, currency_code: 'JPY' }),
  transaction_customer_not_suitable_for_collection_mode: async (account) => ({
    ...{ ...invoiced, address_id: null },
    customer_id: (await createCustomer(account)).id,
  }),
  transaction_address_not_suitable_for_collection_mode: async (account) => ({
    ...invoiced,
    ...soldTo(await createBuyer(account, { city: null })),
  }),
  transaction_manual_must_require_payment_method: async (account) => ({
    ...invoiced,
    items: [itemOf(await createPrice(account, trialOf(7)))],
  }),
  transaction_billing_period_starts_at_greater_than_now: () => ({
    billing_period: { starts_at: '9000-01-01T00:00:00Z', ends_at: '9000-02-01T00:00:00Z' },
  }),
  transaction_checkout_url_domain_is_not_approved: () => ({ checkout: { url: 'nowhere' } }),
  transaction_default_checkout_url_not_set: async (account, price) => {
    await account.call('updateCheckoutUrl', { body: { default_url: null } });
    return { items: [itemOf(price)] };
  },
  transaction_checkout_not_enabled: () => ({ ...invoiced, checkout: { url: 'https://shop.example.com/pay' } }),
  transaction_invalid_status_change: () => ({ status: 'paid' }),
  transaction_custom_data_numeric_value_too_large: () => ({ custom_data: { number: 1e300 } }),
};

const created: Readonly<Record<string, Refused>> = {
  ...{ ...anySale, ...storedSale },
  transaction_status_must_be_ready: () => ({ customer_id: null, address_id: null, status: 'billed' }),
  transaction_requires_currency_code_for_custom_discount: () => ({
    discount: { ...percentage, type: 'flat', amount: '100' },
  }),
};

const previewed: Readonly<Record<string, Refused>> = {
  ...anySale,
  invalid_field: () => ({ discount: { ...percentage, amount: '200' } }),
  not_found: () => ({ customer_id: unknownId('ctm') }),
  transaction_requires_currency_code_for_custom_discount:
    created['transaction_requires_currency_code_for_custom_discount'] ?? (() => ({})),
};

/** Bodies that a preview of prices does not accept. */
const pricesPreviewed: Readonly<Record<string, Refused>> = {
  ...Object.fromEntries(
    [
      'discount_expired',
      'discount_usage_limit_exceeded',
      'entity_archived',
      'transaction_customer_is_required_with_address',
      'transaction_customer_is_required_for_business_validation',
      'transaction_price_not_found',
      'transaction_item_quantity_out_of_range',
      'transaction_discount_not_found',
      'transaction_invalid_discount_currency',
    ].map((code) => [code, anySale[code] ?? (() => ({}))]),
  ),
  not_found: () => ({ customer_id: unknownId('ctm') }),
  transaction_product_not_found: async (account, { product_id }) => {
    await account.call('updateProduct', { path: { product_id }, body: { status: 'archived' } });
    return {};
  },
};

const updated: Readonly<Record<string, Refused>> = {
  ...{ ...anySale, ...storedSale },
  transaction_payment_terms_object_required: () => ({ ...invoiced, billing_details: { enable_checkout: true } }),
  transaction_cannot_be_modified_and_canceled: () => ({ status: 'canceled', custom_data: {} }),
};

async function discountOf(account: Account, fields: object): Promise<string> {
  return (await account.call('createDiscount', { body: { ...percentage, ...fields } })).data.id;
}

/** Requests for the codes of transactions, by operation and code. */
export const refusedTransactions = {
  ...requestsOf('createTransaction', created, async (account, refused) => {
    const [price, buyer] = [await createPrice(account), await createBuyer(account)];
    const body = { items: [itemOf(price)], ...soldTo(buyer), ...(await refused(account, price, buyer)) };
    return { path: '/transactions', parts: { body } };
  }),
  ...requestsOf('previewTransaction', previewed, async (account, refused) => {
    const [price, buyer] = [await createPrice(account), await createBuyer(account)];
    const body = { items: [itemOf(price)], ...(await refused(account, price, buyer)) };
    return { path: '/transactions/preview', parts: { body } };
  }),
  ...requestsOf('previewPrices', pricesPreviewed, async (account, refused) => {
    const [price, buyer] = [await createPrice(account), await createBuyer(account)];
    const body = { items: [itemOf(price)], ...(await refused(account, price, buyer)) };
    return { path: '/pricing-preview', parts: { body } };
  }),
  ...requestsOf('updateTransaction', updated, async (account, refused) => {
    const [price, buyer] = [await createPrice(account), await createBuyer(account)];
    const { id } = await createTransaction(account, { items: [itemOf(price)], ...soldTo(buyer) });
    return { path: `/transactions/${id}`, parts: { body: await refused(account, price, buyer) } };
  }),
  'updateTransaction/transaction_immutable': async (_: unknown, account: Account) => ({
    path: `/transactions/${(await billed(account, await createBuyer(account))).id}`,
    parts: { body: { custom_data: null } },
  }),
  'updateTransaction/transaction_immutable_while_processing_payment': async (_: unknown, account: Account) => {
    const { id } = await createTransaction(account, soldTo(await createBuyer(account)));
    await account.target.can.pay?.(account, id, { card: cards.asks });
    return { path: `/transactions/${id}`, parts: { body: { custom_data: null } } };
  },
  'updateTransaction/transaction_payment_method_change_field_immutable': async (_: unknown, account: Account) => {
    const path = (await seedSubscription(account)) ?? { subscription_id: unknownId('sub') };
    const { id } = (await account.call('getSubscriptionUpdatePaymentMethodTransaction', { path })).data;
    return { path: `/transactions/${id}`, parts: { body: { custom_data: null } } };
  },
  'updateTransaction/transaction_status_must_be_ready': async (_: unknown, account: Account) => ({
    path: `/transactions/${(await createTransaction(account)).id}`,
    parts: { body: { status: 'billed' } },
  }),
  'reviseTransaction/transaction_invalid_status_to_revise': async (_: unknown, account: Account) =>
    revision((await createTransaction(account)).id, { customer: { name: 'Sam' } }),
  'reviseTransaction/transaction_adjusted_unable_to_revise': async (_: unknown, account: Account) => {
    const { id, details } = await billed(account, await createBuyer(account));
    const items = [{ item_id: details.line_items[0]?.id, type: 'partial', amount: '100' }];
    const body = { action: 'credit', transaction_id: id, reason: 'Too much', items };
    await account.call('createAdjustment', { body });
    return revision(id, { customer: { name: 'Sam' } });
  },
  'reviseTransaction/transaction_nothing_to_revise': ofBilled({}),
  'reviseTransaction/transaction_revise_missing_business_name': ofBilled({ business: { tax_identifier: '1' } }),
  'reviseTransaction/transaction_cannot_be_revised_with_invalid_tax_identifier': ofBilled({
    business: { name: 'ChatApp Inc.', tax_identifier: '1' },
  }),
  'reviseTransaction/transaction_address_region_or_city_already_set': ofBilled({ address: { city: 'Reston' } }),
  'reviseTransaction/transaction_revised_limit_reached': async (_: unknown, account: Account) => {
    const { id } = await billed(account, await createBuyer(account));
    const body = { customer: { name: 'Sam Smith' } };
    await account.call('reviseTransaction', { path: { transaction_id: id }, body });
    return revision(id, body);
  },
};

type Request = { path: string; parts: { body: Body } };

function requestsOf(
  operation: string,
  bodies: Readonly<Record<string, Refused>>,
  request: (account: Account, refused: Refused) => Promise<Request>,
): Readonly<Record<string, (operation: unknown, account: Account) => Promise<Request>>> {
  return Object.fromEntries(
    Object.entries(bodies).map(([code, refused]) => [
      `${operation}/${code}`,
      (_: unknown, account: Account) => request(account, refused),
    ]),
  );
}

function billed(account: Account, buyer: Buyer) {
  return createTransaction(account, { ...soldTo(buyer), ...invoiced, status: 'billed' });
}

function ofBilled(body: Body) {
  return async (_: unknown, account: Account) => revision((await billed(account, await createBuyer(account))).id, body);
}

function revision(id: string, body: Body): Request {
  return { path: `/transactions/${id}/revise`, parts: { body } };
}
