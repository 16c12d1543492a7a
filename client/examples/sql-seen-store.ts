import type { SeenStore } from '../index.ts';
import { inTransaction, type SqlDatabase, textIn } from './sql-database.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS webhook_event (
    event_id TEXT PRIMARY KEY,
    body     TEXT NOT NULL,     -- kept until the event is done, so that it survives a crash
    lease    TEXT,              -- NULL while no process works on the event
    due_at   INTEGER NOT NULL,  -- end of the lease or, without one, time of the next attempt; ms since 1970
    attempts INTEGER NOT NULL,
    done_at  INTEGER            -- ms since 1970; NULL until then
  ) STRICT;
  CREATE INDEX IF NOT EXISTS webhook_event_due ON webhook_event (due_at) WHERE done_at IS NULL;
`;

const minute = 60_000;
/** Period for which Paddle keeps events and can replay them. */
const retention = 90 * 24 * 60 * minute;

interface SqlSeenStoreOptions {
  /** Duration of a claim, in seconds. Must be longer than processing takes. Default: 60. */
  readonly leaseSeconds?: number;
  readonly now?: (() => number) | undefined;
}

/** A seen store in the application's database. Events survive a crash, so the handler responds before processing. */
export interface SqlSeenStore extends SeenStore {
  takeOverdue: NonNullable<SeenStore['takeOverdue']>;
  /**
   * Completes an event in the caller's transaction, together with the caller's writes.
   *
   * @throws Error if another process has claimed the event meanwhile; the transaction must be rolled back.
   */
  completeWithin(eventId: string, lease: string): void;
  /** Deletes processed events that Paddle can no longer replay. Call it regularly. */
  prune(): void;
}

export function createSqlSeenStore(database: SqlDatabase, options: SqlSeenStoreOptions = {}): SqlSeenStore {
  const { leaseSeconds = 60, now = Date.now } = options;
  database.exec(schema);
  const claim = database.prepare(`
    INSERT INTO webhook_event (event_id, body, lease, due_at, attempts) VALUES (?, ?, ?, ?, 1)
    ON CONFLICT (event_id) DO UPDATE SET lease = excluded.lease, due_at = excluded.due_at, attempts = attempts + 1
    WHERE done_at IS NULL AND (lease IS NULL OR webhook_event.due_at <= ?)`);
  const wasTried = database.prepare('SELECT 1 FROM webhook_event WHERE event_id = ? AND attempts > 1');
  const isDone = database.prepare('SELECT 1 FROM webhook_event WHERE event_id = ? AND done_at IS NOT NULL');
  const complete = database.prepare(
    "UPDATE webhook_event SET done_at = ?, lease = NULL, body = '' WHERE event_id = ? AND lease = ?",
  );
  // Makes a failed event due again after 1, 2, 4 … minutes, at most an hour. Paddle's own retries are not delayed.
  const release = database.prepare(`
    UPDATE webhook_event SET lease = NULL, due_at = ? + ${minute} * MIN(60, 1 << MIN(attempts - 1, 6))
    WHERE event_id = ? AND lease = ?`);
  const overdue = database.prepare(
    'SELECT event_id, body FROM webhook_event WHERE done_at IS NULL AND due_at <= ? ORDER BY due_at LIMIT ?',
  );
  const prune = database.prepare('DELETE FROM webhook_event WHERE done_at < ?');

  const tryClaim = (eventId: string, body: string) => {
    const lease = crypto.randomUUID();
    const { changes } = claim.run(eventId, body, lease, now() + leaseSeconds * 1000, now());
    return Number(changes) === 1 ? lease : null;
  };

  return {
    claim: async (eventId, body) => {
      const lease = tryClaim(eventId, body);
      if (lease !== null) return { outcome: 'claimed', lease, again: wasTried.get(eventId) !== undefined };
      return { outcome: isDone.get(eventId) === undefined ? 'busy' : 'done' };
    },
    complete: async (eventId, lease) => {
      complete.run(now(), eventId, lease);
    },
    completeWithin: (eventId, lease) => {
      const { changes } = complete.run(now(), eventId, lease);
      if (Number(changes) === 0) throw new Error(`Event ${eventId} has been claimed by another process.`);
    },
    release: async (eventId, lease) => {
      release.run(now(), eventId, lease);
    },
    takeOverdue: async (limit) =>
      inTransaction(database, () =>
        overdue.all(now(), limit).flatMap((row) => {
          const [eventId, body] = [textIn(row, 'event_id'), textIn(row, 'body')];
          const lease = tryClaim(eventId, body);
          return lease === null ? [] : [{ eventId, lease, body }];
        }),
      ),
    prune: () => {
      prune.run(now() - retention);
    },
  };
}
