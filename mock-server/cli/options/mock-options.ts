import { type Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { PaddockOptions } from '../../index.ts';
import type { ProfileName } from '../../spec/behaviours.ts';
import { chooseProfile } from './profile-file.ts';

/** Flags of every command that starts a mock. */
export type MockFlags = {
  /** `guide`, `official`, or a file from `paddock measure`. */
  profile: string;
  behaviour: Record<string, string>;
  data?: string;
  seed?: number;
  fixtures?: string;
  rateLimit: boolean;
  maxAccounts?: number;
  maxEvents?: number;
  maxWaiting?: number;
  maxBodyBytes?: number;
  maxSnapshots?: number;
  journal?: number;
  webhookUrl?: string;
  webhookSecret?: string;
  webhookEvents?: string[];
};

/**
 * Adds the options of every command that starts a mock.
 *
 * @param profile default of `--profile`
 */
export function withMock(command: Command, profile: ProfileName): Command {
  return command
    .optionsGroup('Behaviour:')
    .addOption(
      new Option('--profile <name>', 'set of behaviours: guide, official, or a file from `paddock measure`')
        .env('PADDOCK_PROFILE')
        .default(profile),
    )
    .addOption(
      new Option('--behaviour <name=value>', 'set one behaviour; repeat it, or separate several with commas')
        .env('PADDOCK_BEHAVIOURS')
        .default({}, "the profile's")
        .argParser(readBehaviours),
    )
    .option('--no-rate-limit', 'turn the rate limit off')
    .optionsGroup('Data:')
    .addOption(new Option('--data <file>', 'keep all data in this file').env('PADDOCK_DATA'))
    .addOption(
      new Option('--seed <number>', 'make IDs reproducible, and stop the clock')
        .env('PADDOCK_SEED')
        .argParser(readWholeNumber),
    )
    .addOption(
      new Option(
        '--fixtures <file>',
        'data that the default account starts with: a JSON or CSV file, recorded responses included, or a built-in seed such as small-saas',
      ).env('PADDOCK_FIXTURES'),
    )
    .optionsGroup('Webhooks:')
    .addOption(
      new Option('--webhook-url <url>', "send the default account's webhooks to this URL").env('PADDOCK_WEBHOOK_URL'),
    )
    .addOption(
      new Option('--webhook-secret <secret>', 'sign those webhooks with this secret').env('PADDOCK_WEBHOOK_SECRET'),
    )
    .addOption(
      new Option('--webhook-events <types>', 'send only these event types, separated by commas')
        .env('PADDOCK_WEBHOOK_EVENTS')
        .argParser(readList),
    )
    .optionsGroup('Limits:')
    .addOption(
      new Option(
        '--max-accounts <number>',
        'most accounts in memory; beyond it, idle ones are removed (default: 10000)',
      )
        .env('PADDOCK_MAX_ACCOUNTS')
        .argParser(readCount),
    )
    .addOption(
      new Option('--max-events <number>', 'most events that an account keeps (default: 100000)')
        .env('PADDOCK_MAX_EVENTS')
        .argParser(readCount),
    )
    .addOption(
      new Option(
        '--max-waiting <number>',
        'most notifications that an account keeps waiting; beyond it, the oldest fail (default: 200000)',
      )
        .env('PADDOCK_MAX_WAITING')
        .argParser(readCount),
    )
    .addOption(
      new Option('--max-body-bytes <number>', 'largest request body, in bytes (default: 1048576)')
        .env('PADDOCK_MAX_BODY_BYTES')
        .argParser(readCount),
    )
    .addOption(
      new Option('--max-snapshots <number>', 'most snapshots of an account (default: 100)')
        .env('PADDOCK_MAX_SNAPSHOTS')
        .argParser(readCount),
    )
    .addOption(
      new Option(
        '--journal <number>',
        'most recent requests that an account keeps for inspection; 0 keeps none (default: 1000)',
      )
        .env('PADDOCK_JOURNAL')
        .argParser(readWholeNumber),
    );
}

/**
 * Turns flags into the options of `startPaddock`.
 *
 * @throws UsageError for an unreadable file or flags that contradict each other
 */
export async function mockOptionsOf(flags: MockFlags): Promise<PaddockOptions> {
  const { behaviour, data, seed, fixtures, rateLimit } = flags;
  const { maxAccounts, maxEvents, maxWaiting, maxBodyBytes, maxSnapshots, journal } = flags;
  const { profile, behaviours } = await chooseProfile(flags.profile);
  return {
    profile,
    behaviours: { ...behaviours, ...behaviour },
    data,
    seed,
    rateLimit,
    maxAccounts,
    maxEvents,
    maxWaiting,
    maxBodyBytes,
    maxSnapshots,
    journal,
    webhook: webhookOf(flags),
    fixtures,
  };
}

function webhookOf({ webhookUrl: url, webhookSecret: secret, webhookEvents: events }: MockFlags) {
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new UsageError(`Could not send events to ${url}: that is not an http or https URL. Correct --webhook-url.`);
  }
  if (url === undefined && (secret !== undefined || events !== undefined)) {
    throw new UsageError('Could not send events: a secret or a list of events needs a URL. Give --webhook-url.');
  }
  return url === undefined ? undefined : { url, secret, events };
}

export function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('Give a number from 0 to 65535.');
  return port;
}

/** Reads a list separated by commas. */
export function readList(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number of at least 1.');
  return Number(text);
}

function readWholeNumber(text: string): number {
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(Number(text)))
    throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

function readBehaviours(text: string, values: Record<string, string>): Record<string, string> {
  const pairs = readList(text).map((pair) => pair.split('='));
  if (pairs.some(([, value]) => value === undefined)) {
    throw new InvalidArgumentError('Give name=value. See `paddock behaviours`.');
  }
  return { ...values, ...Object.fromEntries(pairs) };
}
