import type { Ids } from '../../ids/ids.ts';
import type { NotificationSetting } from '../../resources/notification-settings/kind.ts';
import type { Statements } from '../database/database.ts';
import { isOfSetting } from '../forgetting.ts';
import type { WaitingNotification } from '../outbox.ts';

/** Result of one attempt. */
export type SendResult = {
  /** True for a successful delivery. @evidence official: a 200 within five seconds */
  ok: boolean;
  /** 0 if there was no response. */
  code: number;
  contentType: string | null;
  /** The first part of the body, or an error message. */
  body: string;
};

/** Record of one attempt. */
export type LogEntry = {
  setting: NotificationSetting;
  waiting: WaitingNotification;
  /** Counted from 1. */
  number: number;
  attemptedAt: string;
  result: SendResult;
  signature: string | null;
  /** Faults injected by a chaos plan. */
  chaos: readonly string[];
};

/** An attempt as the control plane shows it. */
export type Delivery = {
  id: string;
  notification_id: string;
  notification_setting_id: string;
  destination: string;
  event_id: string;
  event_type: string;
  attempt: number;
  attempted_at: string;
  status: string;
  response_code: number;
  response_body: string;
  signature: string | null;
  chaos: string[];
};

export type DeliveryFilter = {
  id?: string;
  notification_id?: string;
  notification_setting_id?: string;
  event_type?: string;
  status?: string;
  limit: number;
};

/** The logs of one account's attempts to deliver. */
export class NotificationLogs {
  readonly #account: number;
  readonly #statements: Statements;
  readonly #ids: Ids;

  constructor(account: number, statements: Statements, ids: Ids) {
    this.#account = account;
    this.#statements = statements;
    this.#ids = ids;
  }

  add({ setting, waiting, number, attemptedAt, result, signature, chaos }: LogEntry): void {
    const sql = `INSERT INTO notification_logs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    this.#statements(sql).run(
      this.#account,
      this.#ids.next('ntflog'),
      waiting.id,
      setting.id,
      setting.destination,
      waiting.event_id,
      waiting.event_type,
      number,
      attemptedAt,
      result.ok ? 'delivered' : 'failed',
      result.code,
      result.contentType,
      result.body,
      signature,
      chaos.join(' '),
    );
  }

  /** Attempts, newest first. */
  list({ limit, ...filter }: DeliveryFilter): Delivery[] {
    const conditions = Object.entries(filter).filter(([, value]) => value !== undefined);
    const sql = `SELECT id, notification_id, notification_setting_id, destination, event_id, event_type, attempt,
      attempted_at, status, response_code, response_body, signature, chaos FROM notification_logs
      WHERE account = ? AND ${isOfSetting} ${conditions.map(([column]) => `AND ${column} = ?`).join(' ')}
      ORDER BY id DESC LIMIT ?`;
    // The columns are those of the SELECT.
    const values = [this.#account, this.#account, ...conditions.map(([, value]) => value), limit];
    const rows = this.#statements(sql).all(...values) as (Omit<Delivery, 'chaos'> & { chaos: string })[];
    return rows.map((row) => ({ ...row, chaos: row.chaos.split(' ').filter(Boolean) }));
  }
}
