import type { SqlDatabase } from '../examples/sql-database.ts';
import type { Subscription } from '../index.ts';

export interface SubscriptionEvent {
  readonly event_id: string;
  readonly event_type: string;
  readonly occurred_at: string;
  readonly notification_id: string;
  readonly data: Subscription;
}

/** A process that receives webhooks. */
export interface Consumer {
  /** Delivers an event; true if the response was 200, so that Paddle does not retry. Rejects without a response. */
  receive(event: SubscriptionEvent): Promise<boolean>;
  /** Waits until nothing is being processed. */
  idle(): Promise<void>;
  /** Processes unfinished events; true if there were any. */
  resume(): Promise<boolean>;
}

/** Starts a process. `now` in milliseconds since 1970. */
export type StartConsumer = (database: SqlDatabase, now: () => number) => Consumer;

const schema = `
  CREATE TABLE IF NOT EXISTS subscription_status (subscription_id TEXT PRIMARY KEY, status TEXT, occurred_at TEXT);
  CREATE TABLE IF NOT EXISTS seen (event_id TEXT PRIMARY KEY);
`;
const upsert = `
  INSERT INTO subscription_status VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET status = excluded.status, occurred_at = excluded.occurred_at`;

/** Consumers with typical mistakes, each of which must leave a wrong table in some run. */
export const brokenConsumers: Readonly<Record<string, StartConsumer>> = {
  'writes what comes last': consume((database, { data, occurred_at }) => {
    database.prepare(upsert).run(data.id, data.status, occurred_at);
  }),

  'compares times as text': consume((database, { data, occurred_at }) => {
    const guarded = `${upsert} WHERE excluded.occurred_at >= subscription_status.occurred_at`;
    database.prepare(guarded).run(data.id, data.status, occurred_at);
  }),

  'compares times to the millisecond': consume((database, { data, occurred_at }) => {
    const guarded = `${upsert} WHERE excluded.occurred_at >= subscription_status.occurred_at`;
    database.prepare(guarded).run(data.id, data.status, new Date(occurred_at).toISOString());
  }),

  'marks an event as seen before it writes': consume((database, { event_id, data, occurred_at }) => {
    const { changes } = database.prepare('INSERT INTO seen VALUES (?) ON CONFLICT DO NOTHING').run(event_id);
    // The order is right, so that only the separate mark is wrong.
    const order = `${occurred_at.replace('Z', '').padEnd(19, '.').padEnd(26, '0')} ${event_id}`;
    const guarded = `${upsert} WHERE excluded.occurred_at > subscription_status.occurred_at`;
    if (Number(changes) === 1) database.prepare(guarded).run(data.id, data.status, order);
  }),
};

function consume(write: (database: SqlDatabase, event: SubscriptionEvent) => void): StartConsumer {
  return (database) => {
    database.exec(schema);
    return {
      receive: async (event) => {
        write(database, event);
        return true;
      },
      idle: async () => {},
      resume: async () => false,
    };
  };
}
