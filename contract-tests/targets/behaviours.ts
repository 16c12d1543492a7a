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

/** What the guide says. A target of which other things are expected differs from its claims as expected. */
export const guideBehaviours: Behaviours = {
  'duplicate-emails': 'allow',
  'pagination-next': 'cursor',
  'rate-limit': 'per-key',
  'custom-data-values': 'strings',
  'custom-data-empty': 'object',
  archiving: 'endpoint',
  'patch-archived': 'not-found',
  'marketing-consent': 'writable',
  'import-meta': 'set-once',
  'customer-locale-default': 'null',
  'list-default-status': 'all',
  'updated-at-filter': 'customers-and-subscriptions',
  'postal-code': 'optional',
  'portal-links': 'single-use',
  'webhook-events': 'listed',
  'webhook-secret': 'settable',
  'webhook-retries': 'exponential',
  'page-sizes': 'same',
  timestamps: 'seconds',
};
