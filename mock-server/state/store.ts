import { Collection, type EntityText } from './collection.ts';
import { type Database, type Statements, statementsOf } from './database.ts';
import type { Entities, Kind } from './entities.ts';
import { rowOf, upserts } from './entity-row.ts';
import type { Ids } from './ids.ts';
import { kindNames } from './kinds.ts';

/** What a transition leads to: an entity of a kind as it is from now on, and the events that tell of it. */
export type Change = {
  [Name in Kind]: { kind: Name; entity: Entities[Name]; events: readonly string[] };
}[Kind];

/** Entities to start with, by kind. */
export type Seeded = { readonly [Name in Kind]?: readonly Entities[Name][] };

/**
 * One account's entities and events. `apply` and `insertAll` are the only writers, and each is one transaction: a
 * change and its events are stored together or not at all.
 */
export class Store {
  readonly customers: Collection<'customers'>;
  readonly addresses: Collection<'addresses'>;
  readonly businesses: Collection<'businesses'>;
  readonly subscriptions: Collection<'subscriptions'>;
  readonly #account: number;
  readonly #ids: Ids;
  readonly #statements: Statements;
  readonly #transaction: (work: () => void) => void;

  constructor(database: Database, account: number, ids: Ids, statements = statementsOf(database)) {
    this.#account = account;
    this.#ids = ids;
    this.#statements = statements;
    this.#transaction = database.transaction((work: () => void) => work());
    this.customers = new Collection('customers', account, statements);
    this.addresses = new Collection('addresses', account, statements);
    this.businesses = new Collection('businesses', account, statements);
    this.subscriptions = new Collection('subscriptions', account, statements);
  }

  /** Stores a change with its events and returns the entity's JSON text. */
  apply(change: Change): EntityText {
    const text = JSON.stringify(change.entity);
    this.#transaction(() => {
      this.#put(change.kind, change.entity, text);
      for (const type of change.events) {
        const event = [this.#account, this.#ids.next('evt'), type, change.entity.updated_at, text];
        this.#statements('INSERT INTO events VALUES (?, ?, ?, ?, ?)').run(...event);
      }
    });
    return text;
  }

  /** Stores entities that are there from the start; nothing happened, so there are no events. */
  insertAll(entities: Seeded): void {
    this.#transaction(() => {
      for (const kind of kindNames) {
        for (const entity of entities[kind] ?? []) this.#put(kind, entity, JSON.stringify(entity));
      }
    });
  }

  /** Removes everything. */
  clear(): void {
    this.#transaction(() => {
      for (const table of [...kindNames, 'events', 'portal_sessions', 'counts']) {
        this.#statements(`DELETE FROM ${table} WHERE account = ?`).run(this.#account);
      }
    });
  }

  #put<Name extends Kind>(kind: Name, entity: Entities[Name], text: EntityText): void {
    this.#statements(upserts[kind]).run(...rowOf(kind, this.#account, entity, text));
  }
}
