import type { Account } from '../account/account.ts';
import { fieldErrorsOf } from '../errors/validation-messages.ts';
import { storeCustomData } from '../resources/custom-data.ts';
import { type Entities, kinds } from '../resources/kinds.ts';
import type { Moment } from '../time/moment.ts';
import type { Happenings, Subject, TriggerKind } from './happening.ts';

/** Fields of an entity to set, not checked yet. */
export type Overrides = { readonly [field: string]: unknown };

/** What is being done, and for whom. */
export type Task<Name extends TriggerKind> = {
  account: Account;
  kind: Name;
  moment: Moment;
  /** Says that the event cannot be triggered, and why. */
  refuse: (reason: string) => never;
};

/** What an entity is and whose it is stays as it is, and its times are the account's. */
const fixedFields = ['id', 'created_at', 'updated_at', 'customer_id', 'address_id', 'business_id', 'subscription_id'];

/** Puts overrides, each field whole, over an entity, and checks the result against the account's document. */
export function override<Name extends TriggerKind>(
  task: Task<Name>,
  { stateFields }: Happenings<Name>,
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
  const entity = checked(task, { ...before, ...overrides, updated_at: moment.now });
  const { custom_data } = entity;
  const stored = { ...entity, custom_data: storeCustomData(custom_data, account.behaviours) };
  // The fields were checked with the whole entity.
  return { entity: stored, before, overrides: overrides as Partial<Entities[Name]> };
}

/** The place where an entity with overrides becomes typed: it is held against the schema that its type is made of. */
export function checked<Name extends TriggerKind>(
  { account, kind, refuse }: Task<Name>,
  entity: object,
): Entities[Name] {
  const [problem] = fieldErrorsOf(account.spec.checkEntity(kinds[kind].schema, entity));
  if (problem) refuse(`${problem.field === '(root)' ? 'data' : `data.${problem.field}`}: ${problem.message}`);
  return entity as Entities[Name];
}
