import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocument } from '#openapi/document/read.ts';
import { validatorOf } from '#openapi/document/validator.ts';
import { type Paddock, startPaddock } from '../../index.ts';
import { kindNames } from '../../resources/kinds.ts';
import { call } from '../../testing/call.ts';
import { KillableServers } from '../testing/killable-servers.ts';
import { startReceiver } from '../testing/receiver.ts';
import { openDatabase, schemaVersion } from './database.ts';
import { Database } from './sqlite.ts';

/** Version and hash of today's tables. See released/README.md before you change it. */
const fingerprint = { version: 2, sha256: '182b6afbe4018fd1cf872837c872514de240c63779c1a67bb4d2b20518faaa0c' };

/** Kinds whose entities gained fields, with their schemas. */
const upgraded = [
  ['businesses', 'business'],
  ['subscriptions', 'subscription'],
  ['transactions', 'transaction'],
] as const;
const validate = validatorOf(readDocument('guide'));

const released = new URL('./released/', import.meta.url);
const files = (await readdir(released)).filter((name) => name.endsWith('.sqlite.gz')).sort();

test('each version of the tables before this one has a file that its release wrote', () => {
  const versions = Array.from({ length: schemaVersion - 1 }, (_, index) => index + 1);
  expect(files).toEqual(versions.map((version) => `schema-${version}.sqlite.gz`).sort());
});

test('tables do not change without a new version, except those of kinds, which are derived', () => {
  using database = openDatabase();
  for (const kind of [...kindNames, 'subscription_levels', 'time_counts', 'day_sums'])
    database.exec(`DROP TABLE ${kind}`);
  const sha256 = createHash('sha256')
    .update(JSON.stringify(schemaOf(database)))
    .digest('hex');
  expect({ version: schemaVersion, sha256 }).toEqual(fingerprint);
});

describe.each(files)('%s', (name) => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'paddock-'));
    file = join(folder, 'data.sqlite');
    await writeFile(file, gunzipSync(await readFile(new URL(name, released))));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Copies the file, for a migration to work on. */
  async function copyTo(copy: string): Promise<string> {
    const path = join(folder, copy);
    await copyFile(file, path);
    return path;
  }

  test('becomes like a new file: columns, indexes, triggers and statistics', async () => {
    using migrated = openDatabase(await copyTo('schema'));
    using fresh = openDatabase();
    expect(schemaOf(migrated)).toEqual(schemaOf(fresh));
    expect(migrated.pragma('integrity_check')).toBe('ok');
  });

  test('is served as written, plus the fields that Paddle added: by ID, in lists, by filters and by search', async () => {
    const data = await copyTo('answers');
    openDatabase(data).close();
    const [before, rows] = [rowsOf(file), rowsOf(data)];
    for (const kind of ['customers', 'addresses', 'notification_settings'])
      expect(rows.of(kind)).toEqual(before.of(kind));
    for (const [kind, schema] of upgraded) {
      expect(rows.of(kind).map(({ id }) => id)).toEqual(before.of(kind).map(({ id }) => id));
      for (const entity of rows.of(kind)) expect(validate(['components', 'schemas', schema], entity)).toEqual([]);
    }
    await using paddock = await startPaddock({ data });
    for (const path of ['customers', 'subscriptions', 'transactions', 'notification-settings']) {
      expect(await listed(paddock, `/${path}`), path).toEqual(rows.of(path.replace('-', '_')));
    }
    for (const customer of rows.of('customers')) {
      expect((await call(paddock, 'GET', `/customers/${customer.id}`)).data).toEqual(customer);
      for (const path of ['addresses', 'businesses']) {
        const own = rows.of(path).filter(({ customer_id }) => customer_id === customer.id);
        expect(await listed(paddock, `/customers/${customer.id}/${path}`)).toEqual(own);
      }
      const { email } = customer;
      expect(await listed(paddock, `/customers?email=${encodeURIComponent(`${email}`)}`)).toEqual([customer]);
      expect(await listed(paddock, `/customers?search=${customer.id}`)).toEqual([customer]);
    }
    for (const [path, statuses] of [
      ['customers', ['active', 'archived']],
      ['subscriptions', ['active', 'canceled', 'past_due', 'paused', 'trialing']],
    ] as const) {
      for (const status of statuses) {
        const some = rows.of(path).filter((row) => row.status === status);
        expect(await listed(paddock, `/${path}?status=${status}`), status).toEqual(some);
      }
    }
  });

  test('goes on: due deliveries are made, and changes are counted', async () => {
    const data = await copyTo('deliveries');
    await using receiver = await startReceiver();
    redirect(data, receiver.url);
    const notifications = rowsOf(data).notifications;
    await using paddock = await startPaddock({ data });
    await paddock.clock.advance({ days: 1 });
    const { data: now } = await call(paddock, 'GET', '/notifications?per_page=200');
    expect(notifications.length).toBeGreaterThan(0);
    expect(now.map(({ id }: { id: string }) => id)).toEqual(notifications);
    expect(new Set(now.map(({ status }: { status: string }) => status))).toEqual(new Set(['delivered']));
    const [customer] = rowsOf(file)
      .of('customers')
      .filter(({ status }) => status === 'active');
    const before = await call(paddock, 'GET', '/customers?status=archived');
    await call(paddock, 'POST', `/customers/${customer?.id}/archive`);
    const after = await call(paddock, 'GET', '/customers?status=archived');
    expect(after.meta.pagination.estimated_total).toBe(before.meta.pagination.estimated_total + 1);
  });

  test('is left unchanged if its migration is killed', async () => {
    const data = await copyTo('killed');
    using servers = new KillableServers();
    // The first statement begins the transaction, the second ends it.
    const start = servers.start({ data, webhookUrl: 'http://127.0.0.1:9/dead' }, 2);
    await expect(start).rejects.toThrow('killed before it started');
    using left = new Database(data);
    using before = new Database(file, { readOnly: true });
    expect(left.pragma('user_version')).toEqual(before.pragma('user_version'));
    expect(schemaOf(left)).toEqual(schemaOf(before));
  });
});

type Entity = {
  id: string;
  customer_id?: string;
  status?: string;
  email?: string;
  management_urls?: Record<string, string | null>;
};

/** Reads the rows of a file with SQL, newest first, like lists. */
function rowsOf(file: string) {
  using database = new Database(file);
  const texts = (table: string) =>
    database.prepare(`SELECT json FROM ${table} WHERE account = 1 ORDER BY id DESC`).pluck().all().map(String);
  const kinds = ['customers', 'addresses', 'businesses', 'subscriptions', 'transactions', 'notification_settings'];
  const entities = new Map(kinds.map((kind) => [kind, texts(kind).map((text): Entity => JSON.parse(text))]));
  const notifications = database

    .prepare('SELECT id FROM notifications WHERE account = 1 ORDER BY id DESC')
    .pluck()
    .all()
    .map(String);
  return { notifications, of: (kind: string) => entities.get(kind) ?? [] };
}

async function listed(paddock: Paddock, path: string): Promise<Entity[]> {
  const { data, meta } = await call(paddock, 'GET', `${path}${path.includes('?') ? '&' : '?'}per_page=200`);
  expect(meta.pagination.estimated_total).toBe(data.length);
  return data.map((entity: Entity) => withStoredLinks(entity, paddock.url));
}

/** Turns links of a subscription, which lead to Paddock's pages with a token, back into those that are stored. */
function withStoredLinks(entity: Entity, url: string): Entity {
  if (!entity.management_urls) return entity;
  const links = Object.entries(entity.management_urls).map(([name, link]) => {
    if (link === null) return [name, link];
    expect(link).toContain(`${url}/customer-portal/subscriptions/${entity.id}/`);
    const { pathname, searchParams } = new URL(link);
    expect([...searchParams.keys()]).toEqual(['token']);
    return [name, `https://sandbox-buyer-portal.paddle.com${pathname.replace('/customer-portal', '')}`];
  });
  return { ...entity, management_urls: Object.fromEntries(links) };
}

/** Replaces the destination's URL, since the released file's is unreachable. */
function redirect(file: string, url: string): void {
  using database = new Database(file);
  database.prepare("UPDATE notification_settings SET json = json_set(json, '$.destination', ?)").run(url);
}

/** Returns a file's schema, regardless of the order of columns, with the statistics given to SQLite. */
function schemaOf(database: Database) {
  const all = (sql: string) => database.prepare(sql).pluck().all().map(String);
  return {
    columns:
      all(`SELECT m.name || ' ' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || coalesce(c.dflt_value, '')
      || ' ' || c.pk FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY 1`),
    others: all("SELECT sql FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL").map(withoutSpaces).sort(),
    statistics: all("SELECT tbl || ' ' || idx || ' ' || stat FROM sqlite_stat1 ORDER BY 1"),
  };
}

function withoutSpaces(sql: string): string {
  return sql.replaceAll(/\s+/g, ' ').trim();
}
