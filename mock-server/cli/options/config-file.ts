import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Command, InvalidArgumentError, type Option } from 'commander';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { PaddockConfig } from '../../server/config.ts';
import { didYouMean } from '../../text/near-miss.ts';
import { configFileNames, loadConfig } from './load-config.ts';

/** What a key holds: a text, a number, a switch, a list of texts, or texts by name. */
type Form = 'text' | 'number' | 'switch' | 'list' | 'values';

/** Every key, what it holds, and whether it says what the mock is rather than where and how a process serves it. */
const keys = {
  port: { form: 'number', isOfMock: false },
  host: { form: 'text', isOfMock: false },
  profile: { form: 'text', isOfMock: true },
  behaviours: { form: 'values', isOfMock: true },
  data: { form: 'text', isOfMock: true },
  seed: { form: 'number', isOfMock: true },
  fixtures: { form: 'text', isOfMock: true },
  webhookUrl: { form: 'text', isOfMock: true },
  webhookSecret: { form: 'text', isOfMock: true },
  webhookEvents: { form: 'list', isOfMock: true },
  rateLimit: { form: 'switch', isOfMock: true },
  maxAccounts: { form: 'number', isOfMock: true },
  maxEvents: { form: 'number', isOfMock: true },
  maxWaiting: { form: 'number', isOfMock: true },
  maxSnapshots: { form: 'number', isOfMock: true },
  maxBodyBytes: { form: 'number', isOfMock: true },
  journal: { form: 'number', isOfMock: true },
  baseUrl: { form: 'text', isOfMock: false },
  controlToken: { form: 'text', isOfMock: false },
  log: { form: 'text', isOfMock: false },
  quiet: { form: 'switch', isOfMock: false },
  json: { form: 'switch', isOfMock: false },
} as const satisfies Record<keyof PaddockConfig, { form: Form; isOfMock: boolean }>;

/** The keys of a configuration file, each the flag of its name; `behaviours` is `--behaviour`. */
export const configKeys: readonly string[] = Object.keys(keys);

/**
 * Puts what the folder's configuration file says under what the command was given. Flags and variables win; behaviours
 * are put together one by one.
 *
 * @param only `mock` leaves out where and how `paddock start` serves
 * @throws UsageError for two files, one that cannot be read or has another extension, an unknown key, or a value that
 * does not fit
 */
export async function applyConfigFile(
  command: Command,
  only: 'mock' | 'all',
  folder: string = process.cwd(),
): Promise<void> {
  const [file, other] = configFileNames.filter((name) => existsSync(join(folder, name)));
  if (file === undefined) return refuseOtherExtensions(folder);
  if (other !== undefined) refuse(file, `${other} exists too. Keep only one of them`);
  for (const [key, value] of Object.entries(await read(folder, file))) {
    const known = isKey(key) ? keys[key] : refuse(file, `${key} is not an option.${didYouMean(key, configKeys)}`);
    const checked = check(file, key, known.form, value, optionOf(command, key));
    if (known.isOfMock || only === 'all') put(command, key, checked);
  }
}

/** Refuses a file that would be ignored although its name says that it configures the mock. */
function refuseOtherExtensions(folder: string): void {
  const name = readdirSync(folder).find((each) => /^paddock\.config\.\w+$/.test(each));
  if (name === undefined) return;
  const extensions = configFileNames.map((each) => extname(each)).join(', ');
  refuse(name, `the extension ${extname(name)} is not supported, only ${extensions}. Rename it`);
}

function isKey(key: string): key is keyof typeof keys {
  return Object.hasOwn(keys, key);
}

/** The flag that says the same as a key; `paddock run` has not all of them. */
function optionOf(command: Command, key: string): Option | undefined {
  return command.options.find((option) => option.attributeName() === attributeOf(key));
}

function attributeOf(key: string): string {
  return key === 'behaviours' ? 'behaviour' : key;
}

function put(command: Command, key: string, value: unknown): void {
  const name = attributeOf(key);
  const source = command.getOptionValueSource(name);
  const isGiven = source === 'cli' || source === 'env';
  if (key === 'behaviours') {
    const given: object = isGiven ? command.getOptionValue(name) : {};
    command.setOptionValueWithSource(name, { ...Object(value), ...given }, 'config');
  } else if (!isGiven) command.setOptionValueWithSource(name, value, 'config');
}

/** Holds a value to its form, and then to what the flag itself would say of it. */
function check(file: string, key: string, form: Form, value: unknown, option: Option | undefined): unknown {
  if (!forms[form].fits(value)) refuse(file, `${key} is not ${forms[form].title}`);
  if (form === 'switch' || form === 'values' || !option?.parseArg) return value;
  try {
    return option.parseArg(String(value), undefined);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    return refuse(file, `${key}: ${error.message.replace(/\.$/, '')}`);
  }
}

const isText = (value: unknown) => typeof value === 'string';

const forms: Readonly<Record<Form, { title: string; fits: (value: unknown) => boolean }>> = {
  text: { title: 'a text', fits: isText },
  number: { title: 'a number', fits: (value) => typeof value === 'number' },
  switch: { title: 'true or false', fits: (value) => typeof value === 'boolean' },
  list: { title: 'a list of strings', fits: (value) => Array.isArray(value) && value.every(isText) },
  values: { title: 'an object of strings', fits: (value) => isByName(value) && Object.values(value).every(isText) },
};

async function read(folder: string, file: string): Promise<object> {
  const content = await loadConfig(join(folder, file)).catch((error: unknown) =>
    // Of many lines, as those about YAML are, the first says it.
    refuse(file, (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/[.:]$/, '') ?? ''),
  );
  return isByName(content) ? content : refuse(file, 'it does not contain an object of options');
}

function isByName(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(file: string, why: string): never {
  throw new UsageError(`Could not read ${file}: ${why}${/[.?]$/.test(why) ? '' : '.'}`);
}
