import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { openDatabase } from './database.ts';

describe('a data file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'paddock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('of a newer Paddock is refused and left alone', () => {
    const file = join(folder, 'data.sqlite');
    const database = openDatabase(file);
    database.pragma('user_version = 999');
    database.close();
    expect(() => openDatabase(file)).toThrow(UsageError);
    expect(() => openDatabase(file)).toThrow('a newer Paddock wrote it');
  });

  test('of each version that was released is brought up to date, with all it holds', async () => {
    const file = join(folder, 'data.sqlite');
    await writeFile(file, gunzipSync(await readFile(new URL('./released/schema-1.sqlite.gz', import.meta.url))));
    const migrated = openDatabase(file);
    const fresh = openDatabase();
    const columns =
      "SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY 1";
    expect(migrated.prepare(columns).pluck().all()).toEqual(fresh.prepare(columns).pluck().all());
    expect(migrated.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(28);
    expect(migrated.prepare('SELECT count(*) FROM notifications').pluck().get()).toBe(4);
    migrated.close();
    fresh.close();
  });

  test('that cannot be opened is named', () => {
    expect(() => openDatabase(join(folder, 'none', 'data.sqlite'))).toThrow(/Could not open .*data\.sqlite/);
    expect(() => openDatabase(folder)).toThrow(UsageError);
  });
});
