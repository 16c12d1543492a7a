import { fieldOf } from '../text/json-field.ts';

/** Limits of what a server keeps and accepts. */
export type Limits = {
  /** Most accounts in memory. Beyond it, idle ones are removed; a data file keeps their rows. Default: 10,000. */
  maxAccounts: number;
  /** Most events that an account keeps, and most finished notifications. Default: 100,000. */
  maxEvents: number;
  /** Most notifications that an account keeps waiting. Beyond it, the oldest fail. Default: 200,000. */
  maxWaiting: number;
  /** Most snapshots of an account. Default: 100. */
  maxSnapshots: number;
  /**
   * Largest request body, in bytes. Larger ones are refused as by Paddle. Default: 1 MiB.
   *
   * @evidence official: the error; assumed: the number
   */
  maxBodyBytes: number;
};

export const defaultLimits: Readonly<Limits> = {
  maxAccounts: 10_000,
  maxEvents: 100_000,
  maxWaiting: 200_000,
  maxSnapshots: 100,
  maxBodyBytes: 1024 * 1024,
};

/** Limits of which some are left out. */
export type GivenLimits = { [Name in keyof Limits]?: Limits[Name] | undefined };

/** Fills in the defaults of limits that are left out. */
export function limitsOf(given: GivenLimits = {}): Limits {
  const limits = Object.entries(defaultLimits).map(([name, value]) => [name, fieldOf(given, name) ?? value]);
  return { ...defaultLimits, ...Object.fromEntries(limits) };
}
