import type { Account } from '../context.ts';
import { type SeedCounts, SeedRefusal, seedAccount, seedKinds } from '../state/seeds.ts';
import { readCsv } from './csv.ts';
import { readRecorded } from './recorded.ts';
import { type ImportRow, type ImportSource, kindOf } from './source.ts';

/** A row that was not added, and why. */
export type RefusedRow = {
  /** The line of a CSV file, or the number of the entity, from 1. */
  row: number;
  id: string | null;
  /** The field that does not fit; `null` where it is the whole. */
  field: string | null;
  reason: string;
};

/** What came of an import. */
export type ImportReport = { accepted: SeedCounts; refused: RefusedRow[] };

/**
 * Adds the entities of a source, each that fits: exports of real accounts are seldom without a row that does not. What
 * is refused is told row by row. Rows may come in any order; owners are added first.
 *
 * @throws UsageError for what is no CSV
 */
export function importInto(account: Account, source: ImportSource): ImportReport {
  const rows = 'csv' in source ? readCsv(source.csv, defaultsOf(account)) : readRecorded(source.recorded);
  const accepted = Object.fromEntries(seedKinds.map((kind) => [kind, 0])) as SeedCounts;
  const refused: RefusedRow[] = rows.filter(({ entity }) => !kindOf(entity.id)).map(refusalOfUnknown);
  account.store.together(() => {
    for (const kind of seedKinds) {
      for (const row of rows.filter(({ entity }) => kindOf(entity.id) === kind)) {
        const refusal = add(account, kind, row);
        if (refusal) refused.push(refusal);
        else accepted[kind] += 1;
      }
    }
  });
  return { accepted, refused: refused.toSorted((one, other) => one.row - other.row) };
}

function defaultsOf(account: Account) {
  return { ...account.moment(), makeId: account.ids.next.bind(account.ids) };
}

function add(account: Account, kind: keyof SeedCounts, { row, entity }: ImportRow): RefusedRow | undefined {
  try {
    seedAccount(account, { [kind]: [entity] });
    return undefined;
  } catch (error) {
    if (!(error instanceof SeedRefusal)) throw error;
    // The path begins with the kind and the index, which is 0.
    const field = error.path.split('.').slice(2).join('.') || null;
    return { row, id: String(entity.id), field, reason: error.problem };
  }
}

function refusalOfUnknown({ row, entity }: ImportRow): RefusedRow {
  const id = typeof entity.id === 'string' ? entity.id : null;
  return {
    row,
    id,
    field: 'id',
    reason: 'is no Paddle ID of a customer, address, business, subscription or transaction',
  };
}
