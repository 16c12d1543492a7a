import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Profile } from '#fixtures/index.ts';
import { type Kind, kindNames, kinds, seedKinds } from '../resources/kinds.ts';
import { specOf } from '../spec/api-spec.ts';
import { profile as behavioursOf } from '../spec/behaviours.ts';
import { openDatabase } from '../state/database/database.ts';
import { announcedOf } from '../state/database/entity-row.ts';
import { dayMs, levelsName, seriesOf, summedByDay } from '../state/database/figure-tables.ts';
import { countedTimes, isCounted } from '../state/database/kind-tables.ts';
import type { Database } from '../state/database/sqlite.ts';
import { bucketBits } from '../state/database/time-counts.ts';
import { entityKindsOf } from '../state/entity-kinds.ts';

/** An invariant of a data file, and SQL that finds violations. */
type Law = { law: string; sql: string };

/**
 * Audits a data file with plain SQL, and returns descriptions of half-written data. The file's server has ended.
 *
 * @param steadyKeys keys of accounts whose behaviours never changed
 */
export function auditFile(file: string, profile: Profile, steadyKeys: readonly string[]): string[] {
  using database = openDatabase(file);
  const integrity = database.pragma('integrity_check');
  const steady = accountsOf(database, steadyKeys).join();
  const unreadable = [
    ...(integrity === 'ok' ? [] : [`integrity_check: ${integrity}`]),
    ...lawsOfJson.flatMap((law) => broken(database, law)),
  ];
  // The other laws read the JSON.
  if (unreadable.length > 0) return unreadable;
  const laws = [...lawsOfEntities(profile), ...lawsOfNotifications, ...lawsOfAccounts];
  return [
    ...laws.flatMap((law) => broken(database, law)),
    ...kindNames.flatMap((kind) => differencesFromEvents(database, kind, steady)),
    ...duplicateEmails(database, profile, steady),
  ];
}

/** Limit of violations shown per law. */
const shownAtMost = 5;

function shown(row: unknown): string {
  return JSON.stringify(row).slice(0, 3_000);
}

function broken(database: Database, { law, sql }: Law): string[] {
  const rows = database.prepare(`${sql} LIMIT ${shownAtMost}`).all();
  return rows.map((row) => `${law}: ${shown(row)}`);
}

const lawsOfJson: readonly Law[] = [
  ...kindNames.map((kind) => ({
    law: `${kind} are JSON`,
    sql: `SELECT account, id FROM ${kind} WHERE NOT json_valid(json) OR NOT json_valid(coalesce(previous, 'null'))`,
  })),
  { law: 'events are JSON', sql: 'SELECT account, id FROM events WHERE NOT json_valid(data)' },
  { law: 'payloads are JSON', sql: 'SELECT account, id FROM notifications WHERE NOT json_valid(payload)' },
];

function lawsOfEntities(profile: Profile): Law[] {
  const { referencesOf } = entityKindsOf(specOf(behavioursOf(profile)));
  return [
    ...kindNames.map((kind) => ({
      law: `${kind} have their ID`,
      sql: `SELECT account, id FROM ${kind} WHERE json ->> 'id' IS NOT id`,
    })),
    ...seedKinds.flatMap((kind) =>
      referencesOf(kind).map(({ field, kind: other }) => ({
        law: `${kind} have the ${other} that they refer to`,
        sql: `SELECT account, id, json ->> '${field}' AS missing FROM ${kind} AS one WHERE missing IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM ${other} WHERE account = one.account AND id = missing)`,
      })),
    ),
    ...kindNames.filter(isCounted).map((kind) => countsOf(kind, 'status')),
    ...kindNames.flatMap((kind) => (summedByDay[kind] ?? []).map((figures) => daySumsOf(kind, figures))),
    ...kindNames.flatMap((kind) => countedTimes(kind).map((time) => timeCountsOf(kind, time))),
    levels,
    countsOf('events', "'kept'"),
    countsOf('notifications', "iif(due IS NULL, 'ended', 'waiting')"),
  ];
}

/** Fields that change without an event. */
const silentFields: Partial<Record<Kind, readonly string[]>> = { issued_keys: ['last_used_at', 'exposed_at'] };

/**
 * Finds entities that differ from their last event, which may have more fields. Steady accounts only, since
 * behaviours change events.
 */
function differencesFromEvents(database: Database, kind: Kind, steady: string): string[] {
  const pairs = `WITH last AS (
      SELECT account AS of, data ->> 'id' AS about, max(id) AS event FROM events WHERE account IN (${steady}) GROUP BY of, about
    ) SELECT one.account, one.json, events.id AS event, events.data FROM last
    JOIN ${kind} AS one ON one.account = last.of AND one.id = last.about
    JOIN events ON events.account = last.of AND events.id = last.event WHERE events.data <> one.json`;
  // The columns are those of the SELECT.
  const rows = database.prepare(pairs).all() as { json: string; data: string }[];
  const silent = silentFields[kind] ?? [];
  const isAnnounced = ({ json, data }: { json: string; data: string }) => {
    if (kinds[kind].unannounced === undefined && silent.length === 0) return false;
    const event = JSON.parse(data);
    const entity = Object.entries(JSON.parse(JSON.stringify(announcedOf(kind, JSON.parse(json)))));
    return entity.every(([field, value]) => silent.includes(field) || isDeepStrictEqual(value, event[field]));
  };
  const offending = rows.filter((row) => !isAnnounced(row)).slice(0, shownAtMost);
  return offending.map((row) => `${kind} equal their last events: ${shown(row)}`);
}

/** @param status SQL of the status to count by */
function countsOf(kind: string, status: string): Law {
  const counted = `SELECT account, ${status} AS state, count(*) AS number FROM ${kind} GROUP BY account, state`;
  const kept = `SELECT account, status, number FROM counts WHERE kind = '${kind}' AND number <> 0`;
  return { law: `counts are those of the ${kind}`, sql: differences(counted, kept) };
}

function timeCountsOf(kind: string, time: string): Law {
  const bits = bucketBits.map((each) => `SELECT ${each} AS bits`).join(' UNION ');
  const counted = `SELECT account, bits, ${time} >> bits AS bucket, status, count(*) AS number FROM ${kind}, (${bits})
    WHERE ${time} IS NOT NULL GROUP BY account, bits, bucket, status`;
  const kept = `SELECT account, bits, bucket, status, number FROM time_counts
    WHERE kind = '${kind}' AND time = '${time}' AND number <> 0`;
  return { law: `counts by ${time} are those of the ${kind}`, sql: differences(counted, kept) };
}

function daySumsOf(kind: Kind, [time, high, low]: readonly [string, string, string]): Law {
  const counted = `SELECT account, ${time} / ${dayMs} AS day, count(*), sum(${high}), sum(${low}) FROM ${kind}
    WHERE ${time} IS NOT NULL GROUP BY account, day`;
  const kept = `SELECT account, day, number, high, low FROM day_sums WHERE series = '${seriesOf(kind, time)}' AND number <> 0`;
  return { law: `sums by ${time} are those of the ${kind}`, sql: differences(counted, kept) };
}

const levels: Law = {
  law: 'sums of levels are those of the steps of subscriptions',
  sql: differences(
    `SELECT account, '${levelsName}' || currency AS series, at / ${dayMs} AS day, sum(paying) AS number, sum(high) AS more, sum(low)
      FROM subscription_levels GROUP BY account, series, day HAVING (number, more, sum(low)) <> (0, 0, 0)`,
    `SELECT account, series, day, number, high, low FROM day_sums
      WHERE series > '${levelsName}' AND series < '${levelsName}~' AND (number, high, low) <> (0, 0, 0)`,
  ),
};

function differences(one: string, other: string): string {
  return `SELECT * FROM (SELECT * FROM (${one} EXCEPT ${other}) UNION ALL SELECT * FROM (${other} EXCEPT ${one}))`;
}

const lawsOfNotifications: readonly Law[] = [
  {
    law: 'attempts have their logs',
    sql: `SELECT account, id, times_attempted, logs FROM (SELECT *, (SELECT count(DISTINCT attempt) FROM notification_logs
      WHERE account = one.account AND notification_id = one.id) AS logs FROM notifications AS one) WHERE times_attempted <> logs`,
  },
  {
    law: 'logs have their notifications',
    sql: `SELECT account, id FROM notification_logs AS one WHERE NOT EXISTS (
      SELECT 1 FROM notifications WHERE account = one.account AND id = one.notification_id)`,
  },
  {
    law: 'notifications have their destinations',
    // Those of a removed destination are removed later, in portions.
    sql: `SELECT account, id FROM notifications AS one WHERE (account, notification_setting_id) NOT IN (
      SELECT account, id FROM notification_settings UNION ALL SELECT account, notification_setting_id FROM removed_settings)`,
  },
  {
    law: 'what was delivered is due no more',
    sql: `SELECT account, id, status, delivered_at, due FROM notifications
      WHERE (status = 'delivered') <> (delivered_at IS NOT NULL AND due IS NULL)`,
  },
];

const lawsOfAccounts: readonly Law[] = [
  ...kindNames,
  ...([
    'private_facts',
    'subscription_history',
    'events',
    'notifications',
    'notification_logs',
    'retired_secrets',
    'removed_settings',
  ] as const),
  ...(['portal_sessions', 'snapshots', 'api_keys'] as const),
].map((table) => ({
  law: `${table} have their account`,
  sql: `SELECT DISTINCT account FROM ${table} WHERE account NOT IN (SELECT id FROM accounts)`,
}));

function duplicateEmails(database: Database, profile: Profile, steady: string): string[] {
  if (behavioursOf(profile)['duplicate-emails'] !== 'reject') return [];
  const sql = `SELECT account, email, count(*) AS number FROM customers WHERE account IN (${steady})
    GROUP BY account, email HAVING number > 1`;
  return broken(database, { law: 'customers have emails of their own', sql });
}

function accountsOf(database: Database, keys: readonly string[]): number[] {
  const statement = database.prepare('SELECT account FROM api_keys WHERE hash = ?').pluck();
  const accounts = keys.map((key) => statement.get(createHash('sha256').update(key).digest('hex')));
  return accounts.filter((account) => account !== undefined).map(Number);
}
