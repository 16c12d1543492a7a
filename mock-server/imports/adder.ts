import type { ErrorObject } from 'ajv';
import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import { eventTypes } from '#openapi/generated/event-types.ts';
import type { Account } from '../account/account.ts';
import { type FieldError, paddleError } from '../errors/errors.ts';
import { fieldErrorsOf } from '../errors/validation-messages.ts';
import { isUsableEmail } from '../resources/email.ts';
import { importMeta } from '../resources/import-meta.ts';
import { type Entities, eventNounOf, kinds, type SeedKind } from '../resources/kinds.ts';
import { hintAtBehaviours } from '../spec/behaviour-hints.ts';
import { fitEntity } from '../spec/fit-entity.ts';
import type { Announcement } from '../state/change.ts';
import { type EntityKinds, entityKindsOf, type Reference } from '../state/entity-kinds.ts';
import type { Steps } from '../time/in-portions.ts';

/** A fault of an entity: the path of the field, or `null` for the entity as a whole, and the reason. */
export type Fault = { field: string | null; reason: string };

/** An entity fitted to its schema, and the paths of the fields that were dropped. */
export type Fitting = {
  faults: readonly Fault[];
  /** Hint at a behaviour's value under which the entity would be accepted, if any. */
  hint: string | undefined;
  dropped: readonly string[];
  entity: JsonObject;
};

/**
 * Adds entities to an account one by one, each validated against the account's document and the stored entities.
 * References must be added before the entities that hold them.
 */
export class Adder {
  readonly kinds: EntityKinds;
  readonly #account: Account;
  readonly #announces: boolean;
  readonly #added: { kind: SeedKind; id: string; before: Entities[SeedKind] | undefined }[] = [];

  /** @param announces true to announce what was added, as imported by Paddle */
  constructor(account: Account, announces = false) {
    this.#account = account;
    this.#announces = announces;
    this.kinds = entityKindsOf(account.spec);
  }

  /**
   * Fits an entity to the account's document, and returns the remaining faults.
   *
   * @param within the entity that includes it, whose times it takes if it has none
   */
  fitted(kind: SeedKind, given: unknown, within: object = {}): Fitting {
    const { spec, behaviours } = this.#account;
    const { schema } = kinds[kind];
    // Entities come as JSON, or can be written as JSON.
    const { entity, dropped } = fitEntity(spec.schemas.named(schema), given as Json, within as JsonObject);
    const problems = spec.checkEntity(schema, entity);
    const hint =
      problems.length > 0
        ? hintAtBehaviours(behaviours, problems, (other) => other.checkEntity(schema, entity))
        : undefined;
    return { faults: faultsOf(problems), hint, dropped, entity: isObject(entity) ? entity : {} };
  }

  /**
   * Adds a fitted entity, or returns its faults.
   *
   * @param replaces true to replace an existing entity of this ID
   */
  add(kind: SeedKind, entity: JsonObject, replaces = false): Fault[] {
    if (!replaces && this.#account.store[kind].has(String(entity['id'])))
      return [{ field: 'id', reason: `${entity['id']} already exists` }];
    const faults = [...this.#emailFaults(kind, entity), ...this.#referenceFaults(kind, entity)];
    if (faults.length === 0) this.#put(kind, entity, replaces);
    return faults;
  }

  /** Returns true for a customer's email address that another customer has. */
  hasEmail(kind: SeedKind, email: unknown): boolean {
    const { customers } = this.#account.store;
    return kind === 'customers' && typeof email === 'string' && customers.findIdBy('email', email) !== undefined;
  }

  /** Returns the stored entity; undefined if there is none. */
  stored(kind: SeedKind, id: unknown): Entities[SeedKind] | undefined {
    return typeof id === 'string' ? this.#account.store[kind].find(id) : undefined;
  }

  /** Announces what was added, owners first, if that is asked for. Nothing can be undone afterwards. */
  *announceAll(): Steps<void> {
    for (const { kind, id } of this.#announces ? this.#added : []) {
      const type = importedType(kind);
      const entity = this.#account.store[kind].find(id);
      // TypeScript cannot tell that the type is one of the kind.
      if (type && entity) this.#account.apply({ events: [{ type, kind, entity } as Announcement] });
      yield;
    }
  }

  /** Removes the added entities, and restores the replaced ones. */
  undo(): void {
    const { store } = this.#account;
    store.together(() => {
      for (const { kind, id, before } of this.#added.toReversed()) {
        if (before) store.insert(kind, before);
        else store.remove(kind, id);
      }
    });
  }

  #put(kind: SeedKind, entity: JsonObject, replaces: boolean): void {
    const { store, ids } = this.#account;
    const id = String(entity['id']);
    const before = replaces ? this.stored(kind, id) : undefined;
    // The one place that types an added entity: it was validated against the schema that its type derives from.
    const imported = this.#announces && importedType(kind) ? { import_meta: entity['import_meta'] ?? importMeta } : {};
    store.insert(kind, { ...entity, ...imported } as unknown as Entities[SeedKind]);
    // Makes later IDs sort behind it.
    ids.sortBehind(id);
    this.#added.push({ kind, id, before });
  }

  #emailFaults(kind: SeedKind, { email }: JsonObject): Fault[] {
    if (kind !== 'customers') return [];
    if (!isUsableEmail(String(email)))
      return [{ field: 'email', reason: paddleError('customer_email_invalid').message }];
    const isUnique = this.#account.behaviours['duplicate-emails'] === 'reject';
    return isUnique && this.hasEmail(kind, email) ? [{ field: 'email', reason: `${email} already exists` }] : [];
  }

  #referenceFaults(kind: SeedKind, entity: JsonObject): Fault[] {
    return this.kinds.referencesOf(kind).flatMap((reference) => {
      const reason = this.#referenceFault(entity, reference);
      return reason === undefined ? [] : [{ field: reference.field, reason }];
    });
  }

  #referenceFault(entity: JsonObject, { field, kind }: Reference): string | undefined {
    const id = entity[field];
    if (typeof id !== 'string') return undefined;
    const noun = kinds[kind].schema;
    const other = this.stored(kind, id);
    if (!other) return `${noun} ${id} does not exist`;
    const owner = 'customer_id' in other ? other.customer_id : null;
    const customer = entity['customer_id'];
    const isForeign = owner !== null && typeof customer === 'string' && owner !== customer;
    return isForeign && this.stored('customers', customer) ? `the customer has no ${noun} ${id}` : undefined;
  }
}

/** Returns the event type that announces an imported entity, if Paddle has one. */
function importedType(kind: SeedKind): string | undefined {
  return eventTypes.find(({ name }) => name === `${eventNounOf(kind)}.imported`)?.name;
}

/** Limit of reported faults per entity. */
const faultsAtMost = 50;

function faultsOf(errors: readonly ErrorObject[]): Fault[] {
  // An alternative `null` tells the user nothing.
  const specific = errors.filter(({ keyword, schema }) => !(keyword === 'type' && schema === 'null'));
  return specific
    .slice(0, faultsAtMost)
    .flatMap((error) => fieldErrorsOf([error]).map((field) => faultOf(field, error)));
}

function faultOf({ field, message }: FieldError, { keyword, params }: ErrorObject): Fault {
  const path = field === '(root)' ? [] : [field];
  if (keyword !== 'required') return { field: path[0] ?? null, reason: message };
  return { field: [...path, params['missingProperty']].join('.'), reason: 'is required' };
}
