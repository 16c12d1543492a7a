import type { Statements } from '../database/database.ts';

/** An event without its entity. */
type EventName = { event_id: string; event_type: string; occurred_at: string };

/** Number of newest events among which those of one entity are looked for, since events have no index by entity. */
const eventsSearched = 20_000;

/** Surveys of one account's rows, for its owner. */
export class Surveys {
  readonly #account: number;
  readonly #statements: Statements;

  constructor(account: number, statements: Statements) {
    this.#account = account;
    this.#statements = statements;
  }

  /** Returns the numbers of entities by kind and status, of events and of notifications. */
  counts(): { kind: string; status: string; number: number }[] {
    const sql = 'SELECT kind, status, number FROM counts WHERE account = ? AND number > 0 ORDER BY kind, status';
    // The columns are those of the SELECT.
    return this.#statements(sql).all(this.#account) as { kind: string; status: string; number: number }[];
  }

  /** Lists the events of an entity, newest first. */
  eventsOf(id: string, atMost: number): EventName[] {
    // An entity's text begins with its ID, and its events are later than itself, unless it was imported.
    const sql = `SELECT id AS event_id, event_type, occurred_at FROM
      (SELECT * FROM events WHERE account = ? ORDER BY id DESC LIMIT ${eventsSearched})
      WHERE instr(substr(data, 1, 100), ?) > 0 ORDER BY id DESC LIMIT ?`;
    // The columns are those of the SELECT.
    return this.#statements(sql).all(this.#account, `"id":"${id}"`, atMost) as EventName[];
  }
}
