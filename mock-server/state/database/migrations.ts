/**
 * Changes of the tables from one version to the next, applied in order. They are released and must not change: they
 * name their tables themselves and use nothing of today's. Tables of kinds are rebuilt afterwards, so a step only
 * changes the JSON in them.
 */
export const migrations: readonly { to: number; sql: string }[] = [
  {
    // Snapshots, removal in portions, settings and rates, and the fields that Paddle added. Events and notifications keep their tables
    // without row IDs, which are slower but otherwise equivalent.
    to: 2,
    sql: `
      CREATE TABLE snapshots (
        account INTEGER NOT NULL,
        name TEXT NOT NULL,
        holder INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        memory TEXT NOT NULL,
        PRIMARY KEY (account, name)
      ) STRICT, WITHOUT ROWID;
      ${['businesses', 'subscriptions', 'transactions']
        .map((table) => `UPDATE ${table} SET json = upgraded_${table}(json);`)
        .join('\n')}
      ALTER TABLE accounts ADD COLUMN rules TEXT NOT NULL DEFAULT '{}';
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
      CREATE TABLE discarded (
        account INTEGER PRIMARY KEY
      ) STRICT;
      CREATE TABLE unfinished (
        account INTEGER PRIMARY KEY,
        source INTEGER,
        memory TEXT NOT NULL
      ) STRICT;
      DROP TRIGGER notifications_removed;
      CREATE TRIGGER notification_logs_removed AFTER DELETE ON notifications BEGIN
        DELETE FROM notification_logs WHERE account = OLD.account AND notification_id = OLD.id;
      END;
      CREATE INDEX notifications_by_setting ON notifications (account, notification_setting_id, id);
      INSERT INTO sqlite_stat1 VALUES
        ('events', 'events', '1000000 100000 1'),
        ('notifications', 'notifications', '1000000 100000 1'),
        ('notifications', 'notifications_by_due', '1000000 100000 10000 10 1'),
        ('notifications', 'notifications_by_setting', '1000000 100000 10000 1'),
        ('notifications', 'notifications_by_status', '1000000 100000 50000 1'),
        ('notifications', 'notifications_by_time', '1000000 100000 10'),
        ('notification_logs', 'notification_logs', '1000000 100000 1'),
        ('notification_logs', 'notification_logs_by_notification', '1000000 100000 10 1'),
        ('private_facts', 'private_facts_by_due_at', '1000000 100000 10 1'),
        ('subscription_history', 'subscription_history', '1000000 100000 1'),
        ('subscription_history', 'subscription_history_by_subscription', '1000000 100000 10 1');
      INSERT INTO counts SELECT account, 'events', 'kept', count(*) FROM events GROUP BY account;
      INSERT INTO counts SELECT account, 'notifications', iif(due IS NULL, 'ended', 'waiting'), count(*)
        FROM notifications GROUP BY 1, 3;
      ${[
        ['events', "'kept'", undefined],
        ['notifications', "iif({row}.due IS NULL, 'ended', 'waiting')", 'due'],
      ]
        .map(([table, status = '', column]) => {
          const [old, next] = ['OLD', 'NEW'].map((row) => status.replace('{row}', row));
          const less = `INSERT INTO counts VALUES (OLD.account, '${table}', ${old}, 1) ON CONFLICT DO UPDATE SET number = number - 1;`;
          const more = `INSERT INTO counts VALUES (NEW.account, '${table}', ${next}, 1) ON CONFLICT DO UPDATE SET number = number + 1;`;
          const moved = `CREATE TRIGGER ${table}_moved AFTER UPDATE OF ${column} ON ${table} WHEN ${old} <> ${next} BEGIN ${less} ${more} END;`;
          return `
            CREATE TRIGGER ${table}_added AFTER INSERT ON ${table} BEGIN ${more} END;
            ${column === undefined ? '' : moved}
            CREATE TRIGGER ${table}_removed AFTER DELETE ON ${table} BEGIN ${less} END;`;
        })
        .join('\n')}
    `,
  },
];
