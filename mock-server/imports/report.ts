import type { Fault } from '../state/adder.ts';
import type { SeedKind } from '../state/entity-kinds.ts';
import { byKind, type SeedCounts } from '../state/seeds.ts';

/** A row that was not added, and all that does not fit in it. */
export type RefusedRow = {
  /** The line of a CSV file, or the number of the entity, from 1. */
  row: number;
  /** Its ID in the source; `null` where it has none. */
  id: string | null;
  faults: readonly Fault[];
};

/** What was done beside adding what the source says. */
export type ImportNote = {
  /** The kind, and the field that it is about, such as `transactions.ledger_id`. */
  about: string;
  /** How many rows it is about. */
  rows: number;
  note: string;
};

/** What came of an import. */
export type ImportReport = { accepted: SeedCounts; refused: RefusedRow[]; notes: ImportNote[] };

/** Puts a report together row by row. */
export class ReportWriter {
  readonly #accepted = byKind(() => 0);
  readonly #refused: RefusedRow[] = [];
  readonly #notes = new Map<string, ImportNote>();

  accept(kind: SeedKind): void {
    this.#accepted[kind] += 1;
  }

  refuse(row: number, id: unknown, faults: readonly Fault[]): void {
    this.#refused.push({ row, id: typeof id === 'string' ? id : null, faults });
  }

  note(about: string, note: string): void {
    const key = `${about}: ${note}`;
    const known = this.#notes.get(key);
    if (known) known.rows += 1;
    else if (this.#notes.size < notesAtMost) this.#notes.set(key, { about, rows: 1, note });
  }

  get report(): ImportReport {
    return {
      accepted: this.#accepted,
      refused: this.#refused.toSorted((one, other) => one.row - other.row),
      notes: [...this.#notes.values()],
    };
  }
}

/** More different ones nobody reads. */
const notesAtMost = 200;
