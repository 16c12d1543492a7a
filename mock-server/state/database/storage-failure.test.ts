import { expect, test } from 'vitest';
import { sqliteError } from '../testing/sqlite-error.ts';
import { openRefusal, storageFailureOf } from './storage-failure.ts';

test.each([
  ['SQLITE_BUSY', 5, 'another process has it open. Stop that process'],
  ['SQLITE_NOTADB', 26, 'it is not a Paddock data file. Move it away'],
  ['SQLITE_CORRUPT_INDEX', 779, 'it is damaged. Restore a copy'],
  ['SQLITE_READONLY_DBMOVED', 1032, 'it cannot be written. Make the file and its folder writable'],
  ['SQLITE_IOERR_LOCK', 3850, 'it cannot be written. Make the file and its folder writable'],
  ['SQLITE_CANTOPEN', 14, 'it cannot be opened. Make the file and its folder readable and writable'],
  ['SQLITE_FULL', 13, 'the disk is full. Free some space'],
  ['SQLITE_IOERR_WRITE', 778, 'reading or writing failed. Free some space, or check the disk'],
])('%s is reported with advice, when a file is opened and when it is used', (_name, code, reason) => {
  const error = sqliteError('Code of SQLite.', code);
  expect(storageFailureOf(error)).toBe(`Could not use the data file: ${reason}; the request changed nothing.`);
  expect(openRefusal('a.sqlite', error).message).toBe(`Could not open a.sqlite: ${reason}, or give another file.`);
});

test.each([sqliteError('A bug.', 19), new Error('A bug.'), 'A bug.'])(
  'errors of other causes are not failures of the data file',
  (error) => {
    expect(storageFailureOf(error)).toBeUndefined();
    expect(openRefusal('a.sqlite', error).message).toBe(
      'Could not open a.sqlite: A bug.. Give a file that can be written.',
    );
  },
);
