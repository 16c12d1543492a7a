import type { PaddockOptions } from './paddock-options.ts';

/** The formats of the request log. */
export const logFormats = ['pretty', 'json', 'none'] as const;
export type LogFormat = (typeof logFormats)[number];

/**
 * The options of `paddock.config.ts`, `.json` or `.yaml`: those of `paddock start`, in camel case. Flags and
 * `PADDOCK_` variables take precedence. File names are relative to the working directory. `paddock run` ignores the
 * options about address and output.
 */
export type PaddockConfig = Omit<
  PaddockOptions,
  'port' | 'profile' | 'clock' | 'fixtures' | 'taxRates' | 'exchangeRates' | 'webhook' | `on${string}`
> & {
  /** TCP port; 0 chooses a free one. Default: 4010. */
  port?: number;
  /** `guide`, `official`, or a file from `paddock measure`. Default: `guide`; `official` for `paddock run`. */
  profile?: string;
  /** Data that the default account starts with: a file, or a built-in seed such as `small-saas`. */
  fixtures?: string;
  /** JSON file of tax rates. */
  taxRates?: string;
  /** JSON file of exchange rates. */
  exchangeRates?: string;
  /** URL that receives the default account's webhooks. */
  webhookUrl?: string;
  /** Secret to sign those webhooks with. Default: a generated one. */
  webhookSecret?: string;
  /** Event types to send. Default: all. */
  webhookEvents?: readonly string[];
  /** Format of the request log: `pretty`, `json` (instead of the start line) or `none`. */
  log?: LogFormat;
  /** Prints neither the start line nor requests. */
  quiet?: boolean;
  /** Prints the start line as one JSON object. */
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
