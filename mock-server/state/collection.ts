import { paddleError } from '../errors/errors.ts';
import type { Entities, Kind } from '../resources/kinds.ts';
import type { Statements } from './database/database.ts';
import { isCounted } from './database/kind-tables.ts';
import type { ListQuery } from './lists/list-query.ts';
import { ReadCache } from './lists/read-cache.ts';
import { type EntityText, type Page, TextTable } from './lists/text-table.ts';

/** One account's entities of one kind. Texts that were read are kept, until the store writes. */
export class Collection<Name extends Kind> extends TextTable {
  readonly #read = new ReadCache();

  constructor(kind: Name, account: number, statements: Statements) {
    super({
      table: kind,
      account,
      statements,
      text: 'json',
      longest: 'json',
      textBefore: 'coalesce(previous, json)',
      isCounted: isCounted(kind),
    });
  }

  override findText(id: string): EntityText | undefined {
    if (this.showsBefore) return super.findText(id);
    return this.#read.text(id, () => super.findText(id));
  }

  override list(query: ListQuery): Page {
    if (this.showsBefore) return super.list(query);
    return this.#read.page(query, () => super.list(query));
  }

  /** Forgets what was read of an entity that has been written. */
  forget(id: string): void {
    this.#read.forget(id);
  }

  /** Forgets what was read of all. */
  forgetAll(): void {
    this.#read.clear();
  }

  /** The entity. @throws PaddleApiError not_found */
  require(id: string): Entities[Name] {
    return parse<Entities[Name]>(this.requireText(id));
  }

  /** The entity, if there is one. */
  find(id: string): Entities[Name] | undefined {
    const text = this.findText(id);
    return text === undefined ? undefined : parse<Entities[Name]>(text);
  }

  /** The entity, if it is of this customer. @throws PaddleApiError not_found, also for another customer's */
  requireOf(customerId: string, id: string): Entities[Name] {
    const entity = this.require(id);
    if (!('customer_id' in entity) || entity.customer_id !== customerId) throw paddleError('not_found', { id });
    return entity;
  }

  /** The JSON text of an entity, if it is of this customer. @throws PaddleApiError not_found, also for another customer's */
  requireTextOf(customerId: string, id: string): EntityText {
    return this.requireOf(customerId, id) && this.requireText(id);
  }

  /** The entity of a text that was read here. */
  parse(text: EntityText): Entities[Name] {
    return parse<Entities[Name]>(text);
  }

  /** All entities that a filter lets through, newest first. For lists that are short by nature. */
  all(where: ListQuery['where']): Entities[Name][] {
    const { texts } = this.list({ where, order: 'DESC', limit: Number.MAX_SAFE_INTEGER - 1 });
    return texts.map((text) => parse<Entities[Name]>(text));
  }
}

/** The place where stored JSON becomes typed: the store wrote it from an entity of this type. */
function parse<Entity>(text: EntityText): Entity {
  return JSON.parse(text) as Entity;
}
