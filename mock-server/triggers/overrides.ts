import type { Account } from '../account/account.ts';
import { fieldErrorsOf } from '../errors/validation-messages.ts';
import { type CustomData, storeCustomData } from '../resources/custom-data.ts';
import { type Entities, kinds } from '../resources/kinds.ts';
import { publishedOf } from '../resources/published.ts';
import type { Moment } from '../time/moment.ts';
import type { Subject, TriggerKind, Triggers } from './trigger.ts';

/** Fields of an entity to set, not validated yet. */
export type Overrides = { readonly [field: string]: unknown };

/** Context of one trigger. */
export type Task<Name extends TriggerKind> = {
  account: Account;
  kind: Name;
  moment: Moment;
  /** Throws an error that says why the event cannot be triggered. */
  refuse: (reason: string) => never;
};

/** Fields that overrides cannot set: identity, references, and times, which are the account's. */
const fixedFields = ['id', 'created_at', 'updated_at', 'customer_id', 'address_id', 'business_id', 'subscription_id'];

/** Applies overrides to an entity, each field as a whole, and checks the result against the account's document. */
export function override<Name extends TriggerKind>(
  task: Task<Name>,
  { stateFields }: Triggers<Name>,
  before: Entities[Name],
  overrides: Overrides,
): Subject<Name> {
  const { account, moment, refuse } = task;
  for (const field of Object.keys(overrides)) {
    if (fixedFields.includes(field)) refuse(`data.${field} cannot be set. Leave it out, or use another entity`);
    if (stateFields.includes(field))
      refuse(`data.${field} is determined by the event type. Leave it out, or trigger another type`);
  }
  if (Object.keys(overrides).length === 0) return { entity: before, before, overrides: {} };
  const changedAt = 'updated_at' in before ? { updated_at: moment.now } : {};
  const entity = checked(task, { ...before, ...overrides, ...changedAt });
  const stored = hasCustomData(entity)
    ? { ...entity, custom_data: storeCustomData(entity.custom_data, account.behaviours) }
    : entity;
  // They were checked as part of the entity.
  return { entity: stored, before, overrides: overrides as Partial<Entities[Name]> };
}

function hasCustomData(entity: object): entity is { custom_data: CustomData } {
  return 'custom_data' in entity;
}

/** The one place that types an entity with overrides: it is validated against the schema that its type derives from. */
export function checked<Name extends TriggerKind>(
  { account, kind, refuse }: Task<Name>,
  entity: object,
): Entities[Name] {
  const [problem] = fieldErrorsOf(account.spec.checkEntity(kinds[kind].schema, publishedOf(kind, entity)));
  if (problem) refuse(`${problem.field === '(root)' ? 'data' : `data.${problem.field}`}: ${problem.message}`);
  return entity as Entities[Name];
}
