import type { Ids } from '../ids/ids.ts';
import type { NotificationSetting } from '../resources/notification-settings/kind.ts';
import type { Statements } from './database/database.ts';
import { isOfSetting } from './forgetting.ts';

/** An event, with its entity as JSON text. */
export type StoredEvent = {
  id: string;
  type: string;
  /** In the API's format. */
  occurredAt: string;
  /** In milliseconds. */
  occurred: number;
  data: string;
  /** IDs of the entity and of those that it belongs to. */
  about: readonly string[];
};

/** A notification waiting to be sent. */
export type WaitingNotification = {
  id: string;
  notification_setting_id: string;
  event_id: string;
  event_type: string;
  payload: string;
  times_attempted: number;
};

/** The state of a notification after an attempt. */
export type AttemptOutcome = {
  status: string;
  attemptedAt: string;
  deliveredAt: string | null;
  retryAt: string | null;
  due: number | null;
};

/** A notification as stored. */
export type StoredNotification = WaitingNotification & { status: string; origin: string };

/** SQL that makes a notification's JSON text. Its payload's keys are in jsonb's order; all else is in the API's. */
export const notificationText = `'{"id":"' || id || '","type":"' || event_type || '","status":"' || status
  || '","payload":' || in_jsonb_order(payload) || ',"occurred_at":"' || occurred_at || '","delivered_at":' || json_quote(delivered_at)
  || ',"replayed_at":' || json_quote(replayed_at) || ',"origin":"' || origin || '","last_attempt_at":'
  || json_quote(last_attempt_at) || ',"retry_at":' || json_quote(retry_at) || ',"times_attempted":' || times_attempted
  || ',"notification_setting_id":"' || notification_setting_id || '"}'`;

/** One account's outgoing notifications, written in the store's transactions. */
export class Outbox {
  readonly #account: number;
  readonly #statements: Statements;
  readonly #ids: Ids;

  constructor(account: number, statements: Statements, ids: Ids) {
    this.#account = account;
    this.#statements = statements;
    this.#ids = ids;
  }

  /** Adds a notification of an event for a destination. */
  add(event: StoredEvent, setting: Pick<NotificationSetting, 'id'>, due: number): void {
    const id = this.#ids.next('ntf');
    // Stored in the API's order: payloads are reordered outside the request, on delivery or when read.
    const payload = `{"event_id":"${event.id}","event_type":"${event.type}","occurred_at":"${event.occurredAt}","notification_id":"${id}","data":${event.data}}`;
    this.#statements(`INSERT INTO notifications (account, id, notification_setting_id, event_id, event_type, status, payload,
      origin, occurred_at, occurred, about, searched, due)
      VALUES (?, ?, ?, ?, ?, 'not_attempted', ?, 'event', ?, ?, ?, ?, ?)`).run(
      this.#account,
      id,
      setting.id,
      event.id,
      event.type,
      payload,
      event.occurredAt,
      event.occurred,
      event.about.join(' '),
      `${id}\n${event.type}`,
      due,
    );
  }

  /** Adds a copy of a notification, for the same destination. */
  addReplay(id: string, original: StoredNotification, due: number): void {
    const sql = `INSERT INTO notifications (account, id, notification_setting_id, event_id, event_type, status, payload,
      origin, occurred_at, occurred, about, searched, due)
      SELECT account, ?, notification_setting_id, event_id, event_type, 'not_attempted', replace(payload, ?, ?), 'replay',
      occurred_at, occurred, about, ? || char(10) || event_type, ? FROM notifications WHERE account = ? AND id = ?`;
    const named = (name: string) => `"notification_id":"${name}"`;
    this.#statements(sql).run(id, named(original.id), named(id), id, due, this.#account, original.id);
  }

  find(id: string): StoredNotification | undefined {
    const sql = `SELECT id, notification_setting_id, event_id, event_type, payload, times_attempted, status, origin FROM notifications
      WHERE account = ? AND id = ? AND ${isOfSetting}`;
    // The columns are those of the SELECT.
    return this.#statements(sql).get(this.#account, id, this.#account) as StoredNotification | undefined;
  }

  /** Returns due notifications of a destination, in order. */
  due(settingId: string, now: number, limit: number): WaitingNotification[] {
    const sql = `SELECT id, notification_setting_id, event_id, event_type, payload, times_attempted FROM notifications
      WHERE account = ? AND notification_setting_id = ? AND due <= ? ORDER BY due, id LIMIT ?`;
    // The columns are those of the SELECT.
    return this.#statements(sql).all(this.#account, settingId, now, limit) as WaitingNotification[];
  }

  /** Returns a destination's next notifications, due or not, in the order of time. */
  upcoming(settingId: string, limit: number): { id: string; event_type: string; status: string; due: number }[] {
    const sql = `SELECT id, event_type, status, due FROM notifications
      WHERE account = ? AND notification_setting_id = ? AND due IS NOT NULL ORDER BY due, id LIMIT ?`;
    // The columns are those of the SELECT.
    return this.#statements(sql).all(this.#account, settingId, limit) as ReturnType<Outbox['upcoming']>;
  }

  /**
   * Returns the time at which a destination's next notification behind `after` is due, in milliseconds; undefined if
   * none is.
   */
  firstDue(settingId: string, after: number): number | undefined {
    const sql = 'SELECT min(due) FROM notifications WHERE account = ? AND notification_setting_id = ? AND due > ?';
    const due = this.#statements(sql).pluck().get(this.#account, settingId, after);
    return typeof due === 'number' ? due : undefined;
  }

  /** Counts a destination's notifications that are due by a time, and those due later. */
  countWaiting(settingId: string, now: number): { due: number; later: number } {
    const sql = `SELECT total(due <= ?) AS due, total(due > ?) AS later FROM notifications
      WHERE account = ? AND notification_setting_id = ? AND due IS NOT NULL`;
    return this.#statements(sql).get(now, now, this.#account, settingId) as { due: number; later: number };
  }

  /** Stores the outcome of an attempt. Returns false if the notification is gone. */
  record(id: string, { status, attemptedAt, deliveredAt, retryAt, due }: AttemptOutcome): boolean {
    const sql = `UPDATE notifications SET status = ?, times_attempted = times_attempted + 1, last_attempt_at = ?,
      delivered_at = ?, retry_at = ?, due = ? WHERE account = ? AND id = ? AND ${isOfSetting}`;
    const values = [status, attemptedAt, deliveredAt, retryAt, due, this.#account, id, this.#account];
    return this.#statements(sql).run(...values).changes > 0;
  }

  markReplayed(id: string, at: string): void {
    this.#statements('UPDATE notifications SET replayed_at = ? WHERE account = ? AND id = ?').run(
      at,
      this.#account,
      id,
    );
  }
}
