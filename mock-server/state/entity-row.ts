import type { Entities, Kind } from './entities.ts';
import { kindNames, kinds } from './kinds.ts';

/** The statement that stores an entity of each kind, new or changed. Its values come from `rowOf`. */
export const upserts = Object.fromEntries(kindNames.map((kind) => [kind, upsertOf(kind, () => '?')])) as Record<
  Kind,
  string
>;

/** The values of an entity's row. */
export function rowOf<Name extends Kind>(kind: Name, account: number, entity: Entities[Name], text: string) {
  const { columns, times, searched } = kinds[kind];
  const fields = [entity.id, ...searched(entity)];
  return [
    account,
    entity.id,
    text,
    fields
      .filter((field) => field !== null)
      .join('\n')
      .toLowerCase(),
    ...Object.values(columns).map((read) => read(entity)),
    ...Object.values(times).map((read) => toTime(read(entity))),
  ];
}

/** The columns of the values that `rowOf` gives. */
export function rowColumns(kind: Kind): string[] {
  const { columns, times } = kinds[kind];
  return ['account', 'id', 'json', 'searched', ...Object.keys(columns), ...Object.keys(times)];
}

/** SQL that stores an entity, new or changed, from the values that another piece of SQL names for each column. */
export function upsertOf(kind: Kind, value: (column: string) => string): string {
  const all = rowColumns(kind);
  const changed = all.filter((column) => column !== 'account' && column !== 'id');
  return `INSERT INTO ${kind} (${all.join(', ')}) VALUES (${all.map(value).join(', ')})
    ON CONFLICT DO UPDATE SET previous = json, ${changed.map((column) => `${column} = excluded.${column}`).join(', ')}`;
}

function toTime(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}
