import { UsageError } from '#openapi/text/usage-error.ts';

/** How much a server keeps. */
export type Limits = {
  /**
   * Most accounts in memory. Default: 10,000. Beyond it the one that was idle for longest is forgotten; a data file
   * keeps its rows.
   */
  accounts: number;
  /** Events of each account, and as many notifications that wait no more. Beyond it the oldest are forgotten. */
  events: number;
  /** Notifications of each account that wait for an attempt. Beyond it the oldest fail. */
  waiting: number;
  /** Snapshots of each account. One more is refused. */
  snapshots: number;
  /**
   * Largest request body, in bytes. Default: 1 MiB. A longer one is refused. @evidence assumed: Paddle publishes the
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

/** The limits, with what was given put over the defaults. @throws UsageError for what is no whole number from 1 on */
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
