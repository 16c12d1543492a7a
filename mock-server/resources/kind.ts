import type { components as Guide } from '#openapi/generated/guide.ts';
import type { components as Official } from '#openapi/generated/official.ts';

type Schemas = { guide: Guide['schemas']; official: Official['schemas'] };
export type SchemaName = keyof Schemas['guide'] & keyof Schemas['official'];

/** Each field may be as in the one document or as in the other. */
type Either<One, Other> = { [Field in keyof One & keyof Other]: One[Field] | Other[Field] };

/** An entity of a schema, under any mix of behaviours. */
export type Entity<Name extends SchemaName> = Either<Schemas['guide'][Name], Schemas['official'][Name]>;

/** The path of a field: its name, or `field.inner`; `list.*.inner` for each item of a list. */
type FieldPath<Whole> = {
  [Field in keyof Whole & string]: Field | `${Field}.${InnerPath<NonNullable<Whole[Field]>>}`;
}[keyof Whole & string];
type InnerPath<Part> = Part extends readonly (infer Item)[]
  ? `*.${keyof Item & string}`
  : Part extends object
    ? keyof Part & string
    : never;

/** A kind of entity, as far as the engine has to know it. All else follows from its schema in the document. */
export type KindDefinition = {
  /** Name of the schema in the document. Event types begin with it too. */
  schema: SchemaName;
  /** The first part of its IDs. */
  idPrefix: string;
  /** Fields that lists filter by. Each has a column with an index, without the dots of its path. */
  keys: readonly string[];
  /** Times that lists filter and sort by. */
  times: readonly string[];
  /** Fields that `search` looks in, besides the ID. */
  searched: readonly string[];
  /** Whether its statuses are active and archived. Most entities are active, so only archived ones are indexed. */
  isArchivable: boolean;
  /** Whether seeds and imports can add it. */
  isSeedable: boolean;
  /** Fields that no event has. */
  unannounced?: readonly string[];
};

/** Checks a kind's fields against its schema. */
export function defineKind<
  const Schema extends SchemaName,
  const Prefix extends string,
  const Archivable extends boolean,
  const Seedable extends boolean,
>(kind: {
  schema: Schema;
  idPrefix: Prefix;
  keys: readonly FieldPath<Entity<Schema>>[];
  times: readonly FieldPath<Entity<Schema>>[];
  searched: readonly FieldPath<Entity<Schema>>[];
  isArchivable: Archivable;
  isSeedable: Seedable;
  unannounced?: readonly (keyof Entity<Schema> & string)[];
}): KindDefinition & { schema: Schema; idPrefix: Prefix; isArchivable: Archivable; isSeedable: Seedable } {
  return kind;
}
