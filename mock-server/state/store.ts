import type { Limits } from '../account/limits.ts';
import { notificationText, Outbox, type StoredEvent } from '../notifications/outbox.ts';
import { type Entities, type Kind, kindNames, kinds } from '../resources/kinds.ts';
import { removeRows } from './account-rows.ts';
import { Collections } from './collections.ts';
import type { Statements, Transaction } from './database.ts';
import type { NotificationSetting } from './entities.ts';
import { announcedOf, rowOf, upserts } from './entity-row.ts';
import { Forgetting, isOfSetting } from './forgetting.ts';
import type { Ids } from './ids.ts';
import { NotificationLogs } from './notification-logs.ts';
import { RetiredSecrets } from './retired-secrets.ts';
import { type EntityText, TextTable } from './text-table.ts';

/** What a transition leads to: an entity of a kind as it is from now on, and the events that tell of it. */
export type Change = {
  [Name in Kind]: {
    kind: Name;
    entity: Entities[Name];
    events: readonly string[];
    /** Fields that the event of the entity's creation has besides, and no other. */
    onCreation?: object;
  };
}[Kind];

/** A change of an entity of one kind. */
export type ChangeOf<Name extends Kind> = Extract<Change, { kind: Name }>;

/** Entities to start with, by kind. */
export type Seeded = { readonly [Name in Kind]?: readonly Entities[Name][] };

/** What the store asks of its account. */
export type StoreOptions = {
  transaction: Transaction;
  statements: Statements;
  account: number;
  ids: Ids;
  /** IDs of the logs of deliveries, apart: when one ends must not change the IDs of what requests make. */
  logIds: Ids;
  /** How much is kept. */
  limits: Pick<Limits, 'events' | 'waiting'>;
  /** Is told what was given up because of a limit. */
  notice: (message: string) => void;
  /** Now, in milliseconds and as the API writes it. */
  now: () => { time: number; now: string };
  /** Whether events of a type exist under the account's behaviours. */
  hasEventType: (type: string) => boolean;
  /** When a new notification for a destination is first due, in milliseconds. */
  firstDue: (setting: NotificationSetting, now: number) => number;
};

/**
 * One account's entities and events. Its methods are the only writers of entities, and each is one transaction: a
 * change, its events and the notifications of them are stored together or not at all.
 */
export class Store extends Collections {
  readonly events: TextTable;
  readonly notifications: TextTable;
  readonly notificationLogs: TextTable;
  readonly outbox: Outbox;
  readonly logs: NotificationLogs;
  readonly forgetting: Forgetting;
  readonly secrets: RetiredSecrets;
  readonly #options: StoreOptions;
  readonly #transaction: Transaction;
  #writes: (() => void)[] = [];
  #turn: Promise<void> | undefined;
  #emitted = 0;
  #activeSettings: readonly NotificationSetting[] | undefined;

  constructor(options: StoreOptions) {
    const { account, statements, transaction, ids, logIds } = options;
    super(account, statements);
    this.#options = options;
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
    this.outbox = new Outbox(account, statements, ids);
    this.logs = new NotificationLogs(account, statements, logIds);
    this.secrets = new RetiredSecrets(account, statements);
    this.forgetting = new Forgetting(account, statements, options.limits, options.notice);
  }

  /** Destinations that events are sent to. */
  get activeSettings(): readonly NotificationSetting[] {
    this.#activeSettings ??= this.notification_settings.all({ active: ['true'] }).reverse();
    return this.#activeSettings;
  }

  /** Stores a change with its events and their notifications, and returns the entity's JSON text. */
  apply(change: Change): EntityText {
    const text = JSON.stringify(change.entity);
    // Read once: the events of one change have one time.
    const moment = this.#options.now();
    const types = change.events.filter((name) => this.#options.hasEventType(name));
    const isAnnouncedWhole = kinds[change.kind].unannounced === undefined;
    this.#transaction(() => {
      this.#put(change.kind, change.entity, text);
      for (const each of types) {
        const onCreation = each.endsWith('.created') ? change.onCreation : undefined;
        const data = isAnnouncedWhole ? text : announcedText(change.kind, change.entity, onCreation);
        this.#emit(each, change.entity, data, moment);
      }
    });
    return text;
  }

  /** Stores entities that are there from the start; nothing happened, so there are no events. */
  insertAll(entities: Seeded): void {
    this.#transaction(() => {
      for (const kind of kindNames) {
        for (const entity of entities[kind] ?? []) this.#put(kind, entity, JSON.stringify(entity));
      }
    });
  }

  /** Stores one such entity. Many of them belong into one transaction, which is the caller's. */
  insert<Name extends Kind>(kind: Name, entity: Entities[Name]): void {
    this.#put(kind, entity, JSON.stringify(entity));
  }

  /** Takes an entity back that was inserted. */
  remove(kind: Kind, id: string): void {
    this.#options.statements(`DELETE FROM ${kind} WHERE account = ? AND id = ?`).run(this.#options.account, id);
    this[kind].forget(id);
  }

  /** Notifies a destination of the last events that it was not notified of, the oldest first. */
  notifyOfPast(setting: NotificationSetting, eventsAtMost: number): void {
    const { statements, account, now, firstDue } = this.#options;
    const sql = `SELECT id, event_type AS type, occurred_at AS occurredAt, data FROM events WHERE account = ?
      AND id NOT IN (SELECT event_id FROM notifications WHERE account = ? AND notification_setting_id = ?)
      ORDER BY id DESC LIMIT ?`;
    // The columns are those of the SELECT.
    const rows = statements(sql).all(account, account, setting.id, eventsAtMost) as PastEvent[];
    this.#transaction(() => {
      for (const event of rows.reverse()) {
        if (!isSentTo(setting, event.type)) continue;
        const about = idsIn(JSON.parse(event.data));
        const occurred = Date.parse(event.occurredAt);
        this.outbox.add({ ...event, occurred, about }, setting, firstDue(setting, now().time));
      }
    });
  }

  /** Removes a notification setting, and shows no more of what belongs to it. */
  removeSetting(id: string): void {
    this.#activeSettings = undefined;
    this.notification_settings.forget(id);
    this.#transaction(() => {
      this.forgetting.hideSetting(id);
      this.#options
        .statements('DELETE FROM notification_settings WHERE account = ? AND id = ?')
        .run(this.#options.account, id);
    });
  }

  /** Does several writes in one transaction. */
  together(work: () => void): void {
    this.#transaction(work);
  }

  /**
   * Reads, with each entity as it was before its last change; one that never changed, as it is. What lists filter by is
   * today's. Only for what reads and is done at once: whatever else reads meanwhile would see the past too.
   */
  asBefore<Result>(read: () => Result): Result {
    for (const kind of kindNames) this[kind].showBefore(true);
    try {
      return read();
    } finally {
      for (const kind of kindNames) this[kind].showBefore(false);
    }
  }

  /** Writes in one transaction with all that is asked for in the same turn of the event loop. */
  inTurn(write: () => void): Promise<void> {
    this.#writes.push(write);
    this.#turn ??= new Promise((resolve, reject) => {
      setImmediate(() => {
        const writes = this.#writes;
        this.#writes = [];
        this.#turn = undefined;
        try {
          this.#transaction(() => {
            for (const one of writes) one();
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

  /** Forgets what was read of the rows, after they were changed in another way. */
  readAgain(): void {
    this.#activeSettings = undefined;
    this.secrets.forget();
    for (const kind of kindNames) this[kind].forgetAll();
  }

  #put<Name extends Kind>(kind: Name, entity: Entities[Name], text: EntityText): void {
    if (kind === 'notification_settings') this.#activeSettings = undefined;
    this.#options.statements(upserts[kind]).run(...rowOf(kind, this.#options.account, entity, text));
    this[kind].forget(entity.id);
  }

  #emit(type: string, entity: Entities[Kind], data: EntityText, moment: ReturnType<StoreOptions['now']>): void {
    const { statements, account, ids } = this.#options;
    const { time, now: occurredAt } = moment;
    const id = ids.next('evt');
    statements('INSERT INTO events VALUES (?, ?, ?, ?, ?)').run(account, id, type, occurredAt, data);
    this.#keepWithinLimits();
    if (this.activeSettings.length === 0) return;
    this.#notify({ id, type, occurredAt, occurred: time, data, about: idsIn(entity) });
  }

  #notify(event: StoredEvent): void {
    for (const setting of this.activeSettings) {
      if (isSentTo(setting, event.type))
        this.outbox.add(event, setting, this.#options.firstDue(setting, event.occurred));
    }
  }
}

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

/** The JSON text of an entity as its events have it. */
function announcedText<Name extends Kind>(kind: Name, entity: Entities[Name], onCreation: object | undefined): string {
  return JSON.stringify({ ...announcedOf(kind, entity), ...onCreation });
}

function idsIn(entity: Entities[Kind]): string[] {
  const { id, customer_id, subscription_id } = { customer_id: null, subscription_id: null, ...entity };
  return [id, customer_id, subscription_id].filter((owner) => owner !== null);
}
