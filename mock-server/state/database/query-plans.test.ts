import { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Operation, Parameter, ParameterSchema } from '#openapi/document/operations.ts';
import { type Paddock, startPaddock } from '../../index.ts';
import { kindNames } from '../../resources/kinds.ts';
import { specOf } from '../../spec/api-spec.ts';
import { call } from '../../testing/call.ts';
import { openDatabase } from './database.ts';
import type { Database } from './sqlite.ts';

const watched = ['events', 'notifications', 'notification_logs', ...kindNames];
const statements = new Set<string>();

beforeAll(async () => {
  const { prepare } = DatabaseSync.prototype;
  const spy = vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (
    this: DatabaseSync,
    sql,
    ...rest
  ) {
    statements.add(sql);
    return Reflect.apply(prepare, this, [sql, ...rest]);
  });
  for (const name of ['guide', 'official'] as const) {
    await using paddock = await startPaddock({
      profile: name,
      rateLimit: false,
      fixtures: 'small-saas',
      clock: { now: '2026-07-01T00:00:00Z', frozen: true },
      webhook: { url: 'http://127.0.0.1:9/' },
      maxEvents: 5,
      maxWaiting: 5,
      onNotice: () => {},
    });
    await exercise(paddock);
  }
  spy.mockRestore();
});

/** Sends requests of every sort that touches the store. */
async function exercise(paddock: Paddock): Promise<void> {
  await call(paddock, 'PUT', '/_paddock/snapshots/start');
  for (const { event_type } of [{ event_type: 'subscription.created' }, { event_type: 'transaction.completed' }])
    await call(paddock, 'POST', `/_paddock/trigger/${event_type}`, {});
  await call(paddock, 'POST', '/_paddock/clock/advance', { days: 5 });
  const ids = await idsOf(paddock);
  for (const operation of specOf(paddock.behaviours).operations.values()) {
    if (operation.method !== 'get') continue;
    const queries = queriesOf(operation, ids, paddock.profile === 'official');
    await Promise.all(queries.map((query) => call(paddock, 'GET', `${pathOf(operation, ids)}?${query}`)));
  }
  for (const filter of [
    '',
    '?event_type=customer.created',
    '?status=failed',
    `?notification_setting_id=${ids['ntfset']}`,
  ])
    await call(paddock, 'GET', `/_paddock/deliveries${filter}`);
  await call(paddock, 'POST', `/notifications/${ids['ntf']}/replay`);
  await call(paddock, 'POST', '/_paddock/destinations', { destination: 'http://127.0.0.1:9/other', past_events: true });
  await call(paddock, 'POST', '/_paddock/fork', {});
  await call(paddock, 'POST', '/_paddock/snapshots/start');
  await call(paddock, 'DELETE', `/notification-settings/${ids['ntfset']}`);
  await fetch(`${paddock.url}/_paddock/metrics`);
  await call(paddock, 'POST', '/_paddock/clock/advance', { days: 100 });
  await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
  await call(paddock, 'POST', '/_paddock/reset');
}

/** Returns an ID of each kind, by prefix. */
async function idsOf(paddock: Paddock): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const path of ['customers', 'subscriptions', 'transactions', 'notification-settings', 'notifications']) {
    const { data } = await call(paddock, 'GET', `/${path}`);
    const id = String(data[0]?.id);
    ids[id.split('_')[0] ?? ''] = id;
  }
  return ids;
}

function pathOf({ path }: Operation, ids: Record<string, string>): string {
  const prefixes: Record<string, string> = {
    customer_id: 'ctm',
    subscription_id: 'sub',
    transaction_id: 'txn',
    notification_id: 'ntf',
    notification_setting_id: 'ntfset',
  };
  return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => ids[prefixes[name] ?? ''] ?? 'none_1');
}

/** Makes queries with each single parameter, and with each pair if asked to. */
function queriesOf({ parameters }: Operation, ids: Record<string, string>, inPairs: boolean): string[] {
  const singles = parameters.filter((parameter) => parameter.in === 'query').flatMap((each) => valuesOf(each, ids));
  const pairs = singles.flatMap((one, place) => singles.slice(place + 1).map((other) => `${one}&${other}`));
  return ['', ...singles, ...(inPairs ? pairs : [])];
}

function valuesOf({ name, schema }: Parameter, ids: Record<string, string>): string[] {
  if (name === 'order_by') return ['order_by=id[ASC]', 'order_by=created_at[DESC]', 'order_by=updated_at[ASC]'];
  if (schema.properties)
    return Object.keys(schema.properties)
      .slice(0, 1)
      .map((key) => `${name}[${key}]=2026-07-01T00:00:00Z`);
  const value = schema.anyOf?.map((each) => sampleOf(each, name, ids)) ?? [sampleOf(schema, name, ids)];
  return value.flatMap((each) => [`${name}=${each}`, ...(schema.type === 'array' ? [`${name}=${each},${each}`] : [])]);
}

function sampleOf(schema: ParameterSchema, name: string, ids: Record<string, string>): string {
  const { items = schema } = schema;
  if (items.enum?.[0] !== undefined) return items.enum[0];
  if (schema['x-time'] || /_at|^from$|^to$/.test(name)) return '2026-07-01T00:00:00Z';
  if (items.type === 'integer') return '10';
  const id = Object.values(ids).find((each) => items.pattern && new RegExp(items.pattern, 'u').test(each));
  return id ?? (name === 'email' ? 'sam@example.com' : 'text');
}

/** Returns the statements of triggers, in a form that can be planned. */
function triggerStatements(database: Database): string[] {
  const sql = "SELECT sql FROM sqlite_schema WHERE type = 'trigger'";
  return database
    .prepare(sql)
    .pluck()
    .all()
    .flatMap((text) => /BEGIN(.*)END/s.exec(String(text))?.[1]?.split(';') ?? [])
    .map((text) => text.replaceAll(/\b(OLD|NEW)\.\w+/g, '?').trim())
    .filter(Boolean);
}

/** Returns the columns by which an index finds an account's rows, by table. */
function indexedColumns(database: Database): Map<string, string[]> {
  const sql = `SELECT info.name FROM pragma_index_list(?) AS list, pragma_index_info(list.name) AS info
    WHERE info.seqno = 1 AND list.partial = 0`;
  return new Map(watched.map((table) => [table, [...database.prepare(sql).pluck().all(table).map(String), 'id']]));
}

/** Returns the steps of a plan that scan a table or an account although an index covers the condition. */
function detoursOf(database: Database, sql: string): string[] {
  const columns = indexedColumns(database);
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
  return plan.flatMap(({ detail }) => {
    const [, verb, name = ''] = /^(SCAN|SEARCH) (\w+)/.exec(detail) ?? [];
    if (verb === 'SCAN' && watched.includes(name)) return [detail];
    const known = columns.get(name);
    if (!known || !/\(account=\?\)$/.test(detail)) return [];
    // The first rows of an account are found by a scan on purpose.
    const isOfFirst = /ORDER BY id (ASC )?LIMIT/.test(sql);
    const avoidable = known.filter((column) => !(isOfFirst && column === 'id'));
    return avoidable.some((column) => isAskedBy(sql, column)) ? [detail] : [];
  });
}

/** Returns true if a statement sorts rows to find the first by ID. Those of several values of a key are few. */
function isSorted(database: Database, sql: string): boolean {
  if (!/ORDER BY id (ASC |DESC )?LIMIT/.test(sql) || / \w+ IN \(SELECT /.test(sql)) return false;
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
  return plan.some(({ detail }) => detail.startsWith('USE TEMP B-TREE FOR ORDER BY'));
}

/** Returns true if a statement compares a column, without the plus that disables an index on purpose. */
function isAskedBy(sql: string, column: string): boolean {
  return new RegExp(`(WHERE|AND) ${column} (=|IN|<|>|<=|>=) `).test(sql.replaceAll(/\s+/g, ' '));
}

test('no statement scans or sorts an account although an index spares it', () => {
  using database = openDatabase();
  const asked = [...statements].filter((sql) => watched.some((table) => sql.includes(table)));
  const all = [...asked, ...triggerStatements(database)].filter((sql) => /^\s*(SELECT|INSERT|UPDATE|DELETE)/.test(sql));
  expect(all.length).toBeGreaterThan(100);
  for (const table of watched)
    expect(all.some((sql) => sql.includes(`FROM ${table} `) || sql.includes(table))).toBe(true);
  const detours = all.flatMap((sql) => detoursOf(database, sql).map((step) => ({ sql, step })));
  expect(detours).toEqual([]);
  expect(all.filter((sql) => isSorted(database, sql))).toEqual([]);
});
