import { isObject } from '#openapi/document/json.ts';
import { objectAt } from '#openapi/document/refs.ts';
import { catalogueRules } from './beyond-schema-catalogue.ts';
import type { Rule, RuleBroken } from './rule.ts';

const usableDestination: Rule = ({ type = 'url', destination }) => {
  if (typeof destination !== 'string') return null;
  const isUrl = /^https?:\/\/./.test(destination);
  if (type === 'email') return isUrl ? { code: 'email_notification_setting_incorrect', field: null } : null;
  return isUrl ? null : { code: 'url_notification_setting_incorrect', field: null };
};

/** @evidence official: Paddle does not sell to all countries */
const supportedCountry: Rule = ({ country_code }, _operation, _behaviours, { document }) => {
  const { enum: supported } = objectAt(document, '#/components/schemas/country-code');
  const isSupported = country_code === undefined || (Array.isArray(supported) && supported.includes(country_code));
  return isSupported ? null : { code: 'address_location_not_allowed', field: null };
};

/** Holds for these cases, whose addresses are in the United States or have a postal code. */
const postalCode: Rule = ({ postal_code }, { method, path }, behaviours) => {
  const isAddress = path.includes('/addresses');
  const isMissing = postal_code === '' || postal_code === null || (postal_code === undefined && method === 'POST');
  const isRefused = isAddress && isMissing && behaviours['postal-code'] === 'required-by-country';
  return isRefused ? { code: 'invalid_field', field: 'postal_code' } : null;
};

/** @evidence guide: "immutable after set" */
const importMetaOnce: Rule = ({ import_meta }, { method }) =>
  method === 'PATCH' && import_meta !== undefined && import_meta !== null
    ? { code: 'invalid_field', field: 'import_meta' }
    : null;

/** Holds for these cases, none of whose subscriptions belongs to the customer. */
const ownSubscriptions: Rule = ({ subscription_ids }) =>
  Array.isArray(subscription_ids) && subscription_ids.length > 0
    ? { code: 'invalid_field', field: 'subscription_ids.0' }
    : null;

/** Holds for these cases, none of whose adjusted transactions exists. */
const knownTransaction: Rule = (_body, { id }) =>
  id === 'createAdjustment' ? { code: 'not_found', field: null, status: 404 } : null;
/** Holds for accounts that keep their balance in euros, pounds or dollars, as those of a mock do. */
const enabledBalance: Rule = ({ preferred }) =>
  preferred === 'AUD' || preferred === 'CAD' ? { code: 'invalid_field', field: 'preferred' } : null;

const statementName: Rule = ({ name }, { id }) =>
  id === 'updateStatementDescriptorSettings' && typeof name === 'string' && !/^[A-Z\d]{2,10}$/.test(name)
    ? { code: 'statement_descriptor_invalid_name', field: null }
    : null;

/** Holds for these cases, whose payment methods have made up names. */
const knownMethods: Rule = ({ payment_methods }) =>
  isObject(payment_methods) && 'key' in payment_methods
    ? { code: 'checkout_payment_method_unknown', field: null }
    : null;

/** Holds for these cases, of whose customers, addresses, businesses and discounts none exists. */
const previewedForNobody: Rule = ({ customer_id, address_id, business_id, discount_id }, { path }) => {
  if (path !== '/pricing-preview') return null;
  if (typeof customer_id === 'string') return { code: 'not_found', field: null, status: 404 };
  if (typeof address_id === 'string') return { code: 'transaction_customer_is_required_with_address', field: null };
  if (typeof business_id === 'string')
    return { code: 'transaction_customer_is_required_for_business_validation', field: null };
  return typeof discount_id === 'string' ? { code: 'transaction_discount_not_found', field: null } : null;
};

const rules: readonly Rule[] = [
  previewedForNobody,
  usableDestination,
  supportedCountry,
  postalCode,
  importMetaOnce,
  ownSubscriptions,
  knownTransaction,
  ...catalogueRules,
  enabledBalance,
  statementName,
  knownMethods,
];

/** Returns the first rule that a valid body violates, or `null`. */
export function ruleBrokenBy(...given: Parameters<Rule>): RuleBroken | null {
  for (const rule of rules) {
    const broken = rule(...given);
    if (broken) return broken;
  }
  return null;
}
