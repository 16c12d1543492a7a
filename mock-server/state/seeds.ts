import type { Account } from '../context.ts';
import { PaddleApiError } from '../errors.ts';
import { fieldErrorsOf } from '../http/validation-messages.ts';
import { refuseUnusableEmail } from '../resources/email.ts';
import { UsageError } from '../usage-error.ts';
import type { Kind } from './entities.ts';
import { kinds } from './kinds.ts';
import type { Seeded } from './store.ts';

/** The kinds that can be seeded. Destinations of webhooks are made with the API. */
export const seedKinds = [
  'customers',
  'addresses',
  'businesses',
  'subscriptions',
  'transactions',
] as const satisfies readonly Kind[];
type SeedKind = (typeof seedKinds)[number];

/** How many entities were added, by kind. */
export type SeedCounts = Record<SeedKind, number>;

/** Entities to add, not checked yet. */
export type UncheckedSeed = { readonly [Name in SeedKind]?: readonly unknown[] };

/**
 * Adds entities to an account: all of them, or none. Each has to fit the schema of the account's document, have an ID
 * of its own, and refer only to entities that are there or come along.
 *
 * @throws UsageError that names the path which does not fit, such as `customers.3.email`
 */
export function seedAccount(account: Account, seed: UncheckedSeed): SeedCounts {
  const entities = checkShapes(account, seed);
  checkIds(account, entities);
  checkEmails(account, entities);
  checkReferences(account, entities);
  account.insertAll(entities);
  return Object.fromEntries(seedKinds.map((kind) => [kind, entities[kind]?.length ?? 0])) as SeedCounts;
}

/** The place where a seed becomes typed: each entity was held against the schema that its type is made of. */
function checkShapes(account: Account, seed: UncheckedSeed): Seeded {
  for (const kind of Object.keys(seed)) {
    if (!(seedKinds as readonly string[]).includes(kind))
      refuse(kind, `is nothing to seed; there are ${seedKinds.join(', ')}`);
  }
  for (const kind of seedKinds) {
    const list: unknown = seed[kind] ?? [];
    if (!Array.isArray(list)) refuse(kind, 'has to be an array');
    for (const [index, entity] of list.entries()) {
      const [problem] = fieldErrorsOf(account.spec.checkEntity(kinds[kind].schema, entity));
      if (problem)
        refuse(problem.field === '(root)' ? `${kind}.${index}` : `${kind}.${index}.${problem.field}`, problem.message);
    }
  }
  return seed as Seeded;
}

function checkIds({ store }: Account, entities: Seeded): void {
  for (const kind of seedKinds) {
    const seen = new Set<string>();
    for (const [index, { id }] of (entities[kind] ?? []).entries()) {
      if (seen.has(id) || store[kind].has(id)) refuse(`${kind}.${index}.id`, `${id} is there already`);
      seen.add(id);
    }
  }
}

function checkEmails({ store, behaviours }: Account, { customers = [] }: Seeded): void {
  const isUnique = behaviours['duplicate-emails'] === 'reject';
  const seen = new Set<string>();
  for (const [index, { email }] of customers.entries()) {
    const path = `customers.${index}.email`;
    try {
      refuseUnusableEmail(email);
    } catch (error) {
      if (error instanceof PaddleApiError) refuse(path, error.message);
      throw error;
    }
    if (isUnique && (seen.has(email) || store.customers.findIdBy('email', email)))
      refuse(path, `${email} is there already`);
    seen.add(email);
  }
}

function checkReferences({ store }: Account, entities: Seeded): void {
  const owners = new Map<string, string>();
  const customers = new Set(entities.customers?.map((customer) => customer.id));
  const hasCustomer = (id: string) => customers.has(id) || store.customers.has(id);
  for (const kind of ['addresses', 'businesses'] as const) {
    for (const [index, { id, customer_id }] of (entities[kind] ?? []).entries()) {
      if (!hasCustomer(customer_id)) refuse(`${kind}.${index}.customer_id`, `there is no customer ${customer_id}`);
      owners.set(id, customer_id);
    }
  }
  for (const [index, subscription] of (entities.subscriptions ?? []).entries()) {
    const { customer_id, address_id, business_id } = subscription;
    const path = `subscriptions.${index}`;
    if (!hasCustomer(customer_id)) refuse(`${path}.customer_id`, `there is no customer ${customer_id}`);
    const addressOwner = owners.get(address_id) ?? store.addresses.find(address_id)?.customer_id;
    if (addressOwner !== customer_id) refuse(`${path}.address_id`, `the customer has no address ${address_id}`);
    const businessOwner = business_id && (owners.get(business_id) ?? store.businesses.find(business_id)?.customer_id);
    if (business_id && businessOwner !== customer_id)
      refuse(`${path}.business_id`, `the customer has no business ${business_id}`);
  }
  const subscriptions = new Set(entities.subscriptions?.map((subscription) => subscription.id));
  for (const [index, { customer_id, subscription_id }] of (entities.transactions ?? []).entries()) {
    const path = `transactions.${index}`;
    if (customer_id && !hasCustomer(customer_id)) refuse(`${path}.customer_id`, `there is no customer ${customer_id}`);
    const hasSubscription =
      subscription_id && (subscriptions.has(subscription_id) || store.subscriptions.has(subscription_id));
    if (subscription_id && !hasSubscription)
      refuse(`${path}.subscription_id`, `there is no subscription ${subscription_id}`);
  }
}

/** What does not fit in a seed: a path such as `customers.3.email`, and what is wrong there. */
export class SeedRefusal extends UsageError {
  readonly path: string;
  readonly problem: string;

  constructor(path: string, problem: string) {
    super(`Could not seed: ${path}: ${problem}. Correct it and seed again; nothing was added.`);
    this.path = path;
    this.problem = problem;
  }
}

function refuse(path: string, problem: string): never {
  throw new SeedRefusal(path, problem);
}
