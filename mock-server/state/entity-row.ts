import type { Entities, Kind } from './entities.ts';
import { kindNames, kinds } from './kinds.ts';

/** The statement that stores an entity of each kind, new or changed. Its values come from `rowOf`. */
export const upserts = Object.fromEntries(kindNames.map((kind) => [kind, upsertOf(kind)])) as Record<Kind, string>;

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

function upsertOf(kind: Kind): string {
  const key = ['account', 'id'];
  const { columns, times } = kinds[kind];
  const values = ['json', 'searched', ...Object.keys(columns), ...Object.keys(times)];
  const all = [...key, ...values];
  return `INSERT INTO ${kind} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})
    ON CONFLICT DO UPDATE SET previous = json, ${values.map((column) => `${column} = excluded.${column}`).join(', ')}`;
}

function toTime(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}
