import type { Statements } from './database.ts';

/** Secrets of an account's destinations that are being replaced. */
export class RetiredSecrets {
  readonly #account: number;
  readonly #statements: Statements;

  constructor(account: number, statements: Statements) {
    this.#account = account;
    this.#statements = statements;
  }

  /** Lets a secret go on until a time, in milliseconds. */
  add(settingId: string, secret: string, endsAt: number): void {
    this.#statements('INSERT INTO retired_secrets VALUES (?, ?, ?, ?)').run(this.#account, settingId, secret, endsAt);
  }

  /** Those that have not ended, the oldest first. */
  retired(settingId: string, now: number): string[] {
    const sql =
      'SELECT secret FROM retired_secrets WHERE account = ? AND notification_setting_id = ? AND ends_at > ? ORDER BY rowid';
    return this.#statements(sql).pluck().all(this.#account, settingId, now) as string[];
  }
}
