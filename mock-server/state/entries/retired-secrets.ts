import type { Statements } from '../database/database.ts';

/** A secret of a destination that is being replaced, with its end in milliseconds. */
export type RetiredSecret = { settingId: string; secret: string; endsAt: number };

/** Limit of secrets that are being replaced, per destination. Only the control plane replaces them. */
const secretsAtMost = 10;

/** Secrets of an account's destinations that are being replaced. There are few, so they are cached. */
export class RetiredSecrets {
  readonly #account: number;
  readonly #statements: Statements;
  #all: RetiredSecret[] | undefined;

  constructor(account: number, statements: Statements) {
    this.#account = account;
    this.#statements = statements;
  }

  /**
   * Keeps a secret valid until it ends. Beyond the limit only the newest stay valid, since deliveries are signed with
   * each.
   */
  add({ settingId, secret, endsAt }: RetiredSecret): void {
    this.#statements('INSERT INTO retired_secrets VALUES (?, ?, ?, ?)').run(this.#account, settingId, secret, endsAt);
    const newest = `SELECT rowid FROM retired_secrets WHERE account = ?1 AND notification_setting_id = ?2
      ORDER BY rowid DESC LIMIT ${secretsAtMost}`;
    this.#statements(
      `DELETE FROM retired_secrets WHERE account = ?1 AND notification_setting_id = ?2 AND rowid NOT IN (${newest})`,
    ).run(this.#account, settingId);
    this.forget();
  }

  /** Returns a destination's secrets that are still valid, oldest first. */
  retired(settingId: string, now: number): string[] {
    return this.#read()
      .filter((retired) => retired.settingId === settingId && retired.endsAt > now)
      .map(({ secret }) => secret);
  }

  /** Drops the cache, after the store has changed them. */
  forget(): void {
    this.#all = undefined;
  }

  #read(): RetiredSecret[] {
    const sql = `SELECT notification_setting_id AS settingId, secret, ends_at AS endsAt FROM retired_secrets
      WHERE account = ? ORDER BY rowid`;
    // The columns are those of the SELECT.
    this.#all ??= this.#statements(sql).all(this.#account) as RetiredSecret[];
    return this.#all;
  }
}
