import { didYouMean } from './near-miss.ts';
import { UsageError } from './usage-error.ts';

/**
 * Where the integration guide and Paddle's published material disagree, or where one is silent and the other is not,
 * there is a behaviour: a closed set of values, and which of them each profile has. Nothing else in the code knows of
 * profiles; it asks for the value of one behaviour.
 */

/** Where a claim comes from. */
export type Evidence = 'guide' | 'official' | 'observed' | 'assumed';

type Behaviour = {
  /** What differs, in a sentence. */
  summary: string;
  /** Each value, what it means, and where it is known from. */
  values: Record<string, { meaning: string; evidence: Evidence }>;
  guide: string;
  official: string;
};

export const behaviourTable = {
  'duplicate-emails': {
    summary: 'Whether two customers may have one email address.',
    values: {
      allow: { meaning: '201 and a new id', evidence: 'guide' },
      reject: { meaning: '409 customer_already_exists, with the existing id in the detail', evidence: 'official' },
    },
    guide: 'allow',
    official: 'reject',
  },
  'pagination-next': {
    summary: 'What meta.pagination.next is.',
    values: {
      cursor: { meaning: "the last entity's id, to pass as after", evidence: 'guide' },
      url: { meaning: 'the full URL of the next page, on the base URL of the caller', evidence: 'official' },
      'by-client': {
        meaning: "the cursor, and the URL for Paddle's SDKs, which follow it (told by their User-Agent)",
        evidence: 'assumed',
      },
    },
    guide: 'by-client',
    official: 'url',
  },
  'rate-limit': {
    summary: 'How many requests are too many.',
    values: {
      'per-key': { meaning: '100 in a second for each API key, with X-RateLimit-* headers', evidence: 'guide' },
      'per-ip': { meaning: '240 in a minute for each IP address, then blocked for 60 s', evidence: 'official' },
      off: { meaning: 'no limit; for load tests, no profile has it', evidence: 'assumed' },
    },
    guide: 'per-key',
    official: 'per-ip',
  },
  'custom-data-values': {
    summary: 'What custom_data may hold.',
    values: {
      strings: { meaning: 'at most 50 keys, each with a string', evidence: 'guide' },
      json: { meaning: 'any JSON object', evidence: 'official' },
    },
    guide: 'strings',
    official: 'json',
  },
  'custom-data-empty': {
    summary: 'What custom_data is where there is none.',
    values: {
      object: { meaning: '{}; {} and null clear it', evidence: 'guide' },
      null: { meaning: 'null, which clears it; {} clears it too (assumed)', evidence: 'official' },
    },
    guide: 'object',
    official: 'null',
  },
  archiving: {
    summary: 'How a customer is archived.',
    values: {
      endpoint: { meaning: 'POST /customers/{customer_id}/archive, besides PATCH status', evidence: 'guide' },
      patch: { meaning: 'PATCH status only', evidence: 'official' },
    },
    guide: 'endpoint',
    official: 'patch',
  },
  'patch-archived': {
    summary: 'What a PATCH of an archived customer answers.',
    values: {
      'not-found': { meaning: '404 not_found', evidence: 'guide' },
      'entity-archived': { meaning: '400 entity_archived, unless it sets status to active', evidence: 'official' },
    },
    guide: 'not-found',
    official: 'entity-archived',
  },
  'marketing-consent': {
    summary: "Whether a customer's marketing_consent can be written.",
    values: {
      writable: { meaning: 'accepted on create and update', evidence: 'guide' },
      'read-only': { meaning: 'refused; false until Paddle Checkout sets it', evidence: 'official' },
    },
    guide: 'writable',
    official: 'read-only',
  },
  'import-meta': {
    summary: "Whether a customer's import_meta can be written.",
    values: {
      'set-once': { meaning: 'accepted on create, 400 on any later change', evidence: 'guide' },
      'read-only': { meaning: 'refused; null unless Paddle imported the customer', evidence: 'official' },
    },
    guide: 'set-once',
    official: 'read-only',
  },
  'customer-locale-default': {
    summary: "A customer's locale where none was sent.",
    values: {
      null: { meaning: 'null', evidence: 'guide' },
      en: { meaning: 'en, and never null', evidence: 'official' },
    },
    guide: 'null',
    official: 'en',
  },
  'list-default-status': {
    summary: 'Which entities a list without status shows.',
    values: {
      all: { meaning: 'all', evidence: 'guide' },
      active: { meaning: 'active ones', evidence: 'official' },
    },
    guide: 'all',
    official: 'active',
  },
  'updated-at-filter': {
    summary: 'Which lists can be filtered by updated_at.',
    values: {
      'customers-and-subscriptions': { meaning: 'customers and subscriptions', evidence: 'guide' },
      transactions: { meaning: 'transactions only', evidence: 'official' },
    },
    guide: 'customers-and-subscriptions',
    official: 'transactions',
  },
  'postal-code': {
    summary: 'Whether an address needs a postal code.',
    values: {
      optional: { meaning: 'never', evidence: 'guide' },
      'required-by-country': {
        meaning: 'in US and GB (official), and in some more countries (assumed)',
        evidence: 'official',
      },
    },
    guide: 'optional',
    official: 'required-by-country',
  },
  'portal-links': {
    summary: 'How long links of a portal session work.',
    values: {
      'single-use': { meaning: 'for one visit each, within 15 minutes (the number is assumed)', evidence: 'guide' },
      reusable: { meaning: 'for 24 hours', evidence: 'official' },
    },
    guide: 'single-use',
    official: 'reusable',
  },
  'webhook-events': {
    summary: 'Which event types exist.',
    values: {
      listed: { meaning: 'the 14 that the guide lists', evidence: 'guide' },
      all: { meaning: 'all that Paddle publishes', evidence: 'official' },
    },
    guide: 'listed',
    official: 'all',
  },
  'webhook-secret': {
    summary: 'Who chooses the secret that webhooks are signed with.',
    values: {
      settable: { meaning: 'you may, on create and update', evidence: 'guide' },
      generated: { meaning: 'Paddle: pdl_ntfset_…; refused in requests', evidence: 'official' },
    },
    guide: 'settable',
    official: 'generated',
  },
  'webhook-retries': {
    summary: 'When a failed webhook is sent again.',
    values: {
      exponential: { meaning: 'after 60 s, doubling, 10 attempts in all (the numbers are assumed)', evidence: 'guide' },
      sandbox: { meaning: '3 times in 15 minutes (when exactly is assumed)', evidence: 'official' },
      live: { meaning: '60 times in 3 days: after 60 s, and each time 1.1 times longer', evidence: 'official' },
    },
    guide: 'exponential',
    official: 'sandbox',
  },
  'page-sizes': {
    summary: 'How large pages are.',
    values: {
      same: { meaning: '50 everywhere, 200 at most', evidence: 'guide' },
      'per-endpoint': {
        meaning: 'transactions 30, notification settings 200, else 50; at most 30 and 200',
        evidence: 'official',
      },
    },
    guide: 'same',
    official: 'per-endpoint',
  },
  timestamps: {
    summary: 'How precise timestamps are.',
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

/** The full assignment that a profile stands for. */
export function profile(name: ProfileName): Behaviours {
  const entries = behaviourNames.map((behaviour) => [behaviour, behaviourTable[behaviour][name]]);
  return Object.fromEntries(entries) as Behaviours;
}

/** The assignment of a profile that somebody named. @throws UsageError for a name that no profile has */
export function profileNamed(name: string): Behaviours {
  if (isProfileName(name)) return profile(name);
  throw new UsageError(
    `Could not choose the profile ${name}: there is none of that name.${meantAmong(name, profileNames)}`,
  );
}

/** Names the word that somebody may have meant, or else all of them. */
function meantAmong(word: string, known: readonly string[]): string {
  return didYouMean(word, known) || ` Use one of ${known.join(', ')}.`;
}

export const behaviourNames = Object.keys(behaviourTable) as BehaviourName[];

/** The profile that all the values are of, or `null` for a mix. */
export function profileOf(behaviours: Behaviours): ProfileName | null {
  return profileNames.find((name) => differences(behaviours, profile(name)).length === 0) ?? null;
}

/** The behaviours in which two assignments differ. */
export function differences(one: Behaviours, other: Behaviours): BehaviourName[] {
  return behaviourNames.filter((name) => one[name] !== other[name]);
}

export function isProfileName(name: string): name is ProfileName {
  return (profileNames as readonly string[]).includes(name);
}

/**
 * Puts values, checked against the table, over an assignment.
 *
 * @throws UsageError for an unknown name or value.
 */
export function withBehaviours(base: Behaviours, values: Readonly<Record<string, string>>): Behaviours {
  const changed: Record<string, string> = { ...base };
  for (const [name, value] of Object.entries(values)) {
    const row: Behaviour | undefined = Object.hasOwn(behaviourTable, name)
      ? behaviourTable[name as BehaviourName]
      : undefined;
    if (!row) {
      throw new UsageError(
        `Could not set the behaviour ${name}: there is none of that name.${meantAmong(name, behaviourNames)}`,
      );
    }
    if (!Object.hasOwn(row.values, value)) {
      throw new UsageError(
        `Could not set ${name} to ${value}: it has no such value.${meantAmong(value, Object.keys(row.values))}`,
      );
    }
    changed[name] = value;
  }
  return changed as Behaviours;
}

/** Another value of a behaviour. */
export type BehaviourSwitch = { name: BehaviourName; value: string };

/** Says which value of a behaviour refuses something, and how to have another. */
export function hintAtSwitch(behaviours: Behaviours, { name, value }: BehaviourSwitch): string {
  return `The behaviour ${name}=${behaviours[name]} refuses this; ${name}=${value} does not. To switch: --behaviour ${name}=${value}`;
}
