import {
  buildAddress,
  buildBusiness,
  buildCustomer,
  buildEvent,
  buildSubscription,
  buildTransaction,
  type Profile,
} from '#fixtures/index.ts';
import type { Json, JsonObject } from '#openapi/document/json.ts';
import { injectableCodes } from '../faults/injected-error.ts';
import { behaviourTable } from '../spec/behaviours.ts';
import type { Dice } from './dice.ts';
import { type KnownAccount, knownId } from './world.ts';

/** Context for drawing values by name. */
export type Named = {
  dice: Dice;
  account: KnownAccount;
  profile: Profile;
  /** Allowed URLs of webhooks. */
  destinations: readonly string[];
  operationIds: readonly string[];
  eventTypes: readonly string[];
  /** Generates an unused key. */
  freshKey: () => string;
};

const builders = {
  customers: buildCustomer,
  addresses: buildAddress,
  businesses: buildBusiness,
  subscriptions: buildSubscription,
  transactions: buildTransaction,
} as const;

/** Values that the documents leave open, by the name of the field or parameter. */
export const namedValues: Readonly<Record<string, (named: Named) => Json>> = {
  destination: ({ dice, destinations }) => dice.pick([...destinations, 'ops@example.com']),
  api_key: ({ dice, account, freshKey }) =>
    dice.chance(0.5) ? dice.pick(account.keys.slice(1).concat(freshKey())) : freshKey(),
  operation_id: ({ dice, operationIds }) => dice.pick(operationIds),
  event_type: ({ dice, eventTypes }) => dice.pick(eventTypes),
  subscribed_events: ({ dice, eventTypes }) => Array.from({ length: 1 + dice.below(9) }, () => dice.pick(eventTypes)),
  entity_id: (named) =>
    knownId(named.account, named.dice.pick(['ctm', 'add', 'biz', 'sub', 'txn']), named.dice) ?? 'ctm_1',
  notification_setting_id: ({ account, dice }) => knownId(account, 'ntfset', dice) ?? 'ntfset_1',
  fault_id: ({ account, dice }) => knownId(account, 'fault', dice) ?? 'fault_1',
  name: ({ dice }) => dice.pick(['Sam', 'start', 'a.b-c_d', 'snapshot-2', 'Miller & Co.']),
  path: ({ dice }) => dice.pick(['/customers', '/customers/*', '/**', '*', '/*a*a*a*b', '/subscriptions/**/x']),
  behaviours: drawBehaviours,
  profile: ({ dice }) => dice.pick(['guide', 'official']),
  error: ({ dice }) => dice.pick([...injectableCodes, 429, 500, 502, 503, 540]),
  delay_ms: ({ dice }) => dice.below(20),
  jitter_ms: ({ dice }) => dice.below(20),
  delay_ms_per_byte: ({ dice }) => dice.below(10) / 1_000,
  timeout_ms: ({ dice }) => 1 + dice.below(100),
  days: ({ dice }) => dice.pick([0, 1, 3, 30, 100]),
  now: drawTime,
  to: drawTime,
  csv: ({ dice }) => dice.pick(csvs),
  recorded: (named) => named.dice.pick([drawEntities(named), { data: drawEntities(named) }, drawEvent(named)]),
  overrides: ({ dice }) =>
    dice.pick([{}, { name: 'Sam' }, { status: 'archived' }, { custom_data: { a: '1' } }, { id: 'x' }]),
  ...Object.fromEntries(Object.keys(builders).map((kind) => [kind, drawEntities])),
};

/** Draws a time near the seeded clock's. */
export function drawTime({ dice }: Pick<Named, 'dice'>): string {
  const day = Date.parse('2026-01-01T00:00:00Z') + (dice.below(800) - 400) * 86_400_000 * 0.5;
  return new Date(day).toISOString().replace('.000Z', dice.pick(['Z', '.000Z', '.123456Z']));
}

const csvs = [
  'email,name\nsam@example.com,Sam\n',
  'email,name\nsam@example.com,Sam\nsam@example.com,"Sam\n"\n,\n',
  'customer_id,country_code\nctm_1,IE\n',
  'email\n"unclosed',
  'name\n\u0000',
  '',
];

function drawBehaviours({ dice }: Named): JsonObject {
  const rows = Object.entries(behaviourTable).filter(() => dice.chance(0.15));
  return Object.fromEntries(rows.map(([name, { values }]) => [name, dice.pick(Object.keys(values))]));
}

/** Draws entities: the account's own, slightly changed, and new ones. */
function drawEntities({ dice, account, profile }: Named): Json[] {
  return Array.from({ length: dice.below(4) }, () => {
    const known = account.entities.length > 0 && dice.chance(0.5);
    const entity = known ? dice.pick(account.entities) : build(dice, profile);
    return dice.chance(0.2) ? { ...(entity as JsonObject), [dice.pick(['name', 'status', 'odd'])]: 'active' } : entity;
  });
}

function build(dice: Dice, profile: Profile): Json {
  const builder = dice.pick(Object.values(builders));
  // Entities are JSON, which their interfaces do not express.
  return builder({ seed: dice.below(2 ** 32), profile }) as unknown as Json;
}

function drawEvent({ dice, profile }: Named): Json {
  return buildEvent({ seed: dice.below(2 ** 32), profile }) as unknown as Json;
}
