import type { Entities, Kind } from '../../resources/kinds.ts';
import type { Statements } from '../database/database.ts';

/** A condition of SQL, with its values. */
export type ExtractCondition = { readonly sql: string; readonly values: readonly (string | number)[] };

/** Entities of a kind that are read in the order of their last changes, however many. */
export type Extract<Name extends Kind = Kind> = {
  readonly kind: Name;
  readonly conditions: readonly ExtractCondition[];
  /** SQL of the time that they are sorted by, in milliseconds. */
  readonly sortedBy: string;
  /** SQL of the number of rows that an entity stands for. Default: 1. */
  readonly rows?: string;
};

/** The end of a page: a time and an ID. */
export type ExtractPlace = readonly [time: number, id: string];

type Row = [time: number, id: string, json: string];

/** Reads entities in pages that may be far apart in time, so that nothing waits for a long extract. */
export class Extracts {
  readonly #account: number;
  readonly #statements: Statements;

  constructor(account: number, statements: Statements) {
    this.#account = account;
    this.#statements = statements;
  }

  /** Counts the rows of an extract. */
  count({ kind, conditions, rows = '1' }: Extract): number {
    const { sql, values } = this.#where(conditions);
    return Number(
      this.#statements(`SELECT total(${rows}) FROM ${kind} WHERE ${sql}`)
        .pluck()
        .get(...values),
    );
  }

  /** Reads the entities after a place. */
  page<Name extends Kind>(
    { kind, conditions, sortedBy }: Extract<Name>,
    after: ExtractPlace | undefined,
    atMost: number,
  ): { entities: Entities[Name][]; last: ExtractPlace | undefined } {
    const behind = after && { sql: `(${sortedBy}, id) > (?, ?)`, values: after };
    const { sql, values } = this.#where(behind ? [...conditions, behind] : conditions);
    const text = `SELECT ${sortedBy}, id, json FROM ${kind} WHERE ${sql} ORDER BY ${sortedBy}, id LIMIT ?`;
    // The columns are those of the SELECT.
    const found = this.#statements(text)
      .raw()
      .all(...values, atMost) as Row[];
    const [time, id] = found.at(-1) ?? [];
    return {
      // The store wrote them from entities of the kind.
      entities: found.map(([, , json]) => JSON.parse(json) as Entities[Name]),
      last: time === undefined || id === undefined ? undefined : [time, id],
    };
  }

  #where(conditions: readonly ExtractCondition[]): ExtractCondition {
    return {
      sql: ['account = ?', ...conditions.map(({ sql }) => sql)].join(' AND '),
      values: [this.#account, ...conditions.flatMap(({ values }) => values)],
    };
  }
}
