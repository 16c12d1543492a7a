import type { JsonObject } from '#openapi/document/json.ts';
import type { Account } from '../account/account.ts';
import { kinds, type SeedKind } from '../resources/kinds.ts';
import type { Reference } from '../state/entity-kinds.ts';
import type { Adder } from './adder.ts';
import type { ReportWriter } from './report.ts';
import type { ImportRow } from './source.ts';

/** How custom data marks an entity that stands in for one that a recording lacks. An import of the entity itself replaces it. */
const mark = { paddock: 'stand-in' };

/** Whether an entity only stands in for another. */
export function isStandIn(entity: { custom_data?: unknown } | undefined): boolean {
  const data = entity?.custom_data;
  return typeof data === 'object' && data !== null && 'paddock' in data && data.paddock === mark.paddock;
}

/**
 * Fills gaps of recordings, which hold a part of an account: the customer of an address of 2023, whose answers do not
 * name it, and entities that others refer to.
 */
export class Gaps {
  readonly #account: Account;
  readonly #adder: Adder;
  readonly #writer: ReportWriter;
  /** What others say of an entity: values of its references, by its ID. */
  readonly #hints = new Map<string, Record<string, string>>();
  #owner: string | undefined;

  constructor(account: Account, adder: Adder, writer: ReportWriter) {
    this.#account = account;
    this.#adder = adder;
    this.#writer = writer;
  }

  /** Keeps what a row says of the entities that it refers to: its customer is theirs. */
  learn(kind: SeedKind, { entity }: ImportRow): void {
    const references = this.#adder.kinds.referencesOf(kind);
    const said = references.flatMap(({ field }) => {
      const id = entity[field];
      return typeof id === 'string' ? [[field, id] as const] : [];
    });
    for (const [, id] of said) this.#hints.set(id, { ...Object.fromEntries(said), ...this.#hints.get(id) });
  }

  /** The entity with all references that it needs, and stand-ins for what they refer to and is not there. */
  close(kind: SeedKind, given: ImportRow['entity']): ImportRow['entity'] {
    const closed: Record<string, unknown> = { ...given };
    for (const reference of this.#adder.kinds.referencesOf(kind)) {
      const { field } = reference;
      if (reference.isRequired && closed[field] === undefined) closed[field] = this.#missing(kind, reference, closed);
      this.#standInFor(kind, reference, closed);
    }
    return closed;
  }

  #missing(kind: SeedKind, { field }: Reference, { id }: ImportRow['entity']): string {
    const hint = this.#hints.get(String(id))?.[field];
    if (hint !== undefined) return hint;
    this.#writer.note(`${kind}.${field}`, 'is missing, so a customer was created as the owner');
    this.#owner ??= this.#account.ids.next('ctm');
    return this.#owner;
  }

  #standInFor(kind: SeedKind, { field, kind: other }: Reference, entity: ImportRow['entity']): void {
    const id = entity[field];
    // What is no ID of that kind is told as a fault of the row.
    if (this.#adder.kinds.kindOf(id) !== other || this.#adder.stored(other, id)) return;
    const standIn = this.close(other, this.#imagine(other, String(id), entity));
    const fitting = this.#adder.fitted(other, standIn);
    if (fitting.faults.length > 0 || this.#adder.add(other, fitting.entity).length > 0) return;
    if (id !== this.#owner)
      this.#writer.note(`${kind}.${field}`, `refers to ${other} that do not exist, so placeholders were added`);
  }

  /** The example of the document, with what is known of the entity, and nothing in it that may be empty. */
  #imagine(kind: SeedKind, id: string, { customer_id, created_at }: ImportRow['entity']): JsonObject {
    const { shapes } = this.#account.spec;
    const shape = shapes.named(kinds[kind].schema);
    const known: Record<string, unknown> = {
      ...this.#hints.get(id),
      customer_id,
      created_at,
      updated_at: created_at,
      id,
    };
    const fields = [...(shape.fields ?? [])].map(([name, { property }]) => {
      const { isNullable, isText, format } = shapes.of(property);
      if (name === 'custom_data') return [name, mark] as const;
      if (format === 'email') return [name, `${id}@example.com`] as const;
      if (known[name] !== undefined) return [name, known[name]] as const;
      return [name, isNullable && isText && format === undefined ? null : shape.example?.[name]] as const;
    });
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as JsonObject;
  }
}
