import type { components } from '#openapi/generated/official.ts';
import type { Statements } from '../database/database.ts';

/** An entry of a history. Its details depend on its action. */
export type HistoryEntry = Omit<components['schemas']['subscription-history'], 'detail'> & { detail: object };

/** Writes what happened to one account's subscriptions. */
export class SubscriptionHistory {
  readonly #account: number;
  readonly #statements: Statements;

  constructor(account: number, statements: Statements) {
    this.#account = account;
    this.#statements = statements;
  }

  add(entry: HistoryEntry): void {
    const { id, subscription_id, action, source, actor, reason, occurred_at } = entry;
    const sql = 'INSERT INTO subscription_history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
    const time = Date.parse(occurred_at);
    const columns = [id, subscription_id, action, source, actor.type, actor.id, reason, time, JSON.stringify(entry)];
    this.#statements(sql).run(this.#account, ...columns);
  }
}
