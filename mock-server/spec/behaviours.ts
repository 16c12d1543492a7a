import { UsageError } from '#openapi/text/usage-error.ts';
import { didYouMean } from '../text/did-you-mean.ts';

/**
 * A behaviour is a point on which the integration guide and Paddle's published material disagree, or only one of them
 * says anything. It is a closed set of values, one of them for each profile. The rest of the code never asks for a
 * profile, only for the value of a behaviour.
 */

/** Source of a claim. */
export type Evidence = 'guide' | 'official' | 'observed' | 'assumed';

type Behaviour = {
  /** The difference, in one sentence. */
  summary: string;
  /** Each value with its meaning and its source. */
  values: Record<string, { meaning: string; evidence: Evidence }>;
  guide: string;
  official: string;
};

export const behaviourTable = {
  'duplicate-emails': {
    summary: 'Customers with the same email address.',
    values: {
      allow: { meaning: '201 and a new ID', evidence: 'guide' },
      reject: { meaning: '409 customer_already_exists, with the existing ID in the detail', evidence: 'official' },
    },
    guide: 'allow',
    official: 'reject',
  },
  'pagination-next': {
    summary: 'Form of meta.pagination.next.',
    values: {
      cursor: { meaning: "the last entity's ID, to pass as after", evidence: 'guide' },
      url: { meaning: "the full URL of the next page, on the caller's base URL", evidence: 'official' },
      'by-client': {
        meaning: "the full URL for Paddle's SDKs (by User-Agent), which follow it; the ID for others",
        evidence: 'assumed',
      },
    },
    guide: 'by-client',
    official: 'url',
  },
  'rate-limit': {
    summary: 'Rate limit.',
    values: {
      'per-key': { meaning: '100 per second for each API key, with X-RateLimit-* headers', evidence: 'guide' },
      'per-ip': { meaning: '240 per minute for each IP address, then blocked for 60 s', evidence: 'official' },
      off: { meaning: 'no limit, for load tests; in neither profile', evidence: 'assumed' },
    },
    guide: 'per-key',
    official: 'per-ip',
  },
  'custom-data-values': {
    summary: 'Values in custom_data.',
    values: {
      strings: { meaning: 'up to 50 keys, string values only', evidence: 'guide' },
      json: { meaning: 'any JSON object', evidence: 'official' },
    },
    guide: 'strings',
    official: 'json',
  },
  'custom-data-empty': {
    summary: 'Empty custom_data.',
    values: {
      object: { meaning: 'shown as {}; {} and null clear it', evidence: 'guide' },
      null: { meaning: 'shown as null; null clears it, and so does {} (assumed)', evidence: 'official' },
    },
    guide: 'object',
    official: 'null',
  },
  archiving: {
    summary: 'Archiving customers.',
    values: {
      endpoint: { meaning: 'POST /customers/{customer_id}/archive, or PATCH status', evidence: 'guide' },
      patch: { meaning: 'PATCH status only', evidence: 'official' },
    },
    guide: 'endpoint',
    official: 'patch',
  },
  'patch-archived': {
    summary: 'Response to a PATCH of an archived customer.',
    values: {
      'not-found': { meaning: '404 not_found', evidence: 'guide' },
      'entity-archived': { meaning: '400 entity_archived, unless it sets status to active', evidence: 'official' },
    },
    guide: 'not-found',
    official: 'entity-archived',
  },
  'marketing-consent': {
    summary: "Writing a customer's marketing_consent.",
    values: {
      writable: { meaning: 'accepted on create and update', evidence: 'guide' },
      'read-only': { meaning: 'refused; false until Paddle Checkout sets it', evidence: 'official' },
    },
    guide: 'writable',
    official: 'read-only',
  },
  'import-meta': {
    summary: "Writing a customer's import_meta.",
    values: {
      'set-once': { meaning: 'accepted on create, 400 on any later change', evidence: 'guide' },
      'read-only': { meaning: 'refused; null unless Paddle imported the customer', evidence: 'official' },
    },
    guide: 'set-once',
    official: 'read-only',
  },
  'customer-locale-default': {
    summary: 'Default locale of a customer.',
    values: {
      null: { meaning: 'null', evidence: 'guide' },
      en: { meaning: 'en, never null', evidence: 'official' },
    },
    guide: 'null',
    official: 'en',
  },
  'list-default-status': {
    summary: 'Entities listed when no status filter is given.',
    values: {
      all: { meaning: 'all', evidence: 'guide' },
      active: { meaning: 'active ones', evidence: 'official' },
    },
    guide: 'all',
    official: 'active',
  },
  'updated-at-filter': {
    summary: 'Lists with an updated_at filter.',
    values: {
      'customers-and-subscriptions': { meaning: 'customers and subscriptions', evidence: 'guide' },
      transactions: { meaning: 'transactions only', evidence: 'official' },
    },
    guide: 'customers-and-subscriptions',
    official: 'transactions',
  },
  'postal-code': {
    summary: 'Required postal code in an address.',
    values: {
      optional: { meaning: 'never', evidence: 'guide' },
      'required-by-country': {
        meaning: 'in US and GB (official), and in some other countries (assumed)',
        evidence: 'official',
      },
    },
    guide: 'optional',
    official: 'required-by-country',
  },
  'portal-links': {
    summary: 'Lifetime of portal links.',
    values: {
      'single-use': { meaning: 'one visit each, within 15 minutes (assumed)', evidence: 'guide' },
      reusable: { meaning: '24 hours, any number of visits', evidence: 'official' },
    },
    guide: 'single-use',
    official: 'reusable',
  },
  'webhook-events': {
    summary: 'Event types.',
    values: {
      listed: { meaning: 'the 14 that the guide lists', evidence: 'guide' },
      all: { meaning: 'all that Paddle publishes', evidence: 'official' },
    },
    guide: 'listed',
    official: 'all',
  },
  'webhook-secret': {
    summary: 'Webhook signing secret.',
    values: {
      settable: { meaning: 'may be set, on create and update', evidence: 'guide' },
      generated: { meaning: 'generated (pdl_ntfset_…); ignored in requests', evidence: 'official' },
    },
    guide: 'settable',
    official: 'generated',
  },
  'webhook-retries': {
    summary: 'Retries of failed webhooks.',
    values: {
      exponential: { meaning: 'after 60 s, doubling, 10 attempts in all (figures assumed)', evidence: 'guide' },
      sandbox: { meaning: '3 times in 15 minutes (intervals assumed)', evidence: 'official' },
      live: { meaning: '60 times in 3 days: after 60 s, each interval 1.1 times the last', evidence: 'official' },
    },
    guide: 'exponential',
    official: 'sandbox',
  },
  dunning: {
    summary: 'Payments for renewals that failed.',
    values: {
      'then-cancel': {
        meaning: 'retried 7 times in 30 days (days assumed), then the subscription is canceled',
        evidence: 'official',
      },
      'then-pause': {
        meaning: 'retried alike, then the subscription is paused, as an account can choose',
        evidence: 'official',
      },
      none: { meaning: 'not retried: the subscription stays past due until it is paid', evidence: 'observed' },
    },
    guide: 'then-cancel',
    official: 'none',
  },
  'paused-period': {
    summary: 'Current billing period of a paused subscription.',
    values: {
      kept: { meaning: 'the one in which it was paused, as recorded on 2026-08-15', evidence: 'observed' },
      none: { meaning: 'null, as published in 2024', evidence: 'official' },
    },
    guide: 'kept',
    official: 'kept',
  },
  'paused-items': {
    summary: 'Status of the items of a paused subscription.',
    values: {
      inactive: { meaning: 'inactive, as recorded on 2026-08-15', evidence: 'observed' },
      active: { meaning: 'active, as published in 2024', evidence: 'official' },
    },
    guide: 'inactive',
    official: 'inactive',
  },
  'summary-credit': {
    summary: "Sign of the credit in a preview's update_summary.",
    values: {
      negative: { meaning: 'negative, as published since May 2024 and recorded in 2026', evidence: 'official' },
      positive: { meaning: "positive, as until February 2024 and in examples of Paddle's SDKs", evidence: 'official' },
    },
    guide: 'negative',
    official: 'negative',
  },
  'trial-items': {
    summary: 'Items of a subscription in trial.',
    values: {
      fixed: {
        meaning: 'only their quantities change; else subscription_trialing_items_update_invalid_options',
        evidence: 'observed',
      },
      replaceable: { meaning: 'they are added and removed too, as a guide to trials says', evidence: 'official' },
    },
    guide: 'fixed',
    official: 'fixed',
  },
  'items-with-date': {
    summary: 'An update with both items and next_billed_at.',
    values: {
      reject: { meaning: '400, as reported on 2026-09-08', evidence: 'observed' },
      'ignore-date': {
        meaning: 'the items change, and the date does not, as reported in September 2026 for another cycle',
        evidence: 'observed',
      },
    },
    guide: 'reject',
    official: 'reject',
  },
  'later-cycle-change': {
    summary: 'Another billing cycle with prorated_next_billing_period.',
    values: {
      reject: { meaning: '400 subscription_new_items_not_valid (code assumed)', evidence: 'official' },
      allow: {
        meaning: "the period ends first, as Paddle's agent skills say, and nothing is prorated (assumed)",
        evidence: 'official',
      },
    },
    guide: 'reject',
    official: 'reject',
  },
  'resume-before-pause': {
    summary: 'Resuming at a date while a pause is scheduled.',
    values: {
      'move-date': { meaning: 'sets the date at which the scheduled pause ends', evidence: 'official' },
      reject: {
        meaning: 'refused: a guide says to remove the scheduled pause and to pause again (code assumed)',
        evidence: 'official',
      },
    },
    guide: 'move-date',
    official: 'move-date',
  },
  'renewal-proration': {
    summary: 'Proration of the items of a renewal.',
    values: {
      none: { meaning: 'null, as recorded in March 2026', evidence: 'observed' },
      whole: { meaning: 'a rate of 1 for its period, as published in 2024', evidence: 'official' },
    },
    guide: 'none',
    official: 'none',
  },
  'charge-period': {
    summary: 'Billing period of a charge at once.',
    values: {
      rest: { meaning: 'from now to the end of the period, as in a preview of May 2024', evidence: 'official' },
      whole: { meaning: 'the current period, as recorded in August and September 2023', evidence: 'observed' },
    },
    guide: 'rest',
    official: 'rest',
  },
  'daily-charges': {
    summary: 'Charges of a subscription at once, in 24 hours.',
    values: {
      '100': { meaning: '100, by the text that Paddle publishes', evidence: 'official' },
      '20': { meaning: '20, by the example beside it', evidence: 'official' },
    },
    guide: '100',
    official: '100',
  },
  'checkout-creation': {
    summary: 'subscription.created for a purchase at a checkout that no request made.',
    values: {
      announced: { meaning: 'sent, before subscription.activated or subscription.trialing', evidence: 'official' },
      silent: { meaning: 'not sent, as reported in October 2026', evidence: 'observed' },
    },
    guide: 'announced',
    official: 'announced',
  },
  'page-sizes': {
    summary: 'Page sizes.',
    values: {
      same: { meaning: '50 by default, 200 at most', evidence: 'guide' },
      'per-endpoint': {
        meaning:
          'default: transactions 30, notification settings 200, others 50; at most 30 for transactions, else 200',
        evidence: 'official',
      },
    },
    guide: 'same',
    official: 'per-endpoint',
  },
  timestamps: {
    summary: 'Precision of timestamps.',
    values: {
      seconds: { meaning: 'whole seconds', evidence: 'guide' },
      fractions: { meaning: 'milliseconds, without trailing zeros', evidence: 'official' },
    },
    guide: 'seconds',
    official: 'fractions',
  },
} as const satisfies Record<string, Behaviour>;

export type BehaviourName = keyof typeof behaviourTable;
/** A value for each behaviour. */
export type Behaviours = { readonly [Name in BehaviourName]: keyof (typeof behaviourTable)[Name]['values'] };

export const profileNames = ['guide', 'official'] as const;
export type ProfileName = (typeof profileNames)[number];

/** Returns the values of a profile. */
export function profile(name: ProfileName): Behaviours {
  const entries = behaviourNames.map((behaviour) => [behaviour, behaviourTable[behaviour][name]]);
  return Object.fromEntries(entries) as Behaviours;
}

/** Returns the values of a profile by its name. @throws UsageError for an unknown name */
export function profileNamed(name: string): Behaviours {
  if (isProfileName(name)) return profile(name);
  throw new UsageError(
    `Could not use the profile ${name}: there is no such profile.${suggestionAmong(name, profileNames)}`,
  );
}

/** Suggests the nearest known word, or else lists all. */
function suggestionAmong(word: string, known: readonly string[]): string {
  return didYouMean(word, known) || ` Use one of ${known.join(', ')}.`;
}

export const behaviourNames = Object.keys(behaviourTable) as BehaviourName[];

/** Returns the profile with exactly these values, or `null` for a mix. */
export function profileOf(behaviours: Behaviours): ProfileName | null {
  return profileNames.find((name) => differences(behaviours, profile(name)).length === 0) ?? null;
}

/** Returns the behaviours in which two mixes differ. */
export function differences(one: Behaviours, other: Behaviours): BehaviourName[] {
  return behaviourNames.filter((name) => one[name] !== other[name]);
}

export function isProfileName(name: string): name is ProfileName {
  return (profileNames as readonly string[]).includes(name);
}

/**
 * Returns a mix with some values replaced.
 *
 * @throws UsageError for an unknown name or value
 */
export function withBehaviours(base: Behaviours, values: Readonly<Record<string, string>>): Behaviours {
  const changed: Record<string, string> = { ...base };
  for (const [name, value] of Object.entries(values)) {
    const row: Behaviour | undefined = Object.hasOwn(behaviourTable, name)
      ? behaviourTable[name as BehaviourName]
      : undefined;
    if (!row) {
      throw new UsageError(
        `Could not set the behaviour ${name}: there is no such behaviour.${suggestionAmong(name, behaviourNames)}`,
      );
    }
    if (!Object.hasOwn(row.values, value)) {
      throw new UsageError(
        `Could not set ${name} to ${value}: there is no such value.${suggestionAmong(value, Object.keys(row.values))}`,
      );
    }
    changed[name] = value;
  }
  return changed as Behaviours;
}

/** Another value of a behaviour. */
export type BehaviourSwitch = { name: BehaviourName; value: string };

/** Names the value of a behaviour that refuses something, and how to set another. */
export function hintAtSwitch(behaviours: Behaviours, { name, value }: BehaviourSwitch): string {
  return `The behaviour ${name}=${behaviours[name]} refuses this; ${name}=${value} does not. To switch: --behaviour ${name}=${value}`;
}
