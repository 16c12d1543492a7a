import { unknownId } from '../nouns/arrange.ts';
import { createDiscount, createDiscountGroup, createPrice, createProduct, freshCode } from '../nouns/catalogue.ts';
import { createClientToken, revokeClientToken } from '../nouns/client-tokens/arrange.ts';
import type { Account } from '../targets/account.ts';
import type { Arrange } from './rule.ts';

const usd = { amount: '1500', currency_code: 'USD' };
const monthly = { interval: 'month', frequency: 1 };
const trial = { interval: 'day', frequency: 14 };
const twice = [1, 2].map(() => ({ country_codes: ['GB'], unit_price: usd }));

/** Terms that contradict each other, by the code that refuses them. */
const refusedTerms: Readonly<Record<string, object>> = {
  price_billing_cycle_frequency_below_1: { billing_cycle: { ...monthly, frequency: 0 } },
  price_billing_cycle_frequency_greater_than_maximum: { billing_cycle: { ...monthly, frequency: 1000 } },
  price_duplicate_currency_override_for_country: { unit_price_overrides: twice },
  price_trial_period_frequency_below_1: { billing_cycle: monthly, trial_period: { ...trial, frequency: 0 } },
  price_trial_period_frequency_greater_than_maximum: {
    billing_cycle: monthly,
    trial_period: { ...trial, frequency: 1000 },
  },
  price_trial_period_requires_billing_cycle: { trial_period: trial },
  trial_currency_mismatch: {
    billing_cycle: monthly,
    trial_period: { ...trial, unit_price: { amount: '100', currency_code: 'EUR' } },
  },
  trial_is_either_paid_or_cardless: {
    billing_cycle: monthly,
    trial_period: { ...trial, requires_payment_method: false, unit_price: usd },
  },
};

/** References to what does not exist, by the code that refuses them. */
const refusedReferences: Readonly<Record<string, object>> = {
  discount_restricted_product_not_active: { restrict_to: [unknownId('pro')] },
  discount_restricted_product_price_not_active: { restrict_to: [unknownId('pri')] },
  invalid_field: { amount: '0' },
};

/** Requests for the codes of single operations of the catalogue and of client-side tokens, by operation and code. */
export const catalogueRequests: Readonly<Record<string, Arrange>> = {
  ...forEach('createPrice', refusedTerms, priceToCreate),
  ...forEach('updatePrice', refusedTerms, priceToUpdate),
  ...forEach('createDiscount', refusedReferences, async (_, fields) => discountToCreate(fields)),
  ...forEach('updateDiscount', refusedReferences, discountToUpdate),
  'createPrice/entity_archived': async (_, account) => {
    const { id } = await createProduct(account);
    await account.request('PATCH', `/products/${id}`, { body: { status: 'archived' } });
    return { path: '/prices', parts: { body: { product_id: id, description: 'Monthly', unit_price: usd } } };
  },
  'createPrice/not_found': async () => ({
    path: '/prices',
    parts: { body: { product_id: unknownId('pro'), description: 'Monthly', unit_price: usd } },
  }),
  'updatePrice/price_trial_period_missing_fields': (_, account) =>
    priceToUpdate(account, { trial_period: { interval: 'day' } }),
  'createDiscount/entity_archived': async (_, account) => {
    const { id } = await createDiscountGroup(account);
    await account.request('PATCH', `/discount-groups/${id}`, { body: { status: 'archived' } });
    return discountToCreate({ discount_group_id: id });
  },
  'createDiscount/not_found': async () => discountToCreate({ discount_group_id: unknownId('dsg') }),
  'createDiscount/discount_code_conflict': async (_, account) => {
    const code = freshCode(account);
    await createDiscount(account, { code });
    return discountToCreate({ code });
  },
  'updateDiscount/discount_code_conflict': async (_, account) => {
    const code = freshCode(account);
    await createDiscount(account, { code });
    return discountToUpdate(account, { code });
  },
  'updateDiscount/discount_usage_limit_less_than_times_used': async (_, account) => {
    const template = await createDiscount(account);
    const id = template.id.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    await account.target.can.seed?.(account, { discounts: [Object({ ...template, id, times_used: 3 })] });
    return { path: `/discounts/${id}`, parts: { body: { usage_limit: 2 } } };
  },
  'createDiscountGroup/discount_group_name_conflict': async (_, account) => {
    const { name } = await createDiscountGroup(account);
    return { path: '/discount-groups', parts: { body: { name } } };
  },
  'updateDiscountGroup/discount_group_name_conflict': async (_, account) => {
    const { name } = await createDiscountGroup(account);
    const { id } = await createDiscountGroup(account);
    return { path: `/discount-groups/${id}`, parts: { body: { name } } };
  },
  'updateClientToken/invalid_field': async (_, account) => {
    const { id } = await revokeClientToken(account, await createClientToken(account));
    return { path: `/client-tokens/${id}`, parts: { body: { status: 'active' } } };
  },
};

type Build = (account: Account, fields: object) => ReturnType<Arrange>;

function forEach(operation: string, bodies: Readonly<Record<string, object>>, build: Build): Record<string, Arrange> {
  return Object.fromEntries(
    Object.entries(bodies).map(([code, fields]) => [`${operation}/${code}`, (_, account) => build(account, fields)]),
  );
}

async function priceToCreate(account: Account, fields: object) {
  const product_id = (await createProduct(account)).id;
  return { path: '/prices', parts: { body: { product_id, description: 'Monthly', unit_price: usd, ...fields } } };
}

async function priceToUpdate(account: Account, body: object) {
  const { id } = await createPrice(account, await createProduct(account));
  return { path: `/prices/${id}`, parts: { body } };
}

function discountToCreate(fields: object) {
  const body = { description: 'Ten percent off', type: 'percentage', amount: '10', ...fields };
  return { path: '/discounts', parts: { body } };
}

async function discountToUpdate(account: Account, body: object) {
  return { path: `/discounts/${(await createDiscount(account)).id}`, parts: { body } };
}
