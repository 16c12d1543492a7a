import type { Behaviours } from '../spec/behaviours.ts';

/** The formats of the request log. */
export const logFormats = ['pretty', 'json', 'none'] as const;
export type LogFormat = (typeof logFormats)[number];

/**
 * The options of `paddock.config.ts`, `.json` or `.yaml`: those of `paddock start`, in camel case. Flags and
 * `PADDOCK_` variables take precedence. File names are relative to the working directory.
 */
export type PaddockConfig = {
  /** TCP port; 0 chooses a free one. `paddock run` always uses a free one. */
  port?: number;
  /** Address to listen on. For `paddock start`. */
  host?: string;
  /** `guide`, `official`, or a file from `paddock measure`. Default: `guide`; `official` for `paddock run`. */
  profile?: string;
  /** Values of single behaviours that differ from the profile. */
  behaviours?: Readonly<Partial<Record<keyof Behaviours, string>>>;
  /** File that stores all data. */
  data?: string;
  /** Makes IDs reproducible, and stops the clock. */
  seed?: number;
  /** Data that the default account starts with: a file, or a built-in seed such as `small-saas`. */
  fixtures?: string;
  /** URL that receives the default account's webhooks. */
  webhookUrl?: string;
  /** Secret to sign those webhooks with. Default: a generated one. */
  webhookSecret?: string;
  /** Event types to send. Default: all. */
  webhookEvents?: readonly string[];
  /** `false` turns the rate limit off. */
  rateLimit?: boolean;
  /** Most accounts in memory. Default: 10,000. */
  maxAccounts?: number;
  /** Most events that an account keeps. Default: 100,000. */
  maxEvents?: number;
  /** Most notifications that an account keeps waiting. Default: 200,000. */
  maxWaiting?: number;
  /** Most snapshots of an account. Default: 100. */
  maxSnapshots?: number;
  /** Largest request body, in bytes. Default: 1 MiB. */
  maxBodyBytes?: number;
  /** Most recent requests that an account keeps for inspection; 0 keeps none. Default: 1,000. */
  journal?: number;
  /** Base URL of links. For `paddock start`. */
  baseUrl?: string;
  /** Token with which other machines may use the control plane. For `paddock start`. */
  controlToken?: string;
  /** Format of the request log: `pretty`, `json` (instead of the start line) or `none`. For `paddock start`. */
  log?: LogFormat;
  /** Prints neither the start line nor requests. For `paddock start`. */
  quiet?: boolean;
  /** Prints the start line as one JSON object. For `paddock start`. */
  json?: boolean;
};

/**
 * Types the options of `paddock.config.ts`: `export default defineConfig({ profile: 'official' })`.
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
