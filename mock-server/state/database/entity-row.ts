import { isObject } from '#openapi/document/json.ts';
import { type Entities, type Kind, kinds, perKind } from '../../resources/kinds.ts';

/**
 * Statements that store an entity of each kind, new or changed. Their values come from `rowOf`. The first one changes
 * nothing if a key of a stored entity differs; it spares SQLite the indexes of keys, which seldom change.
 */
export const upserts = perKind((kind) => [upsertOf(kind, true), upsertOf(kind, false)] as const);

type Reader = (entity: object) => readonly unknown[];

const readers = perKind((kind) => {
  const { keys, times, searched } = kinds[kind];
  return { keys: keys.map(readerOf), times: times.map(readerOf), searched: searched.map(readerOf) };
});

/**
 * The values of an entity's row.
 *
 * @param dueAfter leaves out an earlier due time, in milliseconds; default: keeps all
 */
export function rowOf<Name extends Kind>(
  kind: Name,
  account: number,
  entity: Entities[Name],
  text: string,
  dueAfter = Number.NEGATIVE_INFINITY,
) {
  const { keys, times, searched } = readers[kind];
  const row: (string | number | null)[] = [account, entity.id, text, searchedText(entity, searched)];
  for (const read of keys) row.push(toKey(read(entity)[0]));
  for (const read of times) row.push(toTime(read(entity)[0]));
  const { dueAt, figures, figureColumns = [] } = kinds[kind];
  if (dueAt) row.push(laterThan(dueAfter, dueAt(entity)));
  const counted = figures?.(entity) ?? {};
  for (const column of figureColumns) row.push(counted[column] ?? null);
  return row;
}

function laterThan(time: number, due: number | undefined): number | null {
  return due !== undefined && due > time ? due : null;
}

/** Returns the entity as its events contain it. */
export function announcedOf(kind: Kind, entity: object): object {
  const { unannounced = [] } = kinds[kind];
  return Object.fromEntries(Object.entries(entity).filter(([field]) => !unannounced.includes(field)));
}

/** The columns of the values that `rowOf` gives. */
export function rowColumns(kind: Kind): string[] {
  return [
    'account',
    'id',
    'json',
    'searched',
    ...filterColumns(kind),
    ...(kinds[kind].dueAt ? ['due_at'] : []),
    ...figureColumnsOf(kind),
  ];
}

function figureColumnsOf(kind: Kind): readonly string[] {
  return kinds[kind].figureColumns ?? [];
}

/** The columns that lists filter by. */
export function filterColumns(kind: Kind): string[] {
  return [...kinds[kind].keys, ...kinds[kind].times].map(columnOf);
}

export function columnOf(path: string): string {
  return path.replaceAll('.', '_');
}

function upsertOf(kind: Kind, hasSameKeys: boolean): string {
  const all = rowColumns(kind);
  const keys = kinds[kind].keys.map(columnOf);
  const kept = ['account', 'id', ...(hasSameKeys ? keys : [])];
  const changed = all.filter((column) => !kept.includes(column)).map((column) => `${column} = excluded.${column}`);
  const same = hasSameKeys ? keys.map((key) => `${kind}.${key} IS excluded.${key}`) : [];
  return `INSERT INTO ${kind} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})
    ON CONFLICT DO UPDATE SET previous = json, ${changed.join(', ')} WHERE ${['TRUE', ...same].join(' AND ')}`;
}

/** Makes a function that reads the values at a path; a path through a list has several. */
function readerOf(path: string): Reader {
  const [field = '', ...rest] = path.split('.');
  if (rest.length === 0) return (entity) => [Reflect.get(entity, field)];
  const inner = readerOf(rest.slice(rest[0] === '*' ? 1 : 0).join('.'));
  return (entity) => [Reflect.get(entity, field)].flat().flatMap((part) => (isObject(part) ? inner(part) : []));
}

function searchedText(entity: { id: string }, searched: readonly Reader[]): string {
  let text = entity.id;
  for (const read of searched) for (const value of read(entity)) if (typeof value === 'string') text += `\n${value}`;
  return text.toLowerCase();
}

function toKey(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

function toTime(value: unknown): number | null {
  return typeof value === 'string' ? Date.parse(value) : null;
}
