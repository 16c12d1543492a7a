import type { Schema } from '#openapi/document/schema.ts';
import { kinds, type SeedKind, seedKinds } from '../resources/kinds.ts';
import type { Spec } from '../spec/spec.ts';

/** A field that holds the ID of another entity. */
export type Reference = { field: string; kind: SeedKind; isRequired: boolean };

/** References between kinds and prefixes of IDs, read from a document. */
export type EntityKinds = {
  /** Kinds, each behind those that it refers to. */
  ownersFirst: readonly SeedKind[];
  /** Returns the kind of an ID; undefined for an unknown prefix or no ID. */
  kindOf(id: unknown): SeedKind | undefined;
  /** Returns the references of a kind, its customer first. */
  referencesOf(kind: SeedKind): readonly Reference[];
};

const known = new WeakMap<Spec, EntityKinds>();

/** Reads the kinds from a document. */
export function entityKindsOf(spec: Spec): EntityKinds {
  const entityKinds = known.get(spec) ?? read(spec);
  known.set(spec, entityKinds);
  return entityKinds;
}

function read({ schemas }: Spec): EntityKinds {
  const fieldsOf = (kind: SeedKind) => schemas.named(kinds[kind].schema).properties;
  const patternOf = (field: Schema | undefined) => {
    const pattern = field?.node['pattern'];
    return typeof pattern === 'string' ? pattern : undefined;
  };
  const kindByPattern = new Map(seedKinds.map((kind) => [patternOf(fieldsOf(kind).get('id')), kind]));
  const kindByPrefix = new Map([...kindByPattern].map(([pattern, kind]) => [prefixOf(pattern), kind]));
  const references = new Map(
    seedKinds.map((kind) => [
      kind,
      [...fieldsOf(kind)].flatMap(([field, schema]) => {
        const other = field === 'id' ? undefined : kindByPattern.get(patternOf(schema));
        return other ? [{ field, kind: other, isRequired: !schema.isNullable }] : [];
      }),
    ]),
  );
  const referencesOf = (kind: SeedKind) => references.get(kind) ?? [];
  return {
    referencesOf,
    ownersFirst: sortOwnersFirst(referencesOf),
    kindOf: (id) => (typeof id === 'string' ? kindByPrefix.get(id.split('_')[0]) : undefined),
  };
}

/** Extracts the prefix from a pattern such as `^ctm_[a-z\d]{26}$`. */
function prefixOf(pattern = ''): string | undefined {
  return /^\^([a-z]+)_/.exec(pattern)?.[1];
}

function sortOwnersFirst(referencesOf: (kind: SeedKind) => readonly Reference[]): SeedKind[] {
  const sorted = new Set<SeedKind>();
  const entered = new Set<SeedKind>();
  function enter(kind: SeedKind): void {
    if (entered.has(kind)) return;
    entered.add(kind);
    for (const reference of referencesOf(kind)) enter(reference.kind);
    sorted.add(kind);
  }
  for (const kind of seedKinds) enter(kind);
  return [...sorted];
}
