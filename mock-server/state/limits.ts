import { UsageError } from '#openapi/text/usage-error.ts';

/** Limits of what a server keeps. */
export type Limits = {
  /**
   * Accounts in memory. Default: 10,000. Beyond it, the least recently used one is forgotten; a data file keeps its
   * rows.
   */
  accounts: number;
  /** Events per account, and as many notifications that are not pending. Beyond it, the oldest are forgotten. */
  events: number;
  /** Pending notifications per account. Beyond it, the oldest fail. */
  waiting: number;
  /** Snapshots per account. Beyond it, a new one is refused. */
  snapshots: number;
  /**
   * Largest request body, in bytes. Default: 1 MiB. Longer ones are refused. @evidence assumed: Paddle publishes the
   * error and not the number.
   */
  bodyBytes: number;
};

const defaults: Limits = {
  accounts: 10_000,
  events: 100_000,
  waiting: 200_000,
  snapshots: 100,
  bodyBytes: 1024 * 1024,
};

/** Merges the given limits into the defaults. @throws UsageError for a number that is not a positive integer */
export function limitsOf(given: { [Name in keyof Limits]?: number | undefined } = {}): Limits {
  const limitOf = (name: keyof Limits): number => {
    const value = given[name] ?? defaults[name];
    if (Number.isSafeInteger(value) && value >= 1) return value;
    throw new UsageError(`Could not limit ${name} to ${value}: give a whole number of at least 1.`);
  };
  return {
    accounts: limitOf('accounts'),
    events: limitOf('events'),
    waiting: limitOf('waiting'),
    snapshots: limitOf('snapshots'),
    bodyBytes: limitOf('bodyBytes'),
  };
}
