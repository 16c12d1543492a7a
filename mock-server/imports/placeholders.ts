import { isObject, type JsonObject } from '#openapi/document/json.ts';
import type { Account } from '../account/account.ts';
import { type Entities, kinds, type SeedKind } from '../resources/kinds.ts';
import type { Reference } from '../state/entity-kinds.ts';
import type { Adder } from './adder.ts';
import type { ReportWriter } from './report.ts';
import type { ImportRow } from './source.ts';

/**
 * Custom data that marks a placeholder for an entity that a recording lacks. Importing the entity itself replaces it.
 */
const mark = { paddock: 'stand-in' };

/** Import data that marks a placeholder of a kind without custom data. */
const importMark = { external_id: null, imported_from: 'paddock stand-in' };

/** Returns true if an entity is a placeholder. */
export function isPlaceholder(entity: Entities[SeedKind] | undefined): boolean {
  if (!entity) return false;
  if ('custom_data' in entity) return entity.custom_data?.['paddock'] === mark.paddock;
  return 'import_meta' in entity && entity.import_meta?.imported_from === importMark.imported_from;
}

/**
 * Completes recordings, which hold only part of an account. Adds the customer of an address from 2023, whose
 * responses do not name it, and placeholders for missing references.
 */
export class Placeholders {
  readonly #account: Account;
  readonly #adder: Adder;
  readonly #writer: ReportWriter;
  /** Values of an entity's references, learned from other entities, by its ID. */
  readonly #hints = new Map<string, Record<string, string>>();
  #owner: string | undefined;

  constructor(account: Account, adder: Adder, writer: ReportWriter) {
    this.#account = account;
    this.#adder = adder;
    this.#writer = writer;
  }

  /** Learns about the entities that a row refers to: they belong to its customer. */
  learn(kind: SeedKind, { entity }: ImportRow): void {
    const references = this.#adder.kinds.referencesOf(kind).flatMap(({ field }) => {
      const id = entity[field];
      return typeof id === 'string' ? [[field, id] as const] : [];
    });
    for (const [, id] of references) this.#hints.set(id, { ...Object.fromEntries(references), ...this.#hints.get(id) });
  }

  /** Returns the entity with all required references, after adding placeholders for those that do not exist. */
  complete(kind: SeedKind, given: ImportRow['entity']): ImportRow['entity'] {
    const completed: Record<string, unknown> = { ...given };
    for (const reference of this.#adder.kinds.referencesOf(kind)) {
      const { field } = reference;
      if (reference.isRequired && completed[field] === undefined)
        completed[field] = this.#missing(kind, reference, completed);
      this.#addPlaceholder(kind, reference, completed);
    }
    return completed;
  }

  #missing(kind: SeedKind, { field }: Reference, { id }: ImportRow['entity']): string {
    const hint = this.#hints.get(String(id))?.[field];
    if (hint !== undefined) return hint;
    this.#writer.note(`${kind}.${field}`, 'is missing, so a customer was created as the owner');
    this.#owner ??= this.#account.ids.next('ctm');
    return this.#owner;
  }

  #addPlaceholder(kind: SeedKind, { field, kind: other }: Reference, entity: ImportRow['entity']): void {
    const id = entity[field];
    // Other IDs are reported as faults of the row.
    if (this.#adder.kinds.kindOf(id) !== other || this.#adder.stored(other, id)) return;
    const placeholder = this.complete(other, this.#placeholderOf(other, String(id), entity));
    const fitting = this.#adder.fitted(other, placeholder);
    if (fitting.faults.length > 0 || this.#adder.add(other, fitting.entity).length > 0) return;
    if (id !== this.#owner)
      this.#writer.note(`${kind}.${field}`, `refers to ${other} that do not exist, so placeholders were added`);
  }

  /** Returns the document's example, with the known fields of the entity and with optional fields emptied. */
  #placeholderOf(kind: SeedKind, id: string, { customer_id, created_at }: ImportRow['entity']): JsonObject {
    const { node, properties } = this.#account.spec.schemas.named(kinds[kind].schema);
    const example = isObject(node['example']) ? node['example'] : {};
    const known: Record<string, unknown> = {
      ...this.#hints.get(id),
      customer_id,
      created_at,
      updated_at: created_at,
      id,
    };
    const fields = [...properties].map(
      ([
        name,
        {
          types,
          isNullable,
          node: { format },
        },
      ]) => {
        if (name === 'custom_data') return [name, mark] as const;
        if (name === 'import_meta' && !properties.has('custom_data')) return [name, importMark] as const;
        if (format === 'email') return [name, `${id}@example.com`] as const;
        if (known[name] !== undefined) return [name, known[name]] as const;
        return [name, isNullable && types.includes('string') && format === undefined ? null : example[name]] as const;
      },
    );
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as JsonObject;
  }
}
