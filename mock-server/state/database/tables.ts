/** Removes the logs of a removed notification. */
const triggersOfCascade = `
  CREATE TRIGGER notification_logs_removed AFTER DELETE ON notifications BEGIN
    DELETE FROM notification_logs WHERE account = OLD.account AND notification_id = OLD.id;
  END;
`;

/**
 * Makes the tables of a new file, except those of kinds. `migrations.ts` adds them to older files.
 *
 * Tables with long texts have row IDs: as part of a key, the text would be read for each comparison.
 */
export function tables(): string {
  return `
    CREATE TABLE accounts (
      id INTEGER PRIMARY KEY,
      behaviours TEXT NOT NULL,
      clock TEXT NOT NULL,
      rules TEXT NOT NULL DEFAULT '{}'
    ) STRICT;
    CREATE TABLE api_keys (
      hash TEXT PRIMARY KEY,
      account INTEGER NOT NULL,
      permissions TEXT,
      expires_at INTEGER,
      revoked INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE events (
      account INTEGER NOT NULL,
      id TEXT NOT NULL,
      event_type TEXT NOT NULL,
      occurred_at TEXT NOT NULL,
      data TEXT NOT NULL,
      PRIMARY KEY (account, id)
    ) STRICT;
    CREATE TABLE notifications (
      account INTEGER NOT NULL,
      id TEXT NOT NULL,
      notification_setting_id TEXT NOT NULL,
      event_id TEXT NOT NULL,
      event_type TEXT NOT NULL,
      status TEXT NOT NULL,
      payload TEXT NOT NULL,
      origin TEXT NOT NULL,
      occurred_at TEXT NOT NULL,
      occurred INTEGER NOT NULL,
      about TEXT NOT NULL,
      searched TEXT NOT NULL,
      due INTEGER,
      times_attempted INTEGER NOT NULL DEFAULT 0,
      last_attempt_at TEXT,
      retry_at TEXT,
      delivered_at TEXT,
      replayed_at TEXT,
      PRIMARY KEY (account, id)
    ) STRICT;
    CREATE INDEX notifications_by_due ON notifications (account, notification_setting_id, due, id) WHERE due IS NOT NULL;
    CREATE INDEX notifications_by_setting ON notifications (account, notification_setting_id, id);
    CREATE INDEX notifications_by_status ON notifications (account, status, id);
    CREATE INDEX notifications_by_time ON notifications (account, occurred);
    CREATE TABLE notification_logs (
      account INTEGER NOT NULL,
      id TEXT NOT NULL,
      notification_id TEXT NOT NULL,
      notification_setting_id TEXT NOT NULL,
      destination TEXT NOT NULL,
      event_id TEXT NOT NULL,
      event_type TEXT NOT NULL,
      attempt INTEGER NOT NULL,
      attempted_at TEXT NOT NULL,
      status TEXT NOT NULL,
      response_code INTEGER NOT NULL,
      response_content_type TEXT,
      response_body TEXT NOT NULL,
      signature TEXT,
      chaos TEXT NOT NULL,
      PRIMARY KEY (account, id)
    ) STRICT;
    CREATE INDEX notification_logs_by_notification ON notification_logs (account, notification_id, id);
    CREATE TABLE private_facts (
      account INTEGER NOT NULL,
      id TEXT NOT NULL,
      facts TEXT NOT NULL,
      due_at INTEGER,
      PRIMARY KEY (account, id)
    ) STRICT;
    CREATE INDEX private_facts_by_due_at ON private_facts (account, due_at, id) WHERE due_at IS NOT NULL;
    CREATE TABLE subscription_history (
      account INTEGER NOT NULL,
      id TEXT NOT NULL,
      subscription_id TEXT NOT NULL,
      action TEXT NOT NULL,
      source TEXT NOT NULL,
      actor_type TEXT NOT NULL,
      actor_id TEXT,
      reason TEXT,
      occurred_at INTEGER NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (account, id)
    ) STRICT;
    CREATE INDEX subscription_history_by_subscription ON subscription_history (account, subscription_id, id);
    CREATE TABLE removed_settings (
      account INTEGER NOT NULL,
      notification_setting_id TEXT NOT NULL,
      PRIMARY KEY (account, notification_setting_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE retired_secrets (
      account INTEGER NOT NULL,
      notification_setting_id TEXT NOT NULL,
      secret TEXT NOT NULL,
      ends_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE portal_sessions (
      token_hash TEXT PRIMARY KEY,
      account INTEGER NOT NULL,
      portal_id TEXT NOT NULL,
      customer_id TEXT NOT NULL,
      subscription_ids TEXT NOT NULL,
      expires_at INTEGER NOT NULL,
      opened TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX portal_sessions_by_expiry ON portal_sessions (account, expires_at);
    CREATE TABLE snapshots (
      account INTEGER NOT NULL,
      name TEXT NOT NULL,
      holder INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      memory TEXT NOT NULL,
      PRIMARY KEY (account, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE discarded (
      account INTEGER PRIMARY KEY
    ) STRICT;
    CREATE TABLE unfinished (
      account INTEGER PRIMARY KEY,
      source INTEGER,
      memory TEXT NOT NULL
    ) STRICT;
    CREATE TABLE counts (
      account INTEGER NOT NULL,
      kind TEXT NOT NULL,
      status TEXT NOT NULL,
      number INTEGER NOT NULL,
      PRIMARY KEY (account, kind, status)
    ) STRICT, WITHOUT ROWID;
    ${triggersOfCascade}
    ${countersOf('events', "'kept'")}
    ${countersOf('notifications', "iif({row}.due IS NULL, 'ended', 'waiting')", 'due')}
  `;
}

/**
 * Makes triggers that count rows by status, since counting a million rows for `estimated_total` or for a limit is
 * slow.
 *
 * @param status SQL of a row's status, with `{row}` for the row
 * @param column the column that determines it; omitted if the status never changes
 */
export function countersOf(table: string, status: string, column?: string): string {
  const statusOf = (row: 'OLD' | 'NEW') => status.replace('{row}', row);
  const count = (row: 'OLD' | 'NEW', change: '+ 1' | '- 1') => `
    INSERT INTO counts VALUES (${row}.account, '${table}', ${statusOf(row)}, 1)
    ON CONFLICT DO UPDATE SET number = number ${change};`;
  const moved = `
    CREATE TRIGGER ${table}_moved AFTER UPDATE OF ${column} ON ${table} WHEN ${statusOf('OLD')} <> ${statusOf('NEW')}
    BEGIN ${count('OLD', '- 1')} ${count('NEW', '+ 1')} END;`;
  return `
    CREATE TRIGGER ${table}_added AFTER INSERT ON ${table} BEGIN ${count('NEW', '+ 1')} END;
    ${column === undefined ? '' : moved}
    CREATE TRIGGER ${table}_removed AFTER DELETE ON ${table} BEGIN ${count('OLD', '- 1')} END;
  `;
}

/** Assumes a million events per account, each with notifications, and those with attempts. */
const statisticsOfEvents = [
  ['events', 'events', '1000000 100000 1'],
  ['notifications', 'notifications', '1000000 100000 1'],
  ['notifications', 'notifications_by_due', '1000000 100000 10000 10 1'],
  ['notifications', 'notifications_by_setting', '1000000 100000 10000 1'],
  ['notifications', 'notifications_by_status', '1000000 100000 50000 1'],
  ['notifications', 'notifications_by_time', '1000000 100000 10'],
  ['notification_logs', 'notification_logs', '1000000 100000 1'],
  ['notification_logs', 'notification_logs_by_notification', '1000000 100000 10 1'],
  ['private_facts', 'private_facts_by_due_at', '1000000 100000 10 1'],
  ['subscription_history', 'subscription_history', '1000000 100000 1'],
  ['subscription_history', 'subscription_history_by_subscription', '1000000 100000 10 1'],
].map((row) => `('${row.join("', '")}')`);

/** Gives SQLite the statistics of an account in use. */
export function statistics(): string {
  // ANALYZE has counted the rows of an index with a condition, which are none.
  return `ANALYZE; DELETE FROM sqlite_stat1 WHERE tbl = 'private_facts'; INSERT INTO sqlite_stat1 VALUES ${statisticsOfEvents.join(', ')}; ANALYZE sqlite_schema;`;
}
