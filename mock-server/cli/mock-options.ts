import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ProfileName, profileNames } from '../behaviours.ts';
import type { ImportSource, PaddockOptions } from '../index.ts';
import { fieldOf } from '../json-field.ts';
import type { UncheckedSeed } from '../state/seeds.ts';
import { UsageError } from '../usage-error.ts';
import { readSource } from './import.ts';

/** What is said of the mock to each command that starts one. */
export type MockFlags = {
  profile: ProfileName;
  behaviour: Record<string, string>;
  data?: string;
  seed?: number;
  fixtures?: string;
  rateLimit: boolean;
  maxAccounts?: number;
  maxEvents?: number;
  maxSnapshots?: number;
  webhookUrl?: string;
  webhookSecret?: string;
  webhookEvents?: string[];
};

/** Adds what every command takes that starts a mock. */
export function withMock(command: Command): Command {
  return command
    .addOption(
      new Option('--profile <name>', 'which promises to keep')
        .env('PADDOCK_PROFILE')
        .choices(profileNames)
        .default('guide'),
    )
    .option('--behaviour <name=value>', 'set one behaviour; may be repeated', readBehaviour, {})
    .option('--data <file>', 'keep everything in a file')
    .option('--seed <number>', 'make IDs the same in each run, and let the clock stand', readSeed)
    .option(
      '--fixtures <file>',
      'what the default account starts with: a JSON file, recorded answers too, or a CSV file',
    )
    .option('--webhook-url <url>', 'send all events of the default account there')
    .option('--webhook-secret <secret>', 'sign them with this secret')
    .option('--webhook-events <types>', 'send these event types only, a list with commas', readList)
    .option('--max-accounts <number>', 'accounts in memory; beyond it idle ones are forgotten (10000)', readCount)
    .option('--max-events <number>', 'events that each account keeps (100000)', readCount)
    .option('--max-snapshots <number>', 'snapshots that each account may have (100)', readCount)
    .option('--no-rate-limit', 'answer any number of requests');
}

/**
 * What the flags are to a mock that is started.
 *
 * @throws UsageError for a file that cannot be read, or flags that do not go together
 */
export async function mockOptionsOf(flags: MockFlags): Promise<PaddockOptions> {
  const { profile, behaviour: behaviours, data, seed, fixtures, rateLimit } = flags;
  const { maxAccounts, maxEvents, maxSnapshots } = flags;
  return {
    profile,
    behaviours,
    data,
    seed,
    rateLimit,
    maxAccounts,
    maxEvents,
    maxSnapshots,
    webhook: webhookOf(flags),
    fixtures: fixtures === undefined ? undefined : await readFixtures(fixtures),
  };
}

function webhookOf({ webhookUrl: url, webhookSecret: secret, webhookEvents: events }: MockFlags) {
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new UsageError(`Could not send events to ${url}: it is no http or https URL. Give one to --webhook-url.`);
  }
  if (url === undefined && (secret !== undefined || events !== undefined)) {
    throw new UsageError(
      'Could not send events: there is a secret or a list of events, and no URL. Give --webhook-url.',
    );
  }
  return url === undefined ? undefined : { url, secret, events };
}

/** A JSON object without a list of answers in it is a seed, by kind; it says itself what is wrong with it. */
async function readFixtures(file: string): Promise<UncheckedSeed | ImportSource> {
  const source = await readSource(file);
  if ('csv' in source || Array.isArray(source.recorded)) return source;
  return fieldOf(source.recorded, 'data') === undefined && fieldOf(source.recorded, 'id') === undefined
    ? { ...(source.recorded as UncheckedSeed) }
    : source;
}

/** Reads a TCP port. */
export function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('Give a number from 0 to 65535.');
  return port;
}

/** Reads a list with commas. */
export function readList(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1 on.');
  return Number(text);
}

function readSeed(text: string): number {
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(Number(text)))
    throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

function readBehaviour(text: string, values: Record<string, string>): Record<string, string> {
  const [name = '', value] = text.split('=');
  if (value === undefined) throw new InvalidArgumentError('Give name=value. See `paddock behaviours`.');
  return { ...values, [name]: value };
}
