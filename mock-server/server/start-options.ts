import { defaultLimits as limits } from '../state/limits.ts';
import { logFormats, type PaddockConfig } from './config.ts';
import type { PaddockOptions } from './paddock-options.ts';

/** An option of `paddock start`, and of the configuration file under its key. */
export type StartOption = {
  /** The option on the command line. */
  readonly flag: string;
  /** Heading in the help. `paddock run` lacks the groups Server and Output. */
  readonly group: 'Server' | 'Behaviour' | 'Data' | 'Webhooks' | 'Limits' | 'Output';
  /** Type of the value. All but switches have an environment variable. */
  readonly form: 'text' | 'URL' | 'port' | 'seed' | 'whole number' | 'count' | 'switch' | 'list' | 'values';
  readonly description: string;
  readonly default?: string | number;
  readonly choices?: readonly string[];
};

/** Options that `startPaddock` takes by the same names. */
export const sharedOptions = {
  port: {
    flag: '-p, --port <number>',
    group: 'Server',
    form: 'port',
    description: 'port; 0 chooses a free one',
    default: 4010,
  },
  host: {
    flag: '--host <address>',
    group: 'Server',
    form: 'text',
    description: 'address to listen on',
    default: '127.0.0.1',
  },
  baseUrl: {
    flag: '--base-url <url>',
    group: 'Server',
    form: 'URL',
    description: 'base URL of links, instead of the one each caller used',
  },
  controlToken: {
    flag: '--control-token <token>',
    group: 'Server',
    form: 'text',
    description: 'accept control requests from other machines that send this token',
  },
  profile: {
    flag: '--profile <name>',
    group: 'Behaviour',
    form: 'text',
    description: 'set of behaviours: guide, official, or a file from `paddock measure`',
    default: 'guide',
  },
  behaviours: {
    flag: '--behaviour <name=value>',
    group: 'Behaviour',
    form: 'values',
    description: 'set one behaviour; repeat it, or separate several with commas',
  },
  rateLimit: { flag: '--no-rate-limit', group: 'Behaviour', form: 'switch', description: 'turn the rate limit off' },
  data: { flag: '--data <file>', group: 'Data', form: 'text', description: 'keep all data in this file' },
  seed: {
    flag: '--seed <number>',
    group: 'Data',
    form: 'seed',
    description: 'make IDs reproducible, and stop the clock',
  },
  fixtures: {
    flag: '--fixtures <file>',
    group: 'Data',
    form: 'text',
    description:
      'data that the default account starts with: a JSON or CSV file, recorded responses included, or a built-in seed such as small-saas',
  },
  taxRates: {
    flag: '--tax-rates <file>',
    group: 'Data',
    form: 'text',
    description: 'tax rates by place, a JSON file, before the built-in ones',
  },
  exchangeRates: {
    flag: '--exchange-rates <file>',
    group: 'Data',
    form: 'text',
    description: 'rates of exchange, a JSON file, before the built-in ones',
  },
  maxAccounts: {
    flag: '--max-accounts <number>',
    group: 'Limits',
    form: 'count',
    description: 'most accounts in memory; beyond it, idle ones are removed',
    default: limits.maxAccounts,
  },
  maxEvents: {
    flag: '--max-events <number>',
    group: 'Limits',
    form: 'count',
    description: 'most events that an account keeps',
    default: limits.maxEvents,
  },
  maxWaiting: {
    flag: '--max-waiting <number>',
    group: 'Limits',
    form: 'count',
    description: 'most notifications that an account keeps waiting; beyond it, the oldest fail',
    default: limits.maxWaiting,
  },
  maxSnapshots: {
    flag: '--max-snapshots <number>',
    group: 'Limits',
    form: 'count',
    description: 'most snapshots of an account',
    default: limits.maxSnapshots,
  },
  maxBodyBytes: {
    flag: '--max-body-bytes <number>',
    group: 'Limits',
    form: 'count',
    description: 'largest request body, in bytes',
    default: limits.maxBodyBytes,
  },
  journal: {
    flag: '--journal <number>',
    group: 'Limits',
    form: 'whole number',
    description: 'most recent requests that an account keeps for inspection; 0 keeps none',
    default: 1_000,
  },
} as const satisfies Record<keyof PaddockConfig & keyof PaddockOptions, StartOption>;

const commandOptions = {
  webhookUrl: {
    flag: '--webhook-url <url>',
    group: 'Webhooks',
    form: 'text',
    description: "send the default account's webhooks to this URL",
  },
  webhookSecret: {
    flag: '--webhook-secret <secret>',
    group: 'Webhooks',
    form: 'text',
    description: 'sign those webhooks with this secret',
  },
  webhookEvents: {
    flag: '--webhook-events <types>',
    group: 'Webhooks',
    form: 'list',
    description: 'send only these event types, separated by commas',
  },
  log: {
    flag: '--log <format>',
    group: 'Output',
    form: 'text',
    description:
      'log requests as pretty (default on a terminal), json (with start and stop) or none (default elsewhere)',
    choices: logFormats,
  },
  quiet: { flag: '--quiet', group: 'Output', form: 'switch', description: 'print no start line and no requests' },
  json: { flag: '--json', group: 'Output', form: 'switch', description: 'print the start line as one JSON object' },
} as const satisfies Record<Exclude<keyof PaddockConfig, keyof PaddockOptions>, StartOption>;

/** Every option of `paddock start`, by its key in the configuration file. */
export const startOptions: Readonly<Record<keyof PaddockConfig, StartOption>> = { ...sharedOptions, ...commandOptions };
