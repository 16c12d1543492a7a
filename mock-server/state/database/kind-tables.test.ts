import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPaddock } from '../../index.ts';
import { call } from '../../testing/call.ts';
import { openDatabase } from './database.ts';
import { Database } from './sqlite.ts';

let folder: string;
let data: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-'));
  data = join(folder, 'data.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

/** Changes a data file to look as if another version had written it. */
function tamper(sql: string): void {
  using database = new Database(data);
  database.exec(sql);
}

/** Writes a file with two customers, the second one renamed and archived. */
async function writeFile(): Promise<void> {
  await using paddock = await startPaddock({ data });
  await call(paddock, 'POST', '/customers', { email: 'zoe@example.com', name: 'Zoë' });
  const { data: sam } = await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
  await call(paddock, 'PATCH', `/customers/${sam.id}`, { name: 'Sam' });
  await call(paddock, 'POST', `/customers/${sam.id}/archive`);
}

function contents(): unknown[] {
  using database = new Database(data, { readOnly: true });
  return ['SELECT * FROM customers ORDER BY id', "SELECT * FROM counts WHERE kind = 'customers' AND number > 0"].map(
    (sql) => database.prepare(sql).all(),
  );
}

test.each([
  ['had no column for a field', 'DROP INDEX customers_by_email; ALTER TABLE customers DROP COLUMN email'],
  ['had another column', 'ALTER TABLE customers ADD COLUMN locale TEXT'],
  ['did not search a field', 'UPDATE customers SET searched = id'],
])('a table of an earlier version that %s is made anew from the stored JSON', async (_, change) => {
  await writeFile();
  const before = contents();
  tamper(`${change}; UPDATE kinds SET fingerprint = 'earlier' WHERE name = 'customers'`);
  openDatabase(data).close();
  expect(contents()).toEqual(before);
  await using paddock = await startPaddock({ data });
  const { data: found } = await call(paddock, 'GET', '/customers?search=zo%C3%AB');
  expect(found).toMatchObject([{ email: 'zoe@example.com' }]);
});

test('a table of this version is left unchanged', async () => {
  await writeFile();
  tamper('CREATE INDEX own ON customers (account)');
  openDatabase(data).close();
  using database = new Database(data);
  expect(database.prepare("SELECT name FROM sqlite_schema WHERE name = 'own'").all()).toHaveLength(1);
});

test('a kind that an earlier version lacked gets its table', async () => {
  await writeFile();
  tamper("DROP TABLE transactions; DELETE FROM kinds WHERE name = 'transactions'");
  await using paddock = await startPaddock({ data });
  const { event_type } = await call(paddock, 'POST', '/_paddock/trigger/transaction.created', {});
  expect(event_type).toBe('transaction.created');
});

test('a file with a kind that came later is refused', async () => {
  await writeFile();
  tamper("INSERT INTO kinds VALUES ('parrots', 'later')");
  expect(() => openDatabase(data)).toThrow('a newer version of Paddock wrote it');
});

test('a table with invalid JSON is not rebuilt: the file is damaged', async () => {
  await writeFile();
  tamper("UPDATE customers SET json = '{'; UPDATE kinds SET fingerprint = 'earlier'");
  expect(() => openDatabase(data)).toThrow('it is damaged');
});
