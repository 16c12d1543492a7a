import type { NotificationSetting } from '../resources/notification-settings/kind.ts';
import type { LogEntry, NotificationLogs } from './notification-logs.ts';
import type { AttemptOutcome, Outbox, StoredEvent, StoredNotification } from './outbox.ts';
import type { NewPortalSession, PortalSessions } from './portal-sessions.ts';
import type { RetiredSecret, RetiredSecrets } from './retired-secrets.ts';

/** A row of a change that is no entity, and can be seen all the same. */
export type Entry =
  | ({ entry: 'portal session' } & NewPortalSession)
  | { entry: 'opened link'; token: string; link: string }
  | ({ entry: 'retired secret' } & RetiredSecret)
  /** A notification of an event that happened before. */
  | { entry: 'late notification'; event: StoredEvent; setting: NotificationSetting; due: number }
  /** The same notification once more, with an ID of its own. */
  | { entry: 'replay'; id: string; original: StoredNotification; due: number; now: string }
  /** One attempt to deliver a notification, with the logs of all that was sent. */
  | { entry: 'attempt'; id: string; outcome: AttemptOutcome; logs: readonly LogEntry[] };

/** The tables of an account's entries. */
export type EntryTables = {
  portalSessions: PortalSessions;
  secrets: RetiredSecrets;
  outbox: Outbox;
  logs: NotificationLogs;
};

/** Writes an entry, in the store's transaction. */
export function writeEntry(entry: Entry, { portalSessions, secrets, outbox, logs }: EntryTables): void {
  switch (entry.entry) {
    case 'portal session':
      portalSessions.add(entry);
      return;
    case 'opened link':
      portalSessions.markOpened(entry.token, entry.link);
      return;
    case 'retired secret':
      secrets.add(entry);
      return;
    case 'late notification':
      outbox.add(entry.event, entry.setting, entry.due);
      return;
    case 'replay':
      outbox.addReplay(entry.id, entry.original, entry.due);
      outbox.markReplayed(entry.original.id, entry.now);
      return;
    case 'attempt':
      // The destination may have been deleted during the attempt, and its notifications with it.
      if (!outbox.record(entry.id, entry.outcome)) return;
      for (const log of entry.logs) logs.add(log);
  }
}
