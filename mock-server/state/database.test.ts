import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  test('that cannot be opened is named', () => {
    expect(() => openDatabase(join(folder, 'none', 'data.sqlite'))).toThrow(/Could not open .*data\.sqlite/);
    expect(() => openDatabase(folder)).toThrow(UsageError);
  });
});
