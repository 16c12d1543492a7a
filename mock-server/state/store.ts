import type { Ids } from '../ids/ids.ts';
import { type Entities, type Kind, kindNames, kinds } from '../resources/kinds.ts';
import type { NotificationSetting } from '../resources/notification-settings/kind.ts';
import { ApiKeys } from './api-keys.ts';
import type { Announcement, Change, ChangeOf, EventType, Put } from './change.ts';
import { Collections } from './collections.ts';
import { removeRows } from './database/account-rows.ts';
import type { Statements, Transaction } from './database/database.ts';
import { announcedOf, rowOf, upserts } from './database/entity-row.ts';
import { type Entry, type EntryTables, writeEntry } from './entries/entries.ts';
import { InvoiceNumbers } from './entries/invoice-numbers.ts';
import { NotificationLogs } from './entries/notification-logs.ts';
import { PortalSessions } from './entries/portal-sessions.ts';
import { PrivateFacts } from './entries/private-facts.ts';
import { RetiredSecrets } from './entries/retired-secrets.ts';
import { SubscriptionHistory } from './entries/subscription-history.ts';
import { partsToKeep } from './entries/transaction-parts.ts';
import { Forgetting, isOfSetting } from './forgetting.ts';
import type { Limits } from './limits.ts';
import { Extracts } from './lists/extracts.ts';
import { Surveys } from './lists/surveys.ts';
import { type EntityText, TextTable } from './lists/text-table.ts';
import { notificationText, Outbox, type StoredEvent } from './outbox.ts';
import { Series } from './series.ts';
import { SignedLinks } from './signed-links.ts';

/** Initial entities, by kind. */
export type Seeded = { readonly [Name in Kind]?: readonly Entities[Name][] };

/** Dependencies of the store on its account. */
export type StoreOptions = {
  transaction: Transaction;
  statements: Statements;
  account: number;
  ids: Ids;
  /** IDs of delivery logs, separate because the timing of deliveries must not affect the IDs of entities. */
  logIds: Ids;
  /** Limits of stored rows. */
  limits: Pick<Limits, 'maxEvents' | 'maxWaiting'>;
  /** Reports data that was dropped because of a limit. */
  notice: (message: string) => void;
  /** Now, in milliseconds and in the API's format. */
  now: () => { time: number; now: string };
  /** Returns true if events of a type exist under the account's behaviours. @throws Error for a type of no document */
  hasEventType: (type: EventType) => boolean;
  /** Returns the time of the first attempt for a new notification, in milliseconds. */
  firstDue: (setting: NotificationSetting, now: number) => number;
};

/**
 * One account's entities and events. `apply` stores a change, its events and their notifications together or not at
 * all. The methods without events are for seeds, and for accounts as a whole.
 */
export class Store extends Collections {
  readonly events: TextTable;
  readonly notifications: TextTable;
  readonly notificationLogs: TextTable;
  readonly subscriptionHistory: TextTable;
  readonly forgetting: Forgetting;
  readonly invoiceNumbers: InvoiceNumbers;
  readonly signedLinks: SignedLinks;
  readonly surveys: Surveys;
  readonly series: Series;
  readonly extracts: Extracts;
  /** Written by `apply` alone. */
  readonly #tables: EntryTables;
  readonly #options: StoreOptions;
  readonly #transaction: Transaction;
  #waiting: (() => Change | undefined)[] = [];
  #turn: Promise<void> | undefined;
  #emitted = 0;
  #activeSettings: readonly NotificationSetting[] | undefined;
  /** The transaction that changes join. */
  #joined: Joined | undefined;

  constructor(options: StoreOptions) {
    const { account, statements, transaction, ids, logIds } = options;
    super(account, statements);
    this.#options = options;
    this.invoiceNumbers = new InvoiceNumbers(account, statements);
    this.signedLinks = new SignedLinks(statements);
    this.surveys = new Surveys(account, statements);
    this.series = new Series(account, statements);
    this.extracts = new Extracts(account, statements);
    this.#transaction = (work) => {
      try {
        transaction(work);
      } catch (error) {
        this.readAgain();
        throw error;
      }
    };
    const rows = { account, statements, isCounted: false };
    this.events = new TextTable({ ...rows, table: 'events', text: eventText, longest: 'data' });
    this.notifications = new TextTable({
      ...rows,
      table: 'notifications',
      text: notificationText,
      longest: 'payload',
      shown: isOfSetting,
    });
    this.notificationLogs = new TextTable({
      ...rows,
      table: 'notification_logs',
      text: notificationLogText,
      longest: 'response_body',
    });
    this.subscriptionHistory = new TextTable({
      ...rows,
      table: 'subscription_history',
      text: 'json',
      longest: 'json',
      // One subscription's entries are few, and found by its index.
      sorted: { occurred_at: '+occurred_at' },
    });
    this.#tables = {
      keys: new ApiKeys(statements),
      outbox: new Outbox(account, statements, ids),
      logs: new NotificationLogs(account, statements, logIds),
      secrets: new RetiredSecrets(account, statements),
      privateFacts: new PrivateFacts(account, statements),
      history: new SubscriptionHistory(account, statements),
      portalSessions: new PortalSessions(statements),
    };
    this.forgetting = new Forgetting(account, statements, options.limits, options.notice);
  }

  /** Destinations that receive events. */
  get activeSettings(): readonly NotificationSetting[] {
    this.#activeSettings ??= this.notification_settings.all({ active: ['true'] }).reverse();
    return this.#activeSettings;
  }

  get outbox(): Pick<Outbox, 'find' | 'due' | 'upcoming' | 'firstDue' | 'countWaiting'> {
    return this.#tables.outbox;
  }

  get logs(): Pick<NotificationLogs, 'list'> {
    return this.#tables.logs;
  }

  get secrets(): Pick<RetiredSecrets, 'retired'> {
    return this.#tables.secrets;
  }

  get privateFacts(): Pick<PrivateFacts, 'find'> {
    return this.#tables.privateFacts;
  }

  get portalSessions(): Pick<PortalSessions, 'find' | 'makeToken'> {
    return this.#tables.portalSessions;
  }

  /** Stores a change with the notifications of its events, and returns the JSON text of its main entity. */
  apply(change: ChangeOf<Kind>): EntityText;
  apply(change: Change): EntityText | undefined;
  apply(change: Change): EntityText | undefined {
    // Read once: the events of one change share one time.
    const moment = this.#options.now();
    const [put] = change.puts ?? [];
    const textOf = textsOnce();
    const text = put && textOf(put.entity);
    this.#joining(() => this.#write(change, textOf, moment));
    return text;
  }

  #write(
    { puts = [], deletes = [], entries = [], events = [] }: Change,
    textOf: (entity: object) => EntityText,
    moment: Now,
  ): void {
    for (const put of lastOf(puts)) this.#put(put, textOf(put.entity));
    for (const { kind, id } of deletes) this.#delete(kind, id);
    this.#keepParts(puts);
    for (const entry of entries) writeEntry(entry, this.#tables);
    for (const event of events) {
      if (this.#options.hasEventType(event.type)) this.#emit(event, announcedText(event, textOf), moment);
    }
  }

  /** Keeps what transactions refer to as it is when it is added to them. */
  #keepParts(puts: readonly Put[]): void {
    const sold = new Map(puts.flatMap((put) => (put.kind === 'transactions' ? [[put.entity.id, put.entity]] : [])));
    for (const [id, transaction] of sold) {
      const facts = partsToKeep(transaction, this);
      if (facts) this.#tables.privateFacts.put({ kind: 'transactions', id, facts });
    }
  }

  /** Stores initial entities, without events. */
  insertAll(entities: Seeded): void {
    this.#transaction(() => {
      for (const kind of kindNames) {
        for (const entity of entities[kind] ?? []) this.insert(kind, entity);
      }
    });
  }

  /** Stores one such entity. Callers wrap many in one transaction. */
  insert<Name extends Kind>(kind: Name, entity: Entities[Name]): void {
    if (kind === 'transactions') this.invoiceNumbers.forget();
    const dueAfter = kinds[kind].isLeftOverdue ? this.#options.now().time : undefined;
    this.#put<Name>({ kind, entity }, JSON.stringify(entity), dueAfter);
  }

  /** Removes an inserted entity again, without an event. */
  remove(kind: Kind, id: string): void {
    this.#options.statements(`DELETE FROM ${kind} WHERE account = ? AND id = ?`).run(this.#options.account, id);
    this[kind].forget(id);
  }

  /** Makes notifications of the last events that a destination was not notified of, oldest first. */
  notificationsOfPast(setting: NotificationSetting, eventsAtMost: number): Entry[] {
    const { statements, account, now, firstDue } = this.#options;
    const sql = `SELECT id, event_type AS type, occurred_at AS occurredAt, data FROM events WHERE account = ?
      AND id NOT IN (SELECT event_id FROM notifications WHERE account = ? AND notification_setting_id = ?)
      ORDER BY id DESC LIMIT ?`;
    // The columns are those of the SELECT.
    const rows = statements(sql).all(account, account, setting.id, eventsAtMost) as PastEvent[];
    const due = firstDue(setting, now().time);
    return rows
      .reverse()
      .filter(({ type }) => isSentTo(setting, type))
      .map((row) => {
        const event = { ...row, about: idsIn(JSON.parse(row.data)), occurred: Date.parse(row.occurredAt) };
        return { entry: 'late notification', event, setting, due };
      });
  }

  /** Runs several writes in one transaction, which an error of any of them undoes as a whole, even a caught one. */
  together(work: () => void): void {
    const outer = this.#joined;
    const joined: Joined = { errors: [] };
    this.#joined = joined;
    try {
      this.#transaction(() => {
        work();
        for (const error of joined.errors) throw error;
      });
    } finally {
      this.#joined = outer;
    }
  }

  /** Writes in the transaction around it, if there is one. One within it for each change would cost a renewal a tenth. */
  #joining(write: () => void): void {
    if (this.#joined === undefined) {
      this.#transaction(write);
      return;
    }
    try {
      write();
    } catch (error) {
      this.#joined.errors.push(error);
      throw error;
    }
  }

  /**
   * Reads each entity as it was before its last change; unchanged ones as they are. Filters use current values.
   * `read` must be synchronous: concurrent reads would see the past too.
   */
  asBefore<Result>(read: () => Result): Result {
    for (const kind of kindNames) this[kind].showBefore(true);
    try {
      return read();
    } finally {
      for (const kind of kindNames) this[kind].showBefore(false);
    }
  }

  /**
   * Applies changes at the end of the current turn of the event loop, in one transaction with all others of that
   * turn.
   */
  applyInTurn(make: () => Change | undefined): Promise<void> {
    this.#waiting.push(make);
    this.#turn ??= new Promise((resolve, reject) => {
      setImmediate(() => {
        const waiting = this.#waiting;
        this.#waiting = [];
        this.#turn = undefined;
        try {
          this.#transaction(() => {
            for (const one of waiting) this.apply(one() ?? {});
          });
          resolve();
        } catch (error) {
          reject(error);
        }
      });
    });
    return this.#turn;
  }

  #keepWithinLimits(): void {
    this.#emitted += 1;
    if (this.#emitted % this.forgetting.every === 0) this.forgetting.keepWithinLimits();
  }

  /** Removes everything. */
  clear(): void {
    this.readAgain();
    this.#transaction(() => removeRows(this.#options.statements, this.#options.account));
  }

  /** Drops all caches, after the rows were changed by other means. */
  readAgain(): void {
    this.#activeSettings = undefined;
    this.#tables.secrets.forget();
    this.invoiceNumbers.forget();
    for (const kind of kindNames) this[kind].forgetAll();
  }

  #put<Name extends Kind>({ kind, entity }: Put<Name>, text: EntityText, dueAfter?: number): void {
    if (kind === 'notification_settings') this.#activeSettings = undefined;
    const row = rowOf(kind, this.#options.account, entity, text, dueAfter);
    for (const sql of upserts[kind]) if (this.#options.statements(sql).run(...row).changes > 0) break;
    this[kind].forget(entity.id);
  }

  #delete(kind: Kind, id: string): void {
    if (kind === 'notification_settings') {
      this.#activeSettings = undefined;
      this.forgetting.hideSetting(id);
    }
    this.remove(kind, id);
    this.#tables.privateFacts.remove(id);
  }

  #emit({ type, entity }: Announcement, data: EntityText, { time, now: occurredAt }: Now): void {
    const { statements, account, ids } = this.#options;
    const id = ids.next('evt');
    statements('INSERT INTO events VALUES (?, ?, ?, ?, ?)').run(account, id, type, occurredAt, data);
    this.#keepWithinLimits();
    if (this.activeSettings.length === 0) return;
    this.#notify({ id, type, occurredAt, occurred: time, data, about: idsIn(entity) });
  }

  #notify(event: StoredEvent): void {
    for (const setting of this.activeSettings) {
      const { outbox } = this.#tables;
      if (isSentTo(setting, event.type)) outbox.add(event, setting, this.#options.firstDue(setting, event.occurred));
    }
  }
}

/** Makes each entity's JSON text once, since most events announce the stored entity, or that of the event before. */
function textsOnce(): (entity: object) => EntityText {
  const known = new Map<object, EntityText>();
  return (entity) => {
    const text = known.get(entity) ?? JSON.stringify(entity);
    known.set(entity, text);
    return text;
  };
}

/** Leaves the last put of each entity, since a change of several steps has one for each step. */
function lastOf(puts: readonly Put[]): readonly Put[] {
  if (puts.length < 2) return puts;
  const last = new Map<string, Put>();
  for (const put of puts) last.set(`${put.kind} ${put.entity.id}`, put);
  return last.size === puts.length ? puts : [...last.values()];
}

/** A transaction of several changes, with the errors of those that failed. */
type Joined = { errors: unknown[] };

type Now = ReturnType<StoreOptions['now']>;
type PastEvent = Pick<StoredEvent, 'id' | 'type' | 'occurredAt' | 'data'>;

/** SQL that makes an event's JSON text. */
const eventText = `'{"event_id":"' || id || '","event_type":"' || event_type || '","occurred_at":"' || occurred_at
  || '","data":' || data || '}'`;

/** SQL that makes a notification log's JSON text. */
const notificationLogText = `'{"id":"' || id || '","response_code":' || response_code || ',"response_content_type":'
  || json_quote(response_content_type) || ',"response_body":' || json_quote(response_body)
  || ',"attempted_at":"' || attempted_at || '"}'`;

function isSentTo({ traffic_source, subscribed_events }: NotificationSetting, type: string): boolean {
  return traffic_source !== 'simulation' && subscribed_events.some((eventType) => eventType.name === type);
}

/** Returns the JSON text of an entity as an event contains it. */
function announcedText<Name extends Kind>(
  { kind, entity, extra }: Announcement<Name>,
  textOf: (entity: object) => EntityText,
): EntityText {
  const isWhole = kinds[kind].unannounced === undefined && extra === undefined;
  return isWhole ? textOf(entity) : JSON.stringify({ ...announcedOf(kind, entity), ...extra });
}

function idsIn(entity: Entities[Kind]): string[] {
  const { id, customer_id, subscription_id } = { customer_id: null, subscription_id: null, ...entity };
  return [id, customer_id, subscription_id].filter((owner) => owner !== null);
}
