import { eventTypes } from '#openapi/generated/event-types.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../account/account.ts';
import { PaddleApiError } from '../errors/errors.ts';
import type { Customer } from '../resources/customers/kind.ts';
import { refuseArchivedCustomer } from '../resources/customers/transitions.ts';
import type { Entities } from '../resources/kinds.ts';
import { eventNounOf, seedKinds } from '../resources/kinds.ts';
import { type ChangeOf, inOrder } from '../state/change.ts';
import type { Collection } from '../state/collection.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { archivableHappenings } from '../triggers/archivable.ts';
import type { Happenings, TriggerKind } from '../triggers/happening.ts';
import { Newcomers } from '../triggers/newcomers.ts';
import { checked, type Overrides, override, type Task } from '../triggers/overrides.ts';
import { subscriptionHappenings } from '../triggers/subscriptions.ts';
import { transactionHappenings } from '../triggers/transactions.ts';
import { ControlError } from './control-error.ts';

/** What to trigger an event about. */
export type TriggerOptions = { entity_id?: string; overrides?: Overrides };

/** What can be triggered, by kind. */
const happenings: { readonly [Name in TriggerKind]?: Happenings<Name> } = {
  ...archivableHappenings,
  subscriptions: subscriptionHappenings,
  transactions: transactionHappenings,
};

/** The kind of entity by the first half of the event type. */
const kindOf = new Map(seedKinds.filter((kind) => happenings[kind]).map((kind) => [eventNounOf(kind), kind]));

/** The event types that can be triggered, where the account's behaviours have them. */
const triggerable = [...kindOf].flatMap(([noun, kind]) =>
  Object.keys(happenings[kind]?.byName ?? {}).map((name) => `${noun}.${name}`),
);

/**
 * Makes an event happen, about an entity that is named or one that is built, and answers the event. Where the type
 * tells of a state, the entity moves there. Nothing is stored where this is refused.
 *
 * @throws UsageError where there is no such event type, a field does not fit, or the entity cannot go there
 * @throws ControlError not_found for an ID of no such entity
 */
export async function trigger(account: Account, eventType: string, options: TriggerOptions): Promise<object> {
  const refuse = (reason: string): never => {
    throw new UsageError(`Could not trigger ${eventType}: ${reason}${/[.?]$/.test(reason) ? '' : '.'}`);
  };
  const { kind, name } = readEventType(account, eventType, refuse);
  const { buyer, ...about } = aboutWhom(account, kind, options, refuse);
  const newcomers = await Newcomers.for(account, buyer);
  const task: Task<TriggerKind> = { account, kind, moment: newcomers.moment, refuse };
  const change = inUsersWords(refuse, () => changeOf(task, name, about, newcomers));
  checked(task, change.puts[0].entity);
  const sequel = inOrder(...newcomers.sequel);
  account.apply(inOrder(...newcomers.history, change, sequel));
  const later = sequel.events.filter(({ type }) => type === eventType).length;
  return JSON.parse(newestEvent(account, eventType, later));
}

/** The newest event of a type but for so many. */
function newestEvent({ store }: Account, eventType: string, later: number): string {
  const { texts } = store.events.list({ where: { event_type: [eventType] }, order: 'DESC', limit: later + 1 });
  return texts[later] ?? '';
}

/** Paddle's refusals are answers of the API, and nobody called that. */
function inUsersWords<Result>(refuse: (reason: string) => never, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof PaddleApiError)) throw error;
    const [problem] = error.errors ?? [];
    const told = problem ? `data.${problem.field}: ${problem.message}` : (error.hint ?? error.message);
    return refuse(`${told.replace(/\.$/, '')} (${error.code})`);
  }
}

function readEventType({ spec, behaviours }: Account, eventType: string, refuse: (reason: string) => never) {
  if (!eventTypes.some((type) => type.name === eventType)) {
    refuse(`there is no such event type.${suggestionFor(eventType)}`);
  }
  if (!spec.eventTypes.has(eventType)) {
    refuse(`the behaviour webhook-events=${behaviours['webhook-events']} excludes it. Set webhook-events to all`);
  }
  const [noun = '', name = ''] = eventType.split('.');
  const kind = kindOf.get(noun) ?? refuse('Paddock does not emulate its entity yet. Trigger another type');
  return { kind, name };
}

/** A customer who is named for an event of another kind is the one whose all that is built. */
function aboutWhom(
  account: Account,
  kind: TriggerKind,
  { entity_id, ...options }: TriggerOptions,
  refuse: (reason: string) => never,
): TriggerOptions & { buyer?: Customer } {
  if (entity_id === undefined || kind === 'customers' || !entity_id.startsWith('ctm_')) {
    return { ...options, ...(entity_id !== undefined && { entity_id }) };
  }
  const buyer = find(account, 'customers', entity_id);
  inUsersWords(refuse, () => refuseArchivedCustomer(buyer, account.moment()));
  return { ...options, buyer };
}

/** Lists the types of the same noun, where there are some; else names what may have been meant, or lists all. */
function suggestionFor(eventType: string): string {
  const sameNoun = triggerable.filter((type) => type.split('.')[0] === eventType.split('.')[0]);
  const meant = sameNoun.length > 0 ? '' : didYouMean(eventType, triggerable);
  return meant || ` Trigger one of ${(sameNoun.length > 0 ? sameNoun : triggerable).join(', ')}`;
}

function changeOf<Name extends TriggerKind>(
  task: Task<Name>,
  name: string,
  { entity_id, overrides = {} }: TriggerOptions,
  newcomers: Newcomers,
): ChangeOf<Name> {
  const { account, kind, refuse } = task;
  const about: Happenings<Name> = happenings[kind] ?? refuse('Paddock does not emulate it yet. Trigger another type');
  const happening = about.byName[name] ?? refuse('Paddock does not emulate it yet. Trigger another type');
  const before = entity_id === undefined ? happening.build(newcomers) : find(account, kind, entity_id);
  return happening.happen(override(task, about, before, overrides), newcomers);
}

function find<Name extends TriggerKind>({ store }: Account, kind: Name, id: string): Entities[Name] {
  const collections: { readonly [Each in TriggerKind]: Collection<Each> } = store;
  const entity = collections[kind].find(id);
  if (entity) return entity;
  throw new ControlError(
    404,
    'not_found',
    `Could not find ${id} among the account's ${kind}. Create it first, or leave the entity out.`,
  );
}
