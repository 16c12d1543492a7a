import type { JsonObject } from '#openapi/document/json.ts';
import { adjust, partOf, saleOf } from '../nouns/adjustments/arrange.ts';
import { archiveAddress, createAddress, createCustomer, unknownId } from '../nouns/arrange.ts';
import { buyWith } from '../nouns/payments/arrange.ts';
import type { subscriptionsByStatus } from '../nouns/subscriptions/arbitrary.ts';
import { seedSubscription } from '../nouns/subscriptions/arrange.ts';
import { transactionOf } from '../nouns/transactions/arbitrary.ts';
import { createPrice, itemOf } from '../nouns/transactions/arrange.ts';
import { fillWithUnknownIds } from '../nouns/unknown-ids.ts';
import type { Account } from '../targets/account.ts';
import type { Arrange } from './rule.ts';

type Path = { subscription_id: string };
type Situation = {
  status?: keyof typeof subscriptionsByStatus;
  /** Fields of the subscription. */
  fields?: object;
  before?: ((account: Account, path: Path) => Promise<unknown>) | undefined;
  body: object | ((account: Account, path: Path) => Promise<object>);
};

/** The price of seeded subscriptions. */
const own = { id: 'pri_01kpadd0ck0000000000000007' };
const prorated = { proration_billing_mode: 'prorated_immediately' };
const later = { proration_billing_mode: 'prorated_next_billing_period' };
const unbilled = { proration_billing_mode: 'do_not_bill' };
const noted = { custom_data: { plan: 'pro' } };
const september = '2026-09-01T00:00:00Z';
const terms = { billing_details: { payment_terms: { interval: 'day', frequency: 14 } } };
const invoiced = { collection_mode: 'manual', ...terms };
const unit_price = { amount: '1000', currency_code: 'USD' };
const monthly = { interval: 'month', frequency: 1 };
const tooLong = { interval: 'day', frequency: 1_000_000 };
const trialOf = (frequency: number) => ({ trial_period: { interval: 'day', frequency } });
const cardless = { next_billed_at: null };
const soon = { next_billed_at: '2026-07-15T12:20:00Z' };

/** Changes to one more of the only item. */
const doubled = { items: [itemOf(own, 2)] };

/** A body with a price that is described, by default for a month. */
function described(fields: object, others: object = prorated): Situation {
  return {
    body: async (account) => {
      const { product_id } = await createPrice(account);
      const price = { product_id, description: 'For one', unit_price, billing_cycle: monthly, ...fields };
      return { items: [{ price, quantity: 1 }], ...others };
    },
  };
}

/** A body with prices that are new in the catalog. */
function withPrice(fields: object, body: (price: { id: string; product_id: string }) => object): Situation['body'] {
  return async (account) => body(await createPrice(account, fields));
}

function withDiscount(fields: object, effective_from = 'next_billing_period', status?: 'archived') {
  return async (account: Account) => {
    const discount = { description: 'Sorry', type: 'percentage', amount: '10', recur: true, ...fields };
    const { id } = (await account.call('createDiscount', { body: discount })).data;
    if (status) await account.call('updateDiscount', { path: { discount_id: id }, body: { status } });
    return { discount: { id, effective_from } };
  };
}

const manyPrices = (others: object, fields: object): Situation => ({
  body: withPrice({}, ({ product_id }) => {
    const price = { product_id, description: 'For one', unit_price, ...fields };
    return { items: Array.from({ length: 100 }, () => ({ price, quantity: 1 })), ...others };
  }),
});

/** Seeds transactions of the subscription. */
function seeding(fields: object, count = 1, replace: (text: string) => string = (text) => text): Situation['before'] {
  return async (account, path) => {
    const { data } = await account.call('getSubscription', { path });
    const address = { id: data.address_id, customer_id: data.customer_id };
    const { seed, contract } = { seed: account.target.can.seed, contract: account.target.contract };
    const made = Array.from({ length: count }, () => transactionOf(contract, address, { ...path, ...fields }));
    await seed?.(account, {
      transactions: made.map((one): JsonObject & { id: string } => JSON.parse(replace(JSON.stringify(one)))),
    });
  };
}

const recently = { origin: 'subscription_update', created_at: '2026-07-15T11:30:00Z' };
const declining = seeding({}, 1, (text) => text.replaceAll('"4242"', '"0002"'));

/** Asks to refund a payment of the subscription. */
async function refunding(account: Account, path: Path): Promise<void> {
  const { data } = await account.call('getSubscription', { path });
  const address = { id: data.address_id, customer_id: data.customer_id };
  const sale = saleOf(account.target.contract, address, { fields: { subscription_id: path.subscription_id } });
  await account.target.can.seed?.(account, { transactions: [sale] });
  await adjust(account, sale, { items: [partOf(1)] });
}

/** Changes that neither the operation nor its preview accepts, by code. */
const changes: Readonly<Record<string, Situation>> = {
  subscription_update_when_canceled: { status: 'canceled', body: noted },
  subscription_update_when_past_due: { status: 'past_due', body: noted },
  subscription_update_when_trialing: { status: 'trialing', body: { next_billed_at: september, ...prorated } },
  subscription_only_update_items_on_paused_subscription: { status: 'paused', body: noted },
  subscription_incorrect_proration_on_paused_subscription: { status: 'paused', body: { ...doubled, ...prorated } },
  subscription_items_update_missing_proration_billing_mode: { body: doubled },
  subscription_scheduled_change_invalid_update: { body: { scheduled_change: null, ...noted } },
  subscription_invalid_billing_mode_for_scheduled_change: { before: canceling, body: { ...doubled, ...later } },
  subscription_locked_pending_changes: { before: canceling, body: { next_billed_at: september, ...unbilled } },
  subscription_duplicate_price_ids: { body: { items: [itemOf(own), itemOf(own)], ...unbilled } },
  subscription_new_items_not_valid: { body: { items: [itemOf({ id: unknownId('pri') })], ...unbilled } },
  subscription_quantity_missing_for_new_items: {
    body: withPrice({}, ({ id }) => ({ items: [{ price_id: id }], ...unbilled })),
  },
  subscription_quantity_not_valid: { body: { items: [itemOf(own, 101)], ...unbilled } },
  subscription_no_recurring_items_remain: {
    body: withPrice({ billing_cycle: null }, (price) => ({ items: [itemOf(price)], ...unbilled })),
  },
  subscription_maximum_number_of_line_items_reached: manyPrices(prorated, { billing_cycle: monthly }),
  subscription_trialing_items_update_invalid_options: { status: 'trialing', body: { ...doubled, ...prorated } },
  subscription_trialing_discount_update_invalid_options: { status: 'trialing', body: withDiscount({}, 'immediately') },
  subscription_archived_discount_application_attempt: {
    body: withDiscount({}, 'next_billing_period', 'archived'),
  },
  subscription_discount_not_valid_for_items: {
    body: async (account) => {
      const { product_id } = await createPrice(account);
      return withDiscount({ restrict_to: [product_id] })(account);
    },
  },
  subscription_invalid_discount_currency: {
    body: withDiscount({ type: 'flat', amount: '100', currency_code: 'EUR' }),
  },
  subscription_one_off_discount_not_valid: { body: withDiscount({ recur: false }, 'immediately') },
  subscription_billing_details_required: { body: { collection_mode: 'manual' } },
  subscription_currency_code_not_valid_for_manual: { body: { ...invoiced, currency_code: 'JPY' } },
  subscription_customer_not_suitable_for_collection_mode: { body: invoiced },
  subscription_address_not_suitable_for_collection_mode: {
    body: async (account) => {
      const customer = await createCustomer(account, { name: 'Sam Miller' });
      const address = await createAddress(account, customer);
      return { ...invoiced, customer_id: customer.id, address_id: address.id };
    },
  },
  subscription_update_causing_customer_mismatch_not_allowed: {
    body: async (account) => ({ customer_id: (await createCustomer(account)).id }),
  },
  subscription_currency_update_not_allowed: {
    before: (account, path) => account.call('updateSubscription', { path, body: { ...doubled, ...later } }),
    body: { currency_code: 'EUR' },
  },
  subscription_update_transaction_balance_less_than_charge_limit: {
    body: withPrice({ unit_price: { amount: '100', currency_code: 'USD' } }, (price) => ({
      ...{ items: [itemOf(own), itemOf(price)], ...prorated },
    })),
  },
  subscription_credit_creation_against_uncompleted_transaction_not_allowed: {
    before: seeding({ status: 'billed' }),
    body: withPrice({}, (price) => ({ items: [itemOf(price)], ...prorated })),
  },
  subscription_outstanding_pending_refund: { before: refunding, body: { ...doubled, ...prorated } },
  discount_expired: {
    body: async (account) => {
      const discount = await withDiscount({ expires_at: '2026-07-15T13:00:00Z' })(account);
      await account.target.can.clock?.advance(account, { hours: 1 });
      return discount;
    },
  },
  discount_usage_limit_exceeded: {
    body: async (account) => {
      const body = await withDiscount({ usage_limit: 1 })(account);
      await buyWith(account, body.discount.id);
      return body;
    },
  },
  entity_archived: {
    body: async (account, path) => {
      const { data } = await account.call('getSubscription', { path });
      const customer = (await account.call('getCustomer', { path: { customer_id: data.customer_id } })).data;
      return { address_id: (await archiveAddress(account, await createAddress(account, customer))).id };
    },
  },
  transaction_product_not_found: described({ product_id: unknownId('pro') }),
  price_trial_period_requires_billing_cycle: described({ billing_cycle: null, ...trialOf(7) }),
  price_billing_cycle_frequency_greater_than_maximum: described({ billing_cycle: tooLong }),
  price_trial_period_frequency_greater_than_maximum: described(trialOf(1_000_000)),
  price_duplicate_currency_override_for_country: described({
    unit_price_overrides: [1, 2].map(() => ({ country_codes: ['GB'], unit_price })),
  }),
  subscription_locked_renewal: { fields: soon, body: { ...doubled, ...unbilled } },
  subscription_next_billed_at_too_soon: { body: { ...soon, ...unbilled } },
  subscription_missing_payment_method_cannot_update: {
    ...{ status: 'trialing', fields: cardless, body: { next_billed_at: september, ...unbilled } },
  },
};

/** Further ones of the operation itself. */
const made: Readonly<Record<string, Situation>> = {
  subscription_immediate_charge_hour_limit_exceeded: {
    before: seeding(recently, 20),
    body: { ...doubled, ...prorated },
  },
  subscription_immediate_charge_24_hour_limit_exceeded: {
    before: seeding({ ...recently, created_at: '2026-07-15T01:00:00Z' }, 100),
    body: { ...doubled, ...prorated },
  },
  subscription_payment_declined: { before: declining, body: { ...doubled, ...prorated } },
};

const now = { effective_from: 'immediately' };
/** Fields of a price that is charged once. */
const once = { billing_cycle: undefined };
const charging = (quantity = 1, fields: object = {}) =>
  withPrice({ ...once, ...fields }, (price) => ({ items: [itemOf(price, quantity)], ...now }));

/** Charges that neither the operation nor its preview accepts, by code. */
const charges: Readonly<Record<string, Situation>> = {
  subscription_update_when_canceled: { status: 'canceled', body: charging() },
  subscription_not_active: { status: 'paused', body: charging() },
  subscription_charge_duplicate_price_ids: { body: { items: [itemOf(own), itemOf(own)], ...now } },
  subscription_new_items_not_valid: { body: withPrice({}, (price) => ({ items: [itemOf(price)], ...now })) },
  subscription_quantity_not_valid: { body: charging(101) },
  subscription_update_transaction_balance_less_than_charge_limit: {
    body: charging(1, { unit_price: { amount: '10', currency_code: 'USD' } }),
  },
  subscription_maximum_number_of_line_items_reached: manyPrices({ effective_from: 'next_billing_period' }, {}),
  subscription_missing_payment_method_cannot_update: { status: 'trialing', fields: cardless, body: charging() },
  subscription_outstanding_pending_refund: { before: refunding, body: charging() },
  transaction_product_not_found: described({ ...once, product_id: unknownId('pro') }, now),
  price_duplicate_currency_override_for_country: described(
    { ...once, unit_price_overrides: [1, 2].map(() => ({ country_codes: ['GB'], unit_price })) },
    now,
  ),
  subscription_locked_renewal: { fields: soon, body: charging() },
};

const chargesMade: Readonly<Record<string, Situation>> = {
  ...Object.fromEntries(Object.entries(made).map(([code, { before }]) => [code, { before, body: charging() }])),
};

/** Requests about changes of subscriptions that must be refused, by operation and code. */
export const refusedChangesOfSubscriptions: Readonly<Record<string, Arrange>> = {
  ...requestsOf('updateSubscription', { ...changes, ...made }),
  ...requestsOf('previewSubscriptionUpdate', changes),
  ...requestsOf('createSubscriptionCharge', { ...charges, ...chargesMade }),
  ...requestsOf('previewSubscriptionCharge', charges),
};

function requestsOf(operation: string, situations: Readonly<Record<string, Situation>>): Record<string, Arrange> {
  return Object.fromEntries(
    Object.entries(situations).map(([code, situation]) => [`${operation}/${code}`, arranging(situation)]),
  );
}

/** Arranges a seeded subscription. Where none can be seeded, the request finds nothing. */
function arranging({ status = 'active', fields, before, body }: Situation): Arrange {
  return async ({ path }, account) => {
    const seeded = await seedSubscription(account, status, fields);
    if (!seeded) return { path: fillWithUnknownIds(path), parts: { body: typeof body === 'function' ? {} : body } };
    await before?.(account, seeded);
    const filled = path.replace('{subscription_id}', seeded.subscription_id);
    return { path: filled, parts: { body: typeof body === 'function' ? await body(account, seeded) : body } };
  };
}

function canceling(account: Account, path: Path) {
  return account.call('cancelSubscription', { path });
}
