/**
 * Behaviours on which the integration guide and Paddle's published material disagree: the guide's value, the published
 * one, and further ones that a target may have.
 *
 * Duplicates the mock's list on purpose: expectations do not come from the mock. The compiler compares the two in
 * `targets/mock.ts`.
 */
const known = {
  'duplicate-emails': { guide: 'allow', official: 'reject' },
  'pagination-next': { guide: 'by-client', official: 'url', other: 'cursor' },
  'rate-limit': { guide: 'per-key', official: 'per-ip', other: 'off' },
  'custom-data-values': { guide: 'strings', official: 'json' },
  'custom-data-empty': { guide: 'object', official: 'null' },
  archiving: { guide: 'endpoint', official: 'patch' },
  'patch-archived': { guide: 'not-found', official: 'entity-archived' },
  'marketing-consent': { guide: 'writable', official: 'read-only' },
  'import-meta': { guide: 'set-once', official: 'read-only' },
  'customer-locale-default': { guide: 'null', official: 'en' },
  'list-default-status': { guide: 'all', official: 'active' },
  'updated-at-filter': { guide: 'customers-and-subscriptions', official: 'transactions' },
  'postal-code': { guide: 'optional', official: 'required-by-country' },
  'portal-links': { guide: 'single-use', official: 'reusable' },
  'webhook-events': { guide: 'listed', official: 'all' },
  'webhook-secret': { guide: 'settable', official: 'generated' },
  'webhook-retries': { guide: 'exponential', official: 'sandbox', other: 'live' },
  dunning: { guide: 'then-cancel', official: 'none', other: 'then-pause' },
  'paused-period': { guide: 'kept', official: 'kept', other: 'none' },
  'paused-items': { guide: 'inactive', official: 'inactive', other: 'active' },
  'summary-credit': { guide: 'negative', official: 'negative', other: 'positive' },
  'trial-items': { guide: 'fixed', official: 'fixed', other: 'replaceable' },
  'items-with-date': { guide: 'reject', official: 'reject', other: 'ignore-date' },
  'later-cycle-change': { guide: 'reject', official: 'reject', other: 'allow' },
  'resume-before-pause': { guide: 'move-date', official: 'move-date', other: 'reject' },
  'renewal-proration': { guide: 'none', official: 'none', other: 'whole' },
  'charge-period': { guide: 'rest', official: 'rest', other: 'whole' },
  'daily-charges': { guide: '100', official: '100', other: '20' },
  'checkout-creation': { guide: 'announced', official: 'announced', other: 'silent' },
  'page-sizes': { guide: 'same', official: 'per-endpoint' },
  timestamps: { guide: 'seconds', official: 'fractions' },
} as const;

type Known = typeof known;
export type BehaviourName = keyof Known;

/** A value for each behaviour. */
export type Behaviours = { readonly [Name in BehaviourName]: Known[Name][keyof Known[Name]] };

// `Object.keys` returns plain strings; these are the names of the table.
export const behaviourNames = Object.keys(known) as readonly BehaviourName[];

/** All values of a behaviour: the guide's, the published one, then others. */
export function valuesOf(name: BehaviourName): readonly string[] {
  return [...new Set(Object.values(known[name]))];
}

/** The values of the guide. */
export const guideBehaviours = behavioursIn('guide');

/** The values that Paddle publishes. */
export const officialBehaviours = behavioursIn('official');

function behavioursIn(profile: 'guide' | 'official'): Behaviours {
  // `fromEntries` loses which value belongs to which name; both come from the same row.
  return Object.fromEntries(behaviourNames.map((name) => [name, known[name][profile]])) as Behaviours;
}
