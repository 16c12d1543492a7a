import type { Kind } from '../../resources/kinds.ts';
import type { Statements } from '../database/database.ts';

/** One account's entities of a kind, or facts about them, in the order of one of their times, such as their next billing date. */
export class DueEntities {
  readonly #account: number;
  readonly #statements: Statements;
  readonly #first: string;
  readonly #at: string;
  readonly #upcoming: string;

  /** @param time one of the table's times, which has an index */
  constructor(account: number, statements: Statements, table: Kind | 'private_facts', time: string) {
    this.#account = account;
    this.#statements = statements;
    this.#first = `SELECT ${time} FROM ${table} WHERE account = ? AND ${time} IS NOT NULL ORDER BY ${time} LIMIT 1`;
    this.#upcoming = `SELECT id, ${time} AS time FROM ${table} WHERE account = ? AND ${time} IS NOT NULL ORDER BY ${time}, id LIMIT ?`;
    this.#at = `SELECT id FROM ${table} WHERE account = ? AND ${time} = ? ORDER BY id LIMIT ?`;
  }

  /** Returns the earliest time, in milliseconds. */
  first(): number | undefined {
    const time = this.#statements(this.#first).pluck().get(this.#account);
    return typeof time === 'number' ? time : undefined;
  }

  /** Returns the next entities in the order of time. */
  upcoming(atMost: number): { id: string; time: number }[] {
    // The columns are those of the SELECT.
    return this.#statements(this.#upcoming).all(this.#account, atMost) as { id: string; time: number }[];
  }

  /** Returns IDs of entities with the given time. */
  at(time: number, atMost: number): string[] {
    return this.#statements(this.#at).pluck().all(this.#account, time, atMost).map(String);
  }
}
