/**
 * What each version of the tables changed in the one before. A file is brought up to date step by step. What stands here
 * was released, and is changed no more: it names its tables itself and asks nothing of today's.
 */
export const migrations: readonly { to: number; sql: string }[] = [
  {
    // Snapshots, each entity's previous text, when subscriptions are billed next, and the fields that Paddle added.
    to: 2,
    sql: `
      ${['customers', 'addresses', 'businesses', 'subscriptions', 'transactions', 'notification_settings']
        .map((table) => `ALTER TABLE ${table} ADD COLUMN previous TEXT;`)
        .join('\n')}
      CREATE TABLE snapshots (
        account INTEGER NOT NULL,
        name TEXT NOT NULL,
        holder INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        memory TEXT NOT NULL,
        PRIMARY KEY (account, name)
      ) STRICT, WITHOUT ROWID;
      ALTER TABLE subscriptions ADD COLUMN next_billed_at INTEGER;
      UPDATE subscriptions SET next_billed_at =
        CAST(round(1000 * unixepoch(json_extract(json, '$.next_billed_at'), 'subsec')) AS INTEGER);
      CREATE INDEX subscriptions_by_next_billed_at ON subscriptions (account, next_billed_at, id) ;
      INSERT INTO sqlite_stat1 VALUES
        ('subscriptions', 'subscriptions_by_next_billed_at', '1000000 1000000 10 1');
      ${['businesses', 'subscriptions', 'transactions']
        .map((table) => `UPDATE ${table} SET json = upgraded_${table}(json);`)
        .join('\n')}
    `,
  },
];
