import type { Behaviours } from './behaviours.ts';

/** The formats of the request log. */
export const logFormats = ['pretty', 'json', 'none'] as const;
export type LogFormat = (typeof logFormats)[number];

/**
 * What `paddock.config.ts`, `.json` or `.yaml` may hold: what the flags of `paddock start` say, under their names. Flags and
 * `PADDOCK_` variables come before it. Files are named relative to where the command runs.
 */
export type PaddockConfig = {
  /** TCP port; 0 takes a free one. `paddock run` takes a free one whatever this says. */
  port?: number;
  /** Address to listen on. For `paddock start`. */
  host?: string;
  /** `guide`, `official`, or a file that `paddock measure` wrote. */
  profile?: string;
  /** Values for single behaviours, over the profile's. */
  behaviours?: Readonly<Partial<Record<keyof Behaviours, string>>>;
  /** File to keep everything in. */
  data?: string;
  /** Makes IDs the same in each run, and lets the clock stand. */
  seed?: number;
  /** File with what the default account starts with, or the name of a built-in seed such as `small-saas`. */
  fixtures?: string;
  /** Where to send events of the default account. */
  webhookUrl?: string;
  /** What they are signed with. */
  webhookSecret?: string;
  /** The event types to send; all without it. */
  webhookEvents?: readonly string[];
  /** `false` answers any number of requests. */
  rateLimit?: boolean;
  /** Accounts in memory. */
  maxAccounts?: number;
  /** Events that each account keeps. */
  maxEvents?: number;
  /** Notifications of each account that may wait. */
  maxWaiting?: number;
  /** Snapshots that each account may have. */
  maxSnapshots?: number;
  /** Bytes of a request's body. */
  maxBodyBytes?: number;
  /** Exchanges that each account keeps to be looked at; 0 for none. */
  journal?: number;
  /** Base URL of links. For `paddock start`. */
  baseUrl?: string;
  /** Lets control requests in from other machines that send it. For `paddock start`. */
  controlToken?: string;
  /** Logs requests: `pretty` for people, `json` instead of the start line, or `none`. For `paddock start`. */
  log?: LogFormat;
  /** Prints neither the start line nor requests. For `paddock start`. */
  quiet?: boolean;
  /** Prints the start line as one JSON object. For `paddock start`. */
  json?: boolean;
};

/**
 * Gives `paddock.config.ts` its types: `export default defineConfig({ profile: 'official' })`.
 *
 * @example
 * import { defineConfig } from 'paddle-paddock';
 *
 * export default defineConfig({
 *   profile: 'official',
 *   behaviours: { 'duplicate-emails': 'allow' },
 *   fixtures: 'test/paddle.json',
 * });
 */
export function defineConfig(config: PaddockConfig): PaddockConfig {
  return config;
}
