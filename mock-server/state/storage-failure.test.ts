import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openRefusal, storageFailureOf } from './storage-failure.ts';

test.each([
  ['SQLITE_BUSY', 'another process has it open. Stop that one'],
  ['SQLITE_NOTADB', 'it is no data file. Move it away'],
  ['SQLITE_CORRUPT_INDEX', 'it is damaged. Put a copy of it back'],
  ['SQLITE_READONLY_DBMOVED', 'it cannot be written. Let Paddock write to it and to its folder'],
  ['SQLITE_IOERR_LOCK', 'it cannot be written. Let Paddock write to it and to its folder'],
  ['SQLITE_CANTOPEN', 'it cannot be opened. Let Paddock read and write it and its folder'],
  ['SQLITE_FULL', 'the disk is full. Make room'],
  ['SQLITE_IOERR_WRITE', 'the disk does not take it. Make room, or see what ails the disk'],
])('%s is told with what helps, when a file is opened and when it is used', (code, reason) => {
  const error = new SQLite.SqliteError('Code of SQLite.', code);
  expect(storageFailureOf(error)).toBe(`Could not use the data file: ${reason}; nothing of the request was stored.`);
  expect(openRefusal('a.sqlite', error).message).toBe(`Could not open a.sqlite: ${reason}, or name another file.`);
});

test.each([new SQLite.SqliteError('A bug.', 'SQLITE_CONSTRAINT'), new Error('A bug.'), 'A bug.'])(
  'what the data file is not to blame for is no failure of it',
  (error) => {
    expect(storageFailureOf(error)).toBeUndefined();
    expect(openRefusal('a.sqlite', error).message).toBe(
      'Could not open a.sqlite: A bug.. Name a file that can be written.',
    );
  },
);
