import { createHash } from 'node:crypto';
import type { Profile } from '#fixtures/index.ts';
import { specOf } from '../api-spec.ts';
import { profile as behavioursOf } from '../behaviours.ts';
import { openDatabase } from '../state/database.ts';
import { entityKindsOf, seedKinds } from '../state/entity-kinds.ts';
import { kindNames, kinds } from '../state/kinds.ts';
import type { Database } from '../state/sqlite.ts';

/** A law of a data file, and SQL that finds what breaks it. */
type Law = { law: string; sql: string };

/**
 * Reads a data file with nothing but SQL, and says what of it was written by halves. The file's server has ended.
 *
 * @param plainKeys keys of accounts whose behaviours nobody changed
 */
export function auditFile(file: string, profile: Profile, plainKeys: readonly string[]): string[] {
  using database = openDatabase(file);
  const integrity = database.pragma('integrity_check');
  const laws = [...lawsOfEntities(profile), ...lawsOfNotifications, ...lawsOfAccounts()];
  return [
    ...(integrity === 'ok' ? [] : [`integrity_check: ${integrity}`]),
    ...laws.flatMap(({ law, sql }) => offenders(database, sql).map((row) => `${law}: ${row}`)),
    ...duplicateEmails(database, profile, plainKeys),
  ];
}

/** The first ones tell enough. */
function offenders(database: Database, sql: string, ...values: (string | number)[]): string[] {
  return database
    .prepare(`${sql} LIMIT 5`)
    .all(...values)
    .map((row) => JSON.stringify(row).slice(0, 2_000));
}

function lawsOfEntities(profile: Profile): Law[] {
  const { referencesOf } = entityKindsOf(specOf(behavioursOf(profile)));
  return [
    ...kindNames.flatMap((kind) => [
      {
        law: `${kind} are JSON`,
        sql: `SELECT account, id FROM ${kind} WHERE NOT json_valid(json) OR NOT json_valid(coalesce(previous, 'null'))`,
      },
      { law: `${kind} have their ID`, sql: `SELECT account, id FROM ${kind} WHERE json ->> 'id' IS NOT id` },
      { law: `${kind} are what their last events tell`, sql: lastEventSql(kind) },
    ]),
    ...seedKinds.flatMap((kind) =>
      referencesOf(kind).map(({ field, kind: other }) => ({
        law: `${kind} have the ${other} that they refer to`,
        sql: `SELECT account, id, json ->> '${field}' AS missing FROM ${kind} AS one WHERE missing IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM ${other} WHERE account = one.account AND id = missing)`,
      })),
    ),
    ...kindNames.filter((kind) => 'status' in kinds[kind].columns).map(countsOf),
  ];
}

function lastEventSql(kind: string): string {
  return `WITH last AS (
      SELECT account AS of, data ->> 'id' AS about, max(id) AS event FROM events GROUP BY account, about
    ) SELECT one.account, one.id, one.json, events.id AS event, events.data FROM last
    JOIN ${kind} AS one ON one.account = last.of AND one.id = last.about
    JOIN events ON events.account = last.of AND events.id = last.event
    WHERE events.data <> one.json`;
}

function countsOf(kind: string): Law {
  const counted = `SELECT account, status, count(*) AS number FROM ${kind} GROUP BY account, status`;
  const kept = `SELECT account, status, number FROM counts WHERE kind = '${kind}' AND number <> 0`;
  return {
    law: `counts are those of the ${kind}`,
    sql: `SELECT * FROM (SELECT * FROM (${counted} EXCEPT ${kept}) UNION ALL SELECT * FROM (${kept} EXCEPT ${counted}))`,
  };
}

const lawsOfNotifications: readonly Law[] = [
  { law: 'events are JSON', sql: 'SELECT account, id FROM events WHERE NOT json_valid(data)' },
  { law: 'payloads are JSON', sql: 'SELECT account, id FROM notifications WHERE NOT json_valid(payload)' },
  {
    law: 'attempts have their logs',
    sql: `SELECT account, id, times_attempted, logs FROM (SELECT *, (SELECT count(*) FROM notification_logs
      WHERE account = one.account AND notification_id = one.id) AS logs FROM notifications AS one) WHERE times_attempted <> logs`,
  },
  {
    law: 'logs have their notifications',
    sql: `SELECT account, id FROM notification_logs AS one WHERE NOT EXISTS (
      SELECT 1 FROM notifications WHERE account = one.account AND id = one.notification_id)`,
  },
  {
    law: 'notifications have their destinations',
    sql: `SELECT account, id FROM notifications AS one WHERE NOT EXISTS (
      SELECT 1 FROM notification_settings WHERE account = one.account AND id = one.notification_setting_id)`,
  },
  {
    law: 'what was delivered is due no more',
    sql: `SELECT account, id, status, delivered_at, due FROM notifications
      WHERE (status = 'delivered') <> (delivered_at IS NOT NULL AND due IS NULL)`,
  },
];

function lawsOfAccounts(): Law[] {
  const tables = [
    ...kindNames,
    'events',
    'notifications',
    'notification_logs',
    'retired_secrets',
    'portal_sessions',
    'snapshots',
    'api_keys',
  ];
  return tables.map((table) => ({
    law: `${table} have their account`,
    sql: `SELECT DISTINCT account FROM ${table} WHERE account NOT IN (SELECT id FROM accounts)`,
  }));
}

function duplicateEmails(database: Database, profile: Profile, plainKeys: readonly string[]): string[] {
  if (behavioursOf(profile)['duplicate-emails'] !== 'reject') return [];
  const sql = `SELECT account, email, count(*) AS number FROM customers
    WHERE account = (SELECT account FROM api_keys WHERE hash = ?) GROUP BY email HAVING number > 1`;
  return plainKeys.flatMap((key) => {
    const hash = createHash('sha256').update(key).digest('hex');
    return offenders(database, sql, hash).map((row) => `customers have emails of their own: ${row}`);
  });
}
