import { UsageError } from '#openapi/text/usage-error.ts';

/** SQLite's result codes, primary and extended, with the cause and the remedy. */
const reasons: readonly { code: number; why: string; help: string }[] = [
  { code: 5, why: 'another process has it open', help: 'Stop that process' },
  { code: 26, why: 'it is not a Paddock data file', help: 'Move it away' },
  { code: 11, why: 'it is damaged', help: 'Restore a copy' },
  { code: 8, why: 'it cannot be written', help: 'Make the file and its folder writable' },
  // A process that may only read a file cannot lock it either.
  { code: 3850, why: 'it cannot be written', help: 'Make the file and its folder writable' },
  { code: 14, why: 'it cannot be opened', help: 'Make the file and its folder readable and writable' },
  { code: 13, why: 'the disk is full', help: 'Free some space' },
  { code: 10, why: 'reading or writing failed', help: 'Free some space, or check the disk' },
];

/** Makes the error for a data file that cannot be opened. */
export function openRefusal(file: string, error: unknown): UsageError {
  const reason = reasonOf(error);
  if (reason) return new UsageError(`Could not open ${file}: ${reason.why}. ${reason.help}, or give another file.`);
  return new UsageError(
    `Could not open ${file}: ${error instanceof Error ? error.message : error}. Give a file that can be written.`,
  );
}

/**
 * Describes a failure of the data file, such as a full disk or a damaged file; undefined for every other error. A
 * transaction that fails this way is rolled back whole.
 */
export function storageFailureOf(error: unknown): string | undefined {
  const reason = reasonOf(error);
  return reason && `Could not use the data file: ${reason.why}. ${reason.help}; the request changed nothing.`;
}

/** Makes the error for a file whose rows are readable for SQLite but not for Paddock. */
export function damaged(message: string): Error {
  return Object.assign(new Error(message), { errcode: 11 });
}

/** Returns true for an error that SQLite threw. */
export function isOfSqlite(error: unknown): error is Error & { errcode: number } {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
}

function reasonOf(error: unknown) {
  if (!isOfSqlite(error)) return undefined;
  const { errcode } = error;
  // The primary code is the last byte of an extended one.
  return reasons.find(({ code }) => code === errcode || code === (errcode & 0xff));
}
