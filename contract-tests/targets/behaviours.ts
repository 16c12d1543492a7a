/**
 * What a target is expected to do where the integration guide and Paddle's published material disagree.
 *
 * Written here a second time on purpose: the suite does not take its expectations from the mock. The compiler holds the
 * mock's list against this one, in `mock.ts`.
 */
export type Behaviours = {
  readonly 'duplicate-emails': 'allow' | 'reject';
  readonly 'pagination-next': 'cursor' | 'url';
  readonly 'rate-limit': 'per-key' | 'per-ip' | 'off';
  readonly 'custom-data-values': 'strings' | 'json';
  readonly 'custom-data-empty': 'object' | 'null';
  readonly archiving: 'endpoint' | 'patch';
  readonly 'patch-archived': 'not-found' | 'entity-archived';
  readonly 'marketing-consent': 'writable' | 'read-only';
  readonly 'import-meta': 'set-once' | 'read-only';
  readonly 'customer-locale-default': 'null' | 'en';
  readonly 'list-default-status': 'all' | 'active';
  readonly 'updated-at-filter': 'customers-and-subscriptions' | 'transactions';
  readonly 'postal-code': 'optional' | 'required-by-country';
  readonly 'portal-links': 'single-use' | 'reusable';
  readonly 'webhook-events': 'listed' | 'all';
  readonly 'webhook-secret': 'settable' | 'generated';
  readonly 'webhook-retries': 'exponential' | 'sandbox' | 'live';
  readonly 'page-sizes': 'same' | 'per-endpoint';
  readonly timestamps: 'seconds' | 'fractions';
};
