import type { components as Guide } from '#openapi/generated/guide.ts';
import type { components as Official } from '#openapi/generated/official.ts';

type Schemas = { guide: Guide['schemas']; official: Official['schemas'] };
/** A schema of either document: that of an entity which only events show is not in the guide's. */
export type SchemaName = keyof Schemas['official'];

type InGuide = Schemas['guide'] & Omit<Schemas['official'], keyof Schemas['guide']>;

/** Types each field as in either document. */
type Either<One, Other> = { [Field in keyof One & keyof Other]: One[Field] | Other[Field] };

/** An entity of a schema, under any mix of behaviours. */
export type Entity<Name extends SchemaName> = Either<InGuide[Name], Schemas['official'][Name]>;

/** Path of a field: its name, or `field.inner`; `list.*.inner` for each item of a list. */
type FieldPath<Whole> = {
  [Field in keyof Whole & string]: Field | `${Field}.${InnerPath<NonNullable<Whole[Field]>>}`;
}[keyof Whole & string];
type InnerPath<Part> = Part extends readonly (infer Item)[]
  ? `*.${keyof Item & string}`
  : Part extends object
    ? keyof Part & string
    : never;

/** Definition of a kind of entity. All else derives from its schema in the document. */
export type KindDefinition = {
  /** Name of the schema in the document, and first part of its event types. */
  schema: SchemaName;
  /** First part of its IDs. */
  idPrefix: string;
  /** Fields that lists filter by. Each has an indexed column, named by its path without the dots. */
  keys: readonly string[];
  /** Times that lists filter and sort by. */
  times: readonly string[];
  /** True if many have one status, so that totals by time and status are kept for lists by time. */
  isCountedByTime?: boolean;
  /** Further fields that lists sort by, without an index. Default: none. */
  sorted?: { texts: readonly string[]; numbers?: readonly string[] };
  /** Keys that are compared in any letter case. Default: none. */
  caseless?: readonly string[];
  /** Fields that `search` covers, besides the ID. */
  searched: readonly string[];
  /** True if its statuses are active and archived. Most entities are active, so only archived ones are indexed. */
  isArchivable: boolean;
  /** True if seeds and imports can add it. */
  isSeedable: boolean;
  /** Fields that are left out of events. */
  unannounced?: readonly string[];
  /** Texts that are stored with an entity and left out of responses, such as the ID of what it belongs to. Default: none. */
  unpublished?: readonly string[];
  /**
   * Returns the time at which an entity changes by itself next, in milliseconds; `undefined` if it does not. It has an
   * indexed column, `due_at`, and `resources/sources.ts` says what happens then.
   */
  dueAt?(entity: object): number | undefined;
  /** True if its entities are read again and again, such as the prices of sales, so that they are kept parsed. */
  isShared?: boolean;
  /** True if seeded and imported entities whose time has passed stay as they are until something changes them. */
  isLeftOverdue?: boolean;
  /** Returns the figures that metrics are counted from, by column, from the entity's fields alone. */
  figures?(entity: object): Figures;
  /** Columns of figures. */
  figureColumns?: readonly string[];
};

/** Figures of an entity by column; null where it has none. */
export type Figures = Readonly<Record<string, number | null>>;

/** Checks a kind's fields against its schema at compile time. */
export function defineKind<
  const Schema extends SchemaName,
  const Prefix extends string,
  const Archivable extends boolean,
  const Seedable extends boolean,
  const Unpublished extends string = never,
>(kind: {
  schema: Schema;
  idPrefix: Prefix;
  keys: readonly (FieldPath<Entity<Schema>> | NoInfer<Unpublished>)[];
  times: readonly FieldPath<Entity<Schema>>[];
  sorted?: { texts: readonly FieldPath<Entity<Schema>>[]; numbers?: readonly FieldPath<Entity<Schema>>[] };
  caseless?: readonly FieldPath<Entity<Schema>>[];
  searched: readonly FieldPath<Entity<Schema>>[];
  isArchivable: Archivable;
  isSeedable: Seedable;
  unannounced?: readonly ((keyof Entity<Schema> & string) | NoInfer<Unpublished>)[];
  unpublished?: readonly Unpublished[];
  dueAt?: (entity: Entity<Schema> & Record<NoInfer<Unpublished>, string>) => number | undefined;
  figures?: (entity: Entity<Schema>) => Figures;
  figureColumns?: readonly string[];
  isShared?: boolean;
  isCountedByTime?: boolean;
  isLeftOverdue?: boolean;
}): KindDefinition & {
  schema: Schema;
  idPrefix: Prefix;
  isArchivable: Archivable;
  isSeedable: Seedable;
  unpublished?: readonly Unpublished[];
} {
  return kind;
}
