import type { NotificationSetting } from '../../resources/notification-settings/kind.ts';
import type { ApiKeys, KeyTerms } from '../api-keys.ts';
import type { AttemptOutcome, Outbox, StoredEvent, StoredNotification } from '../outbox.ts';
import type { LogEntry, NotificationLogs } from './notification-logs.ts';
import type { NewPortalSession, PortalSessions } from './portal-sessions.ts';
import type { FactsPut, PrivateFacts } from './private-facts.ts';
import type { RetiredSecret, RetiredSecrets } from './retired-secrets.ts';
import type { HistoryEntry, SubscriptionHistory } from './subscription-history.ts';

/** A row of a change that is no entity, but visible through the API, the control plane or the pages. */
export type Entry =
  | ({ entry: 'portal session' } & NewPortalSession)
  | { entry: 'opened link'; token: string; link: string }
  | ({ entry: 'retired secret' } & RetiredSecret)
  /** Facts about an entity that the API does not show. */
  | ({ entry: 'private facts' } & FactsPut)
  /** A secret of an API key. */
  | { entry: 'api key'; apiKey: string; account: number; terms: KeyTerms }
  /** The end of such a secret, by its hash. */
  | { entry: 'ended api key'; hash: string; at: number }
  /** Something that happened to a subscription. */
  | ({ entry: 'history' } & HistoryEntry)
  /** A notification of an earlier event. */
  | { entry: 'late notification'; event: StoredEvent; setting: NotificationSetting; due: number }
  /** A copy of a notification, with an ID of its own. */
  | { entry: 'replay'; id: string; original: StoredNotification; due: number; now: string }
  /** One attempt to deliver a notification, with its logs. */
  | { entry: 'attempt'; id: string; outcome: AttemptOutcome; logs: readonly LogEntry[] };

export type EntryTables = {
  keys: ApiKeys;
  portalSessions: PortalSessions;
  secrets: RetiredSecrets;
  privateFacts: PrivateFacts;
  history: SubscriptionHistory;
  outbox: Outbox;
  logs: NotificationLogs;
};

/** Writes an entry, in the store's transaction. */
export function writeEntry(entry: Entry, tables: EntryTables): void {
  const { keys, portalSessions, secrets, privateFacts, history, outbox, logs } = tables;
  switch (entry.entry) {
    case 'api key':
      keys.add(entry.apiKey, entry.account, entry.terms);
      return;
    case 'ended api key':
      keys.end(entry.hash, entry.at);
      return;
    case 'portal session':
      portalSessions.add(entry);
      return;
    case 'opened link':
      portalSessions.markOpened(entry.token, entry.link);
      return;
    case 'retired secret':
      secrets.add(entry);
      return;
    case 'private facts':
      privateFacts.put(entry);
      return;
    case 'history': {
      const { entry: _, ...happened } = entry;
      history.add(happened);
      return;
    }
    case 'late notification':
      outbox.add(entry.event, entry.setting, entry.due);
      return;
    case 'replay':
      outbox.addReplay(entry.id, entry.original, entry.due);
      outbox.markReplayed(entry.original.id, entry.now);
      return;
    case 'attempt':
      // The destination, and its notifications, may have been deleted during the attempt.
      if (!outbox.record(entry.id, entry.outcome)) return;
      for (const log of entry.logs) logs.add(log);
  }
}
