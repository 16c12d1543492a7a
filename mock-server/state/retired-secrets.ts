import type { Statements } from './database.ts';

type RetiredSecret = { notification_setting_id: string; secret: string; ends_at: number };

/** Secrets of an account's destinations that are being replaced. There are few, so they are read once. */
export class RetiredSecrets {
  readonly #account: number;
  readonly #statements: Statements;
  #all: RetiredSecret[] | undefined;

  constructor(account: number, statements: Statements) {
    this.#account = account;
    this.#statements = statements;
  }

  /** Lets a secret go on until a time, in milliseconds. */
  add(settingId: string, secret: string, endsAt: number): void {
    this.#statements('INSERT INTO retired_secrets VALUES (?, ?, ?, ?)').run(this.#account, settingId, secret, endsAt);
    this.forget();
  }

  /** Those that have not ended, the oldest first. */
  retired(settingId: string, now: number): string[] {
    return this.#read()
      .filter((retired) => retired.notification_setting_id === settingId && retired.ends_at > now)
      .map(({ secret }) => secret);
  }

  /** Has them read again, after they were changed in the store. */
  forget(): void {
    this.#all = undefined;
  }

  #read(): RetiredSecret[] {
    const sql = 'SELECT notification_setting_id, secret, ends_at FROM retired_secrets WHERE account = ? ORDER BY rowid';
    // The columns are those of the SELECT.
    this.#all ??= this.#statements(sql).all(this.#account) as RetiredSecret[];
    return this.#all;
  }
}
