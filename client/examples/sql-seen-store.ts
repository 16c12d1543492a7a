import type { SeenStore } from '../index.ts';
import { inTransaction, type SqlDatabase, textIn } from './sql-database.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS webhook_event (
    event_id TEXT PRIMARY KEY,
    body     TEXT NOT NULL,     -- kept until the event is done, so that a crash loses nothing
    lease    TEXT,              -- who is processing it; NULL for nobody
    due_at   INTEGER NOT NULL,  -- when the lease runs out or, without one, when to try again; ms since 1970
    attempts INTEGER NOT NULL,
    done_at  INTEGER            -- ms since 1970; NULL until then
  ) STRICT;
  CREATE INDEX IF NOT EXISTS webhook_event_due ON webhook_event (due_at) WHERE done_at IS NULL;
`;

const minute = 60_000;
/** As long as Paddle keeps events, and so can be asked to send them again. */
const retention = 90 * 24 * 60 * minute;

/** How the store looks at time. */
interface SqlSeenStoreOptions {
  /** How long a claim lasts: longer than processing takes. */
  readonly leaseSeconds?: number;
  readonly now?: (() => number) | undefined;
}

/** A seen store in the application's own database. It keeps events over a crash, so webhooks are answered at once. */
export interface SqlSeenStore extends SeenStore {
  takeOverdue: NonNullable<SeenStore['takeOverdue']>;
  /**
   * Completes an event inside a transaction of the caller's, together with what it changes.
   *
   * @throws Error where the lease is no longer the event's: somebody else has taken over, so nothing may be written.
   */
  completeWithin(eventId: string, lease: string): void;
  /** Forgets what was done so long ago that Paddle cannot send it again. Run it now and then. */
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
  // Tried again after 1, 2, 4 … minutes, at most an hour. A retry of Paddle's is processed at once all the same.
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
      if (Number(changes) === 0) throw new Error(`Event ${eventId} is being processed by somebody else by now.`);
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
