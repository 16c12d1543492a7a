import { chmod, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../cli/testing/command.ts';
import { UsageError } from '../usage-error.ts';
import { openDatabase } from './database.ts';
import { Database } from './sqlite.ts';

describe('a data file', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'paddock-'));
    file = join(folder, 'data.sqlite');
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** The refusal to open it; the file is as it was afterwards. */
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
      'Could not open FILE: a newer Paddock wrote it. Use that version, or name another file.',
    );
  });

  test('of another program is refused, whatever version it gave itself', async () => {
    const database = new Database(file);
    database.exec('CREATE TABLE customers (id TEXT)');
    for (const version of [0, 1, 999]) {
      database.pragma(`user_version = ${version}`);
      expect(await refusalOf(file)).toBe('Could not open FILE: another program wrote it. Name another file.');
    }
    database.close();
  });

  test('that is no SQLite file is refused', async () => {
    await writeFile(file, 'Dear diary, '.repeat(100));
    expect(await refusalOf(file)).toBe('Could not open FILE: it is no data file. Move it away, or name another file.');
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
    expect(await refusalOf(file)).toBe(
      'Could not open FILE: it is damaged. Put a copy of it back, or name another file.',
    );
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
          'Could not open FILE: it cannot be written. Let Paddock write to it and to its folder, or name another file.',
        );
      });
    }
    await chmod(folder, 0o755);
  });

  test('that cannot be opened is named', async () => {
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
      `Could not open ${file}: another process has it open. Stop that one, or name another file.\n`,
    );
    first.stop('SIGKILL');
    await first.ended;
    await using third = run(flags);
    await third.line(/^\{/);
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('Nothing was refused.');
}

/** Gives up root's rights, which go beyond those of a file's mode, for a while. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
