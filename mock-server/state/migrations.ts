/**
 * What each version of the tables changed in the one before. A file is brought up to date step by step. What stands here
 * was released, and is changed no more: it names its tables itself and asks nothing of today's.
 */
export const migrations: readonly { to: number; sql: string }[] = [
  {
    // Snapshots, and each entity's previous text.
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
    `,
  },
];
