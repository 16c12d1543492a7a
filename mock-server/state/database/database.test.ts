import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { run } from '../../cli/testing/command.ts';
import { runHere } from '../../cli/testing/in-process.ts';
import { startPaddock } from '../../index.ts';
import { openDatabase, statementsOf } from './database.ts';
import { Database } from './sqlite.ts';

describe('a data file', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'paddock-'));
    file = join(folder, 'data.sqlite');
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Returns the error of opening the file, and checks that the file was left alone. */
  async function refusalOf(name: string): Promise<string> {
    const before = await readFile(name);
    expect(() => openDatabase(name)).toThrow(UsageError);
    const refusal = messageOf(() => openDatabase(name));
    expect(await readFile(name)).toEqual(before);
    expect(refusal).not.toContain('\n');
    return refusal.replace(name, 'FILE');
  }

  test('of a newer Paddock is refused', async () => {
    const database = openDatabase(file);
    database.pragma('user_version = 999');
    database.close();
    expect(await refusalOf(file)).toBe(
      'Could not open FILE: a newer version of Paddock wrote it. Use that version, or give another file.',
    );
  });

  test('of another program is refused, whatever version it gave itself', async () => {
    const database = new Database(file);
    database.exec('CREATE TABLE customers (id TEXT)');
    for (const version of [0, 1, 999]) {
      database.pragma(`user_version = ${version}`);
      expect(await refusalOf(file)).toBe('Could not open FILE: it belongs to another program. Give another file.');
    }
    database.close();
  });

  test('with tables of the same names, but not all of them, is refused', async () => {
    const database = new Database(file);
    database.exec('CREATE TABLE api_keys (id TEXT)');
    database.pragma('user_version = 2');
    database.close();
    expect(await refusalOf(file)).toBe('Could not open FILE: it belongs to another program. Give another file.');
  });

  test.each(['accounts', 'api_keys', 'transactions', 'events', 'counts'])(
    'whose %s are overwritten ends the start with one line and exit code 2',
    async (name) => {
      await (await startPaddock({ data: file, fixtures: 'small-saas' })).close();
      const bytes = await readFile(file);
      const database = new Database(file);
      const root = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name);
      database.close();
      await writeFile(file, bytes.fill(0x5a, (Number(root) - 1) * 4096, Number(root) * 4096));
      const { code, out, err } = await runHere(['start', '--port', '0', '--data', file]);
      expect([code, out]).toEqual([2, '']);
      expect(err).toBe(`Could not open ${file}: it is damaged. Restore a copy, or give another file.\n`);
    },
  );

  test('whose account holds invalid JSON is damaged too', async () => {
    await (await startPaddock({ data: file })).close();
    const database = new Database(file);
    database.exec("UPDATE accounts SET clock = '{'");
    database.close();
    await expect(startPaddock({ data: file })).rejects.toThrow('it is damaged');
  });

  test('is readable and writable by its owner only, and so are the files beside it', async () => {
    using database = openDatabase(file);
    database.exec("INSERT INTO accounts (behaviours, clock) VALUES ('{}', '{}')");
    const names = await readdir(folder);
    expect(names).toEqual(expect.arrayContaining(['data.sqlite', 'data.sqlite-wal']));
    for (const name of names) expect([name, (await stat(join(folder, name))).mode & 0o777]).toEqual([name, 0o600]);
  });

  test('with an empty name is refused, also in an environment variable', async () => {
    await expect(startPaddock({ data: '' })).rejects.toThrow(UsageError);
    const { code, err } = await runHere(['start', '--port', '0'], { PADDOCK_DATA: '' });
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^Could not start: the name of the data file is empty\..*\n$/),
    ]);
  });

  test('that is not an SQLite file is refused', async () => {
    await writeFile(file, 'Dear diary, '.repeat(100));
    expect(await refusalOf(file)).toBe(
      'Could not open FILE: it is not a Paddock data file. Move it away, or give another file.',
    );
  });

  test.each([
    ['cut off', (name: string) => truncate(name, 40_000)],
    [
      'overwritten in its schema',
      async (name: string) => {
        const bytes = await readFile(name);
        await writeFile(name, bytes.fill(0xff, 100, 4096));
      },
    ],
  ])('that was %s is refused', async (_how, damage) => {
    openDatabase(file).close();
    await damage(file);
    expect(await refusalOf(file)).toBe('Could not open FILE: it is damaged. Restore a copy, or give another file.');
  });

  test('that is read-only is refused, and so is one in a read-only folder', async () => {
    openDatabase(file).close();
    for (const [mode, folderMode] of [
      [0o444, 0o755],
      [0o666, 0o555],
    ] as const) {
      await chmod(file, mode);
      await chmod(folder, folderMode);
      await asNobody(async () => {
        expect(await refusalOf(file)).toBe(
          'Could not open FILE: it cannot be written. Make the file and its folder writable, or give another file.',
        );
      });
    }
    await chmod(folder, 0o755);
  });

  test('that cannot be opened is named in the error', async () => {
    expect(messageOf(() => openDatabase(join(folder, 'none', 'data.sqlite')))).toMatch(
      /^Could not open .*data\.sqlite/,
    );
    await mkdir(file);
    expect(() => openDatabase(file)).toThrow(UsageError);
  });

  test('belongs to one process at a time, and is free again when that one is killed', async () => {
    const flags = ['start', '--json', '--port', '0', '--data', file];
    const first = run(flags);
    await first.line(/^\{/);
    const second = await run(flags).ended;
    expect([second.code, second.out]).toEqual([2, '']);
    expect(second.err).toBe(
      `Could not open ${file}: another process has it open. Stop that process, or give another file.\n`,
    );
    first.stop('SIGKILL');
    await first.ended;
    await using third = run(flags);
    await third.line(/^\{/);
  });
});

test('the last used statements are cached, up to a limit', () => {
  using database = openDatabase();
  const statements = statementsOf(database);
  const [first, used] = [statements('SELECT -1'), statements('SELECT -2')];
  for (let number = 0; number < 2_000; number += 1) {
    statements(`SELECT ${number}`);
    expect(statements('SELECT -2')).toBe(used);
  }
  expect(statements('SELECT -1')).not.toBe(first);
  expect(statements('SELECT 1999')).toBe(statements('SELECT 1999'));
  expect(statements('SELECT -1').pluck().get()).toBe(-1);
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('Nothing was refused.');
}

/** Drops root's privileges, which override file modes, while it runs the work. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
