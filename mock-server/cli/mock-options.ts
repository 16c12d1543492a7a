import { type Command, InvalidArgumentError, Option } from 'commander';
import type { PaddockOptions } from '../index.ts';
import type { UncheckedSeed } from '../state/seeds.ts';
import { UsageError } from '../usage-error.ts';
import { chooseProfile } from './profile-file.ts';
import { readJson } from './read-json.ts';

/** What is said of the mock to each command that starts one. */
export type MockFlags = {
  /** `guide`, `official`, or a file. */
  profile: string;
  behaviour: Record<string, string>;
  data?: string;
  seed?: number;
  fixtures?: string;
  rateLimit: boolean;
  webhookUrl?: string;
  webhookSecret?: string;
  webhookEvents?: string[];
};

/** Adds what every command takes that starts a mock. */
export function withMock(command: Command): Command {
  return command
    .addOption(
      new Option('--profile <name>', 'which promises to keep: guide, official, or a file that `paddock measure` wrote')
        .env('PADDOCK_PROFILE')
        .default('guide'),
    )
    .option('--behaviour <name=value>', 'set one behaviour; may be repeated', readBehaviour, {})
    .option('--data <file>', 'keep everything in a file')
    .option('--seed <number>', 'make IDs the same in each run, and let the clock stand', readSeed)
    .option('--fixtures <file>', 'JSON file with what the default account starts with')
    .option('--webhook-url <url>', 'send all events of the default account there')
    .option('--webhook-secret <secret>', 'sign them with this secret')
    .option('--webhook-events <types>', 'send these event types only, a list with commas', readList)
    .option('--no-rate-limit', 'answer any number of requests');
}

/**
 * What the flags are to a mock that is started.
 *
 * @throws UsageError for a file that cannot be read, or flags that do not go together
 */
export async function mockOptionsOf(flags: MockFlags): Promise<PaddockOptions> {
  const { behaviour, data, seed, fixtures, rateLimit } = flags;
  const { profile, behaviours } = await chooseProfile(flags.profile);
  return {
    profile,
    behaviours: { ...behaviours, ...behaviour },
    data,
    seed,
    rateLimit,
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

async function readFixtures(file: string): Promise<UncheckedSeed> {
  // What is in it is held against the document when it is put in.
  return (await readJson(file, 'the fixtures', 'Name a JSON file.')) as UncheckedSeed;
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
