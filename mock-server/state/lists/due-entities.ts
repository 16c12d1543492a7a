import type { Kind } from '../../resources/kinds.ts';
import type { Statements } from '../database/database.ts';

/** One account's entities of a kind, in the order of one of their times, such as their next billing date. */
export class DueEntities {
  readonly #account: number;
  readonly #statements: Statements;
  readonly #first: string;
  readonly #at: string;

  /** @param time one of the kind's times, which has an index */
  constructor(account: number, statements: Statements, kind: Kind, time: string) {
    this.#account = account;
    this.#statements = statements;
    this.#first = `SELECT ${time} FROM ${kind} WHERE account = ? AND ${time} IS NOT NULL ORDER BY ${time} LIMIT 1`;
    this.#at = `SELECT id FROM ${kind} WHERE account = ? AND ${time} = ? ORDER BY id LIMIT ?`;
  }

  /** Returns the earliest time, in milliseconds. */
  first(): number | undefined {
    const time = this.#statements(this.#first).pluck().get(this.#account);
    return typeof time === 'number' ? time : undefined;
  }

  /** Returns IDs of entities with the given time. */
  at(time: number, atMost: number): string[] {
    return this.#statements(this.#at).pluck().all(this.#account, time, atMost).map(String);
  }
}
