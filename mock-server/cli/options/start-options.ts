import { type Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { PaddockOptions } from '../../index.ts';
import type { PaddockConfig } from '../../server/config.ts';
import { type StartOption, startOptions } from '../../server/start-options.ts';
import type { ProfileName } from '../../spec/behaviours.ts';
import { chooseProfile } from './profile-file.ts';

/** Flags of every command that starts a mock, by their keys in the configuration file. */
export type MockFlags = Omit<PaddockConfig, 'log' | 'quiet' | 'json'> & { profile: string };

/** An option whose value has the name of its key in the configuration file: `--behaviour` is `behaviours`. */
class ConfigurableOption extends Option {
  readonly key: string;

  constructor(key: string, { flag, description }: StartOption) {
    super(flag, description);
    this.key = key;
  }

  override attributeName(): string {
    return this.key;
  }
}

/** Returns false for options of the process: its address and its output. */
export function isOfMock({ group }: StartOption): boolean {
  return group !== 'Server' && group !== 'Output';
}

/** Adds the options of `paddock start`, or those of the mock alone, with another default profile if one is given. */
export function addStartOptions(
  command: Command,
  { isOfMockOnly = false, profile }: { isOfMockOnly?: boolean; profile?: ProfileName } = {},
): Command {
  for (const [key, option] of Object.entries(startOptions)) {
    if (isOfMockOnly && !isOfMock(option)) continue;
    command.addOption(optionOf(key, key === 'profile' && profile ? { ...option, default: profile } : option));
  }
  return command;
}

function optionOf(key: string, start: StartOption): Option {
  const option = new ConfigurableOption(key, start).helpGroup(`${start.group}:`);
  const parse = parsers[start.form];
  if (start.form !== 'switch') option.env(`PADDOCK_${key.replace(/[A-Z]/g, '_$&').toUpperCase()}`);
  if (start.default !== undefined) option.default(start.default);
  if (start.form === 'values') option.default({}, "the profile's");
  if (start.choices) return option.choices(start.choices);
  return parse ? option.argParser(parse) : option;
}

/** Parsers of values that are not plain text. */
const parsers: Readonly<Partial<Record<StartOption['form'], (text: string, previous: unknown) => unknown>>> = {
  URL: readBaseUrl,
  port: readPort,
  seed: readWholeNumber,
  'whole number': readWholeNumber,
  count: readCount,
  list: readList,
  values: readValues,
};

/**
 * Turns flags into the options of `startPaddock`.
 *
 * @throws UsageError for an unreadable file or flags that contradict each other
 */
export async function mockOptionsOf(flags: MockFlags): Promise<PaddockOptions> {
  const { profile: named, behaviours: given, webhookUrl, webhookSecret, webhookEvents, ...options } = flags;
  const { profile, behaviours } = await chooseProfile(named);
  return { ...options, profile, behaviours: { ...behaviours, ...given }, webhook: webhookOf(flags) };
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

/** Reads a TCP port. */
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

function readBaseUrl(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new InvalidArgumentError('Give an http or https URL.');
  return text.replace(/\/+$/, '');
}

function readValues(text: string, values: unknown): Record<string, string> {
  const pairs = readList(text).map((pair) => pair.split('='));
  if (pairs.some(([, value]) => value === undefined)) {
    throw new InvalidArgumentError('Give name=value. See `paddock behaviours`.');
  }
  return { ...Object(values), ...Object.fromEntries(pairs) };
}
