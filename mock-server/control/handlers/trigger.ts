import { eventTypes } from '#openapi/generated/event-types.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../../account/account.ts';
import { PaddleApiError } from '../../errors/errors.ts';
import { withCredit } from '../../resources/credit-balances/credit-of.ts';
import type { Customer } from '../../resources/customers/kind.ts';
import { refuseArchivedCustomer } from '../../resources/customers/transitions.ts';
import type { Entities, Kind } from '../../resources/kinds.ts';
import { eventNounOf, kindNames } from '../../resources/kinds.ts';
import { type ChangeOf, inOrder } from '../../state/change.ts';
import type { Collection } from '../../state/collection.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { adjustmentTriggers } from '../../triggers/adjustments.ts';
import { apiKeyExposureTriggers } from '../../triggers/api-key-exposures.ts';
import { apiKeyRotationTriggers } from '../../triggers/api-key-rotations.ts';
import { apiKeyTriggers } from '../../triggers/api-keys.ts';
import { archivableTriggers } from '../../triggers/archivable.ts';
import { clientTokenTriggers } from '../../triggers/client-tokens.ts';
import { discountTriggers } from '../../triggers/discounts.ts';
import { EntityBuilder } from '../../triggers/entity-builder.ts';
import { checked, type Overrides, override, type Task } from '../../triggers/overrides.ts';
import { paymentMethodTriggers } from '../../triggers/payment-methods.ts';
import { payoutTriggers } from '../../triggers/payouts.ts';
import { reportTriggers } from '../../triggers/reports.ts';
import { subscriptionTriggers } from '../../triggers/subscriptions.ts';
import { transactionTriggers } from '../../triggers/transactions.ts';
import type { TriggerKind, Triggers } from '../../triggers/trigger.ts';
import { ControlError } from '../requests/control-error.ts';

/** The entity of a triggered event, and fields to set on it first. */
export type TriggerOptions = { entity_id?: string; overrides?: Overrides };

const triggers: { readonly [Name in TriggerKind]?: Triggers<Name> } = {
  ...archivableTriggers,
  payment_methods: paymentMethodTriggers,
  discounts: discountTriggers,
  client_tokens: clientTokenTriggers,
  subscriptions: subscriptionTriggers,
  transactions: transactionTriggers,
  adjustments: adjustmentTriggers,
  reports: reportTriggers,
  issued_keys: apiKeyTriggers,
  key_rotations: apiKeyRotationTriggers,
  key_exposures: apiKeyExposureTriggers,
  payouts: payoutTriggers,
};

function isTriggerKind(kind: Kind): kind is TriggerKind {
  return kind in triggers;
}

/** Kinds by the first half of the event type. */
const kindOf = new Map(kindNames.filter(isTriggerKind).map((kind) => [eventNounOf(kind), kind]));

/** Event types that can be triggered, if the account's behaviours include them. */
export const triggerable = [...kindOf].flatMap(([noun, kind]) =>
  Object.keys(triggers[kind]?.byName ?? {}).map((name) => `${noun}.${name}`),
);

/**
 * Causes an event of a named or a new entity, and returns it. The entity moves to the status that the event type
 * implies. Nothing is stored if this is refused.
 *
 * @param apiKey the caller's key, whose rotations are triggered. Default: the default account's
 * @throws UsageError for an unknown event type, an invalid field, or an illegal move
 * @throws ControlError not_found for an ID of no such entity
 */
export async function trigger(
  account: Account,
  eventType: string,
  options: TriggerOptions,
  apiKey?: string,
): Promise<object> {
  const refuse = (reason: string): never => {
    throw new UsageError(`Could not trigger ${eventType}: ${reason}${/[.?]$/.test(reason) ? '' : '.'}`);
  };
  const { kind, name } = readEventType(account, eventType, refuse);
  const { buyer, ...about } = readBuyer(account, kind, options, refuse);
  const builder = await EntityBuilder.for(account, buyer, apiKey);
  const task: Task<TriggerKind> = { account, kind, moment: builder.moment, refuse };
  let followUps = inOrder();
  account.store.together(() => {
    const change = rewordErrors(refuse, () => changeOf(task, name, about, builder));
    checked(task, change.puts[0].entity);
    followUps = inOrder(...builder.followUps);
    account.apply(withCredit(inOrder(...builder.history, change, followUps), account.store));
  });
  const later = followUps.events.filter(({ type }) => type === eventType).length;
  return JSON.parse(newestEvent(account, eventType, later));
}

/** Finds the newest event of a type, except for some later ones. */
function newestEvent({ store }: Account, eventType: string, later: number): string {
  const { texts } = store.events.list({ where: { event_type: [eventType] }, order: 'DESC', limit: later + 1 });
  return texts[later] ?? '';
}

/** Turns Paddle's errors into the trigger's own, since no operation of the API was called. */
function rewordErrors<Result>(refuse: (reason: string) => never, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof PaddleApiError)) throw error;
    const [problem] = error.errors ?? [];
    const message = problem ? `data.${problem.field}: ${problem.message}` : (error.hint ?? error.message);
    return refuse(`${message.replace(/\.$/, '')} (${error.code})`);
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
  const kind = kindOf.get(noun) ?? refuse('nothing triggers it');
  return { kind, name };
}

/** Reads a customer named for an event of another kind as the buyer of the new entities. */
function readBuyer(
  account: Account,
  kind: TriggerKind,
  { entity_id, ...options }: TriggerOptions,
  refuse: (reason: string) => never,
): TriggerOptions & { buyer?: Customer } {
  if (entity_id === undefined || kind === 'customers' || !entity_id.startsWith('ctm_')) {
    return { ...options, ...(entity_id !== undefined && { entity_id }) };
  }
  const buyer = find(account, 'customers', entity_id);
  rewordErrors(refuse, () => refuseArchivedCustomer(buyer, account.moment()));
  return { ...options, buyer };
}

/** Lists the types of the same noun; if there are none, suggests a similar type or lists all. */
function suggestionFor(eventType: string): string {
  const sameNoun = triggerable.filter((type) => type.split('.')[0] === eventType.split('.')[0]);
  const meant = sameNoun.length > 0 ? '' : didYouMean(eventType, triggerable);
  return meant || ` Trigger one of ${(sameNoun.length > 0 ? sameNoun : triggerable).join(', ')}`;
}

function changeOf<Name extends TriggerKind>(
  task: Task<Name>,
  name: string,
  { entity_id, overrides = {} }: TriggerOptions,
  builder: EntityBuilder,
): ChangeOf<Name> {
  const { account, kind, refuse } = task;
  const about: Triggers<Name> = triggers[kind] ?? refuse('nothing triggers it');
  const trigger = about.byName[name] ?? refuse('nothing triggers it');
  const before = entity_id === undefined ? trigger.build(builder) : find(account, kind, entity_id);
  return trigger.perform(override(task, about, before, overrides), builder);
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
