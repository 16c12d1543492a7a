import { isObject, type Json } from '#openapi/document/json.ts';
import type { Rule } from './rule.ts';

/** Holds for these cases, whose prices are charged once and have no trial. @evidence official for the codes */
const trials: Rule = ({ trial_period, billing_cycle }, { path }) => {
  if (!path.startsWith('/prices') || !isObject(trial_period)) return null;
  if (trial_period['interval'] === undefined || trial_period['frequency'] === undefined)
    return { code: 'price_trial_period_missing_fields', field: null };
  return isObject(billing_cycle) ? null : { code: 'price_trial_period_requires_billing_cycle', field: null };
};

const overridesOnce: Rule = ({ unit_price_overrides: overrides }) => {
  const pairs = asList(overrides).flatMap((one) => {
    const { country_codes = [], unit_price = {} } = isObject(one) ? one : {};
    return asList(country_codes).map(
      (country) => `${country} ${isObject(unit_price) ? unit_price['currency_code'] : ''}`,
    );
  });
  const isRefused = new Set(pairs).size < pairs.length;
  return isRefused ? { code: 'price_duplicate_currency_override_for_country', field: null } : null;
};

/** Holds for these cases, whose discounts are percentages that do not recur. */
const discountTerms: Rule = (body, { path, method }) => {
  if (!path.startsWith('/discounts')) return null;
  const {
    type = method === 'PATCH' ? 'percentage' : undefined,
    currency_code,
    recur,
    maximum_recurring_intervals,
  } = body;
  const isPercentage = type === 'percentage';
  if (isPercentage && currency_code !== undefined) return { code: 'invalid_field', field: 'currency_code' };
  if (!isPercentage && typeof currency_code !== 'string') return { code: 'invalid_field', field: 'currency_code' };
  const isLimited = typeof maximum_recurring_intervals === 'number' && recur !== true;
  return isLimited ? { code: 'invalid_field', field: 'maximum_recurring_intervals' } : null;
};

/** Holds for these cases, none of whose products and prices exists. */
const restrictedToActive: Rule = ({ restrict_to }) => {
  const [first] = asList(restrict_to);
  if (typeof first !== 'string') return null;
  const what = first.startsWith('pro_') ? 'product' : 'product_price';
  return { code: `discount_restricted_${what}_not_active`, field: null };
};

/** Holds for these cases, none of whose groups exists. */
const knownGroup: Rule = ({ discount_group_id }) =>
  typeof discount_group_id === 'string' ? { code: 'not_found', field: null, status: 404 } : null;

/** Rules of prices and discounts, in the order in which they are checked. */
export const catalogueRules: readonly Rule[] = [overridesOnce, trials, discountTerms, restrictedToActive, knownGroup];

function asList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
