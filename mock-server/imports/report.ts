import type { SeedKind } from '../resources/kinds.ts';
import type { Fault } from './adder.ts';
import { byKind, type SeedCounts } from './seeds.ts';

/** A refused row, with all its faults. */
export type RefusedRow = {
  /** The line in a CSV file, or the position of the entity, from 1. */
  row: number;
  /** ID in the source, or `null`. */
  id: string | null;
  faults: readonly Fault[];
};

/** A change made to the data while importing. */
export type ImportNote = {
  /** The kind and field, such as `transactions.ledger_id`. */
  about: string;
  /** Number of affected rows. */
  rows: number;
  note: string;
};

/** The result of an import. */
export type ImportReport = { accepted: SeedCounts; refused: RefusedRow[]; notes: ImportNote[] };

/** Builds a report row by row. */
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

/** More distinct notes would not be read. */
const notesAtMost = 200;
