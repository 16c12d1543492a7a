import { openDatabase } from '../database/database.ts';
import type { Database } from '../database/sqlite.ts';

/** Findings about a data file, read with plain SQL. */
export type Audit = {
  /** Descriptions of inconsistencies; empty for a consistent file. */
  problems: readonly string[];
  /** The JSON text of each customer and address, by ID. */
  entities: ReadonlyMap<string, string>;
};

/** Queries that must find no row. All rows belong to one account with one destination for all events. */
const laws: Readonly<Record<string, string>> = {
  'an event has one notification, and it holds the event': `
    SELECT events.id FROM events LEFT JOIN (
      SELECT event_id, count(*) AS number, min(payload) AS payload FROM notifications GROUP BY event_id
    ) ON event_id = events.id
    WHERE number IS NOT 1 OR payload NOT LIKE '{"event_id":"' || id || '",%'
      OR substr(payload, -length(data) - 8) <> '"data":' || data || '}'`,
  'a notification has its event': 'SELECT id FROM notifications WHERE event_id NOT IN (SELECT id FROM events)',
  'an attempt has its log': `
    SELECT notifications.id FROM notifications LEFT JOIN (
      SELECT notification_id, count(*) AS number FROM notification_logs GROUP BY notification_id
    ) ON notification_id = notifications.id
    WHERE times_attempted <> coalesce(number, 0)`,
  'what is delivered is due no more': `
    SELECT id FROM notifications WHERE (status = 'delivered') <> (delivered_at IS NOT NULL AND due IS NULL)`,
  'an address has its customer': 'SELECT id FROM addresses WHERE customer_id NOT IN (SELECT id FROM customers)',
  'the counts are those of the rows': `
    WITH counted AS (
      SELECT 'customers' AS kind, status, count(*) AS number FROM customers GROUP BY status
      UNION ALL SELECT 'addresses', status, count(*) FROM addresses GROUP BY status
      UNION ALL SELECT 'events', 'kept', count(*) FROM events HAVING count(*) > 0
      UNION ALL SELECT 'notifications', iif(due IS NULL, 'ended', 'waiting'), count(*) FROM notifications GROUP BY 2
    ), kept AS (SELECT kind, status, number FROM counts WHERE number <> 0)
    SELECT kind || ' ' || status FROM (SELECT * FROM counted EXCEPT SELECT * FROM kept)
    UNION ALL SELECT kind || ' ' || status FROM (SELECT * FROM kept EXCEPT SELECT * FROM counted)`,
};

/** Audits the file of a killed server. Opening changes the file, so pass a copy. */
export function audit(file: string): Audit {
  const database = openDatabase(file);
  try {
    const integrity = database.pragma('integrity_check');
    const rows = rowsOf(database);
    const problems = [
      ...(integrity === 'ok' ? [] : [`integrity_check: ${integrity}`]),
      ...Object.entries(laws).flatMap(([law, sql]) =>
        database
          .prepare(sql)
          .pluck()
          .all()
          .map((id) => `${law}: not ${id}`),
      ),
      ...againstEvents(database, rows),
    ];
    return { problems, entities: new Map(rows.map(({ id, json }) => [id, json])) };
  } finally {
    database.close();
  }
}

type Row = { id: string; json: string; previous: string | null };

function rowsOf(database: Database): Row[] {
  const sql = 'SELECT id, json, previous FROM customers UNION ALL SELECT id, json, previous FROM addresses';
  return database.prepare(sql).all() as Row[];
}

/**
 * Checks that each entity equals its last event, its previous version the event before, and that every event has its
 * entity.
 */
function againstEvents(database: Database, rows: readonly Row[]): string[] {
  const eventsById = new Map<string, string[]>();
  for (const data of database.prepare('SELECT data FROM events ORDER BY id').pluck().all().map(String)) {
    const { id } = JSON.parse(data);
    eventsById.set(id, [...(eventsById.get(id) ?? []), data]);
  }
  const isAnnounced = ({ id, json, previous }: Row) => {
    const events = eventsById.get(id) ?? [];
    eventsById.delete(id);
    return events.at(-1) === json && (events.at(-2) ?? null) === previous;
  };
  const stale = rows.filter((row) => !isAnnounced(row)).map(({ id }) => `an entity equals its events: not ${id}`);
  return [...stale, ...[...eventsById.keys()].map((id) => `an event has its entity: not that of ${id}`)];
}
