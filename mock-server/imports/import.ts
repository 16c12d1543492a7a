import type { Account } from '../account/account.ts';
import { kinds, type SeedKind, seedKinds } from '../resources/kinds.ts';
import type { EntityKinds } from '../state/entity-kinds.ts';
import { inPortions, type Steps } from '../time/in-portions.ts';
import { Adder } from './adder.ts';
import { readCsv } from './csv.ts';
import { isPlaceholder, Placeholders } from './placeholders.ts';
import { findRecorded } from './recorded.ts';
import { type ImportReport, ReportWriter } from './report.ts';
import { byKind } from './seeds.ts';
import type { ImportRow, ImportSource } from './source.ts';

/**
 * Imports the valid entities of a source: exports of real accounts rarely have none that is invalid. Refused rows are
 * reported one by one. Rows may come in any order; owners are added first. Works in portions, so that requests are
 * answered meanwhile.
 *
 * @throws UsageError for invalid CSV
 */
export async function importInto(account: Account, source: ImportSource): Promise<ImportReport> {
  const adder = new Adder(account, source.events === 'imported');
  try {
    return await inPortions(account, addAndAnnounce(account, adder, source));
  } catch (error) {
    adder.undo();
    throw error;
  }
}

/** Adds the valid entities of a source, and announces them. */
function* addAndAnnounce(account: Account, adder: Adder, source: ImportSource): Steps<ImportReport> {
  const report = yield* addSource(account, adder, source);
  yield* adder.announceAll();
  return report;
}

type RowsByKind = Record<SeedKind, ImportRow[]>;
/** Entities that are rows of their own, and those included in others. */
type Rows = { rows: RowsByKind; included: RowsByKind };

/** Adds the valid entities of a source. */
export function* addSource(account: Account, adder: Adder, source: ImportSource): Steps<ImportReport> {
  const writer = new ReportWriter();
  const { rows, included } = yield* takeRows(account, adder.kinds, source, writer);
  // Only recordings are partial; a table is taken to be complete.
  const placeholders = 'csv' in source ? undefined : new Placeholders(account, adder, writer);
  for (const kind of seedKinds) {
    for (const row of [...rows[kind], ...included[kind]]) {
      placeholders?.learn(kind, row);
      yield;
    }
  }
  for (const kind of adder.kinds.ownersFirst) {
    for (const row of rows[kind]) {
      addRow(adder, kind, row, placeholders, writer);
      yield;
    }
    for (const row of included[kind]) {
      addIncluded(adder, kind, row, placeholders, writer);
      yield;
    }
  }
  return writer.report;
}

function addRow(
  adder: Adder,
  kind: SeedKind,
  row: ImportRow,
  placeholders: Placeholders | undefined,
  writer: ReportWriter,
): void {
  const { faults, hint, dropped, entity } = adder.fitted(kind, completed(kind, row, placeholders));
  for (const field of dropped) {
    const part = row.entity[field];
    // Included entities were added by themselves.
    const isIncluded = typeof part === 'object' && part !== null && 'id' in part && adder.kinds.kindOf(part.id);
    if (!isIncluded) writer.note(`${kind}.${field}`, 'is not a field of the API and was left out');
  }
  const isTaken = adder.hasEmail(kind, entity['email']);
  const all = faults.length > 0 ? faults : adder.add(kind, entity, isPlaceholder(adder.stored(kind, entity['id'])));
  if (all.length > 0) {
    if (hint !== undefined) writer.note(kind, `were refused. ${hint}`);
    writer.refuse(row.row, row.isIdMade ? null : row.entity['id'], all);
    return;
  }
  writer.accept(kind);
  if (row.isIdMade)
    writer.note(`${kind}.id`, 'is missing, so new IDs were generated; importing the file again adds duplicates');
  if (isTaken) writer.note(`${kind}.email`, 'was already used by another customer, which `duplicate-emails` allows');
}

/** Adds an included entity that is not a row of its own. Its faults become notes, and do not refuse the row. */
function addIncluded(
  adder: Adder,
  kind: SeedKind,
  row: ImportRow,
  placeholders: Placeholders | undefined,
  writer: ReportWriter,
): void {
  const existing = adder.stored(kind, row.entity['id']);
  if (existing && !isPlaceholder(existing)) return;
  const { faults, entity } = adder.fitted(kind, completed(kind, row, placeholders), row.within);
  const all = faults.length > 0 ? faults : adder.add(kind, entity, existing !== undefined);
  if (all.length === 0) writer.accept(kind);
  for (const { field, reason } of all) writer.note(`${kind}.${field}`, `was invalid as an included entity: ${reason}`);
}

function completed(kind: SeedKind, { entity }: ImportRow, placeholders: Placeholders | undefined): ImportRow['entity'] {
  return placeholders ? placeholders.complete(kind, entity) : entity;
}

/** Returns the rows to add, by kind; the latest one of each entity. */
function* takeRows(account: Account, { kindOf }: EntityKinds, source: ImportSource, writer: ReportWriter): Steps<Rows> {
  const rows = byKind(() => new Map<unknown, ImportRow>());
  const included = byKind((): ImportRow[] => []);
  for (const row of readSource(account, kindOf, source)) {
    if (row === 'pause') {
      yield;
      continue;
    }
    const { id } = row.entity;
    const kind = kindOf(id);
    if (!kind) leaveOut(row, 'csv' in source, writer);
    else if (row.within) included[kind].push(row);
    else {
      const known = rows[kind].get(id);
      if (known) writer.note(kind, 'appeared more than once; the latest was used');
      if (!known || timeOf(row) >= timeOf(known)) rows[kind].set(id, row);
    }
    yield;
  }
  return { rows: byKind((kind) => [...rows[kind].values()]), included };
}

function* readSource(
  account: Account,
  kindOf: EntityKinds['kindOf'],
  source: ImportSource,
): Generator<ImportRow | 'pause'> {
  if ('csv' in source) {
    yield* readCsv(source.csv, { ...account.moment(), makeId: (prefix) => account.ids.next(prefix) });
    return;
  }
  let row = 0;
  for (const found of findRecorded(source.recorded, (id) => kindOf(id) !== undefined)) {
    if (found === 'pause') {
      yield found;
      continue;
    }
    if (!found.within) row += 1;
    yield { row, ...found };
  }
}

/** Skips data of Paddle's that is not stored, with a note. Data that Paddle never sends is refused. */
function leaveOut({ row, entity: { id }, isOther }: ImportRow, isTable: boolean, writer: ReportWriter): void {
  const [, prefix] = (!isTable && typeof id === 'string' && /^([a-z]{2,20}_)[a-z\d]{26}$/.exec(id)) || [];
  if (prefix !== undefined) writer.note(`${prefix}…`, 'is of a kind that cannot be imported, and was left out');
  else if (isOther) writer.note('answers', 'without an entity, such as errors and previews, were left out');
  else writer.refuse(row, id, [{ field: 'id', reason: unknownId }]);
}

const unknownId = `is no Paddle ID of ${new Intl.ListFormat('en', { type: 'disjunction' }).format(
  seedKinds.map((kind) => `a ${kinds[kind].schema}`),
)}`.replaceAll(' a address', ' an address');

function timeOf({ entity }: ImportRow): number {
  return Date.parse(String(entity['updated_at'])) || 0;
}
