import { encodeTime } from 'ulidx';
import type { Statements } from './database/database.ts';
import type { Limits } from './limits.ts';

/** Rows per step. A notification may have 60 logs, which go with it. */
const eventsAtOnce = 200;
const notificationsAtOnce = 25;

/** Rows over a limit that one check removes at most: a little more than arrive between two checks. */
const overLimitAtOnce = 400;

/** SQL that excludes notifications of removed destinations, whose rows may not be removed yet. */
export const isOfSetting = `notification_setting_id NOT IN
  (SELECT notification_setting_id FROM removed_settings WHERE account = ?)`;

const ended = ['delivered', 'failed'] as const;
const waiting = ['not_attempted', 'needs_retry'] as const;

/** Removes an account's expired and excess rows, a bounded number at a time. */
export class Forgetting {
  readonly #account: number;
  readonly #statements: Statements;
  readonly #limits: Pick<Limits, 'maxEvents' | 'maxWaiting'>;
  readonly #notice: (message: string) => void;
  #given = 0;

  constructor(
    account: number,
    statements: Statements,
    limits: Pick<Limits, 'maxEvents' | 'maxWaiting'>,
    notice: (message: string) => void,
  ) {
    this.#account = account;
    this.#statements = statements;
    this.#limits = limits;
    this.#notice = notice;
  }

  /** Events between two checks of the limits. */
  get every(): number {
    const { maxEvents, maxWaiting } = this.#limits;
    return Math.min(20, Math.ceil(Math.min(maxEvents, maxWaiting) / 10));
  }

  /** Hides a destination's notifications, whose rows are removed in steps. */
  hideSetting(id: string): void {
    this.#run('INSERT OR IGNORE INTO removed_settings VALUES (?1, ?2)', id);
  }

  /** Returns true if rows of removed destinations are left. */
  get hasHidden(): boolean {
    return this.#hidden() !== undefined;
  }

  /** Removes some hidden or expired rows, and returns true if there may be more. */
  step(now: number): boolean {
    const setting = this.#hidden();
    if (setting !== undefined) {
      this.#removeOf(setting);
      return true;
    }
    const events = this.#removeOld('events', firstKeptId('evt', now), eventsAtOnce);
    return this.#removeOld('notifications', firstKeptId('ntf', now), notificationsAtOnce) || events;
  }

  /** Removes the oldest rows beyond the limits, and fails the oldest pending notifications beyond theirs. */
  keepWithinLimits(): void {
    const { maxEvents, maxWaiting } = this.#limits;
    const surplusEvents = this.#surplus('events', 'kept', maxEvents);
    if (surplusEvents > 0) {
      const oldest = 'SELECT id FROM events WHERE account = ?1 ORDER BY id LIMIT ?2';
      this.#run(`DELETE FROM events WHERE account = ?1 AND id IN (${oldest})`, surplusEvents);
    }
    const surplus = this.#surplus('notifications', 'ended', maxEvents);
    if (surplus > 0) this.#run(`DELETE FROM notifications WHERE account = ?1 AND id IN (${oldestOf(ended)})`, surplus);
    this.#giveUp(this.#surplus('notifications', 'waiting', maxWaiting), maxWaiting);
  }

  #giveUp(surplus: number, waitingAtMost: number): void {
    if (surplus <= 0) return;
    const sql = `UPDATE notifications SET status = 'failed', due = NULL, retry_at = NULL
      WHERE account = ?1 AND id IN (${oldestOf(waiting)})`;
    const before = this.#given;
    this.#given += this.#run(sql, surplus);
    // Reported once per thousand, so that a full account does not flood the log.
    if (before > 0 && Math.floor(this.#given / 1_000) === Math.floor(before / 1_000)) return;
    this.#notice(`Failed ${this.#given} notifications so far, to keep within --max-waiting ${waitingAtMost}.`);
  }

  #hidden(): string | undefined {
    const sql = 'SELECT notification_setting_id FROM removed_settings WHERE account = ? LIMIT 1';
    const id = this.#statements(sql).pluck().get(this.#account);
    return typeof id === 'string' ? id : undefined;
  }

  #removeOf(setting: string): void {
    const some = `SELECT id FROM notifications WHERE account = ?1 AND notification_setting_id = ?2
      ORDER BY id LIMIT ${notificationsAtOnce}`;
    const removed = this.#run(`DELETE FROM notifications WHERE account = ?1 AND id IN (${some})`, setting);
    if (removed === 0)
      this.#run('DELETE FROM removed_settings WHERE account = ?1 AND notification_setting_id = ?2', setting);
  }

  #removeOld(table: 'events' | 'notifications', firstKept: string, atOnce: number): boolean {
    const old = `SELECT id FROM ${table} WHERE account = ?1 AND id < ?2 ORDER BY id LIMIT ${atOnce}`;
    return this.#run(`DELETE FROM ${table} WHERE account = ?1 AND id IN (${old})`, firstKept) === atOnce;
  }

  #surplus(kind: 'events' | 'notifications', status: string, atMost: number): number {
    const sql = 'SELECT number FROM counts WHERE account = ? AND kind = ? AND status = ?';
    const number = Number(this.#statements(sql).pluck().get(this.#account, kind, status) ?? 0);
    return Math.min(overLimitAtOnce, number - atMost);
  }

  #run(sql: string, value: string | number): number {
    return this.#statements(sql).run(this.#account, value).changes;
  }
}

/**
 * Makes SQL for the oldest notifications of two statuses. The index orders each status by itself, not both together.
 */
function oldestOf(statuses: readonly string[]): string {
  const each = statuses.map(
    (status) =>
      `SELECT * FROM (SELECT id FROM notifications WHERE account = ?1 AND status = '${status}' ORDER BY id LIMIT ?2)`,
  );
  return `SELECT id FROM (${each.join(' UNION ALL ')}) ORDER BY id LIMIT ?2`;
}

/** Milliseconds for which events and notifications are kept. @evidence official: 90 days. */
const retentionMs = 90 * 24 * 3_600_000;

/**
 * Returns the least ID that has not expired, by the time in IDs. Older rows are no longer shown, and removed later.
 *
 * @param now milliseconds since 1970 on the account's clock
 */
export function firstKeptId(prefix: 'evt' | 'ntf', now: number): string {
  return `${prefix}_${encodeTime(Math.max(0, now - retentionMs), 10).toLowerCase()}`;
}
