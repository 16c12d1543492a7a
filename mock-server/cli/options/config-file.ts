import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Command, InvalidArgumentError, type Option } from 'commander';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { PaddockConfig } from '../../server/config.ts';
import { type StartOption, startOptions } from '../../server/start-options.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { configFileNames, loadConfig } from './load-config.ts';
import { isOfMock } from './start-options.ts';

/**
 * Applies the folder's configuration file to a command. Flags and variables take precedence; behaviours are merged one
 * by one.
 *
 * @param only `mock` skips the keys about address and output
 * @throws UsageError for two files, an unreadable one, another extension, an unknown key, or an invalid value
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
    if (!isKey(key)) refuse(file, `${key} is not an option.${didYouMean(key, Object.keys(startOptions))}`);
    const { [key]: option } = startOptions;
    const checked = check(file, key, option.form, value, flagOf(command, key));
    if (isOfMock(option) || only === 'all') put(command, key, checked);
  }
}

/** Rejects a file with an unsupported extension, which would otherwise be ignored. */
function refuseOtherExtensions(folder: string): void {
  const name = readdirSync(folder).find((each) => /^paddock\.config\.\w+$/.test(each));
  if (name === undefined) return;
  const extensions = configFileNames.map((each) => extname(each)).join(', ');
  refuse(name, `the extension ${extname(name)} is not supported, only ${extensions}. Rename it`);
}

function isKey(key: string): key is keyof PaddockConfig {
  return Object.hasOwn(startOptions, key);
}

/** Finds the flag of a key; `paddock run` lacks some of them. */
function flagOf(command: Command, key: string): Option | undefined {
  return command.options.find((option) => option.attributeName() === key);
}

function put(command: Command, key: string, value: unknown): void {
  const source = command.getOptionValueSource(key);
  const isGiven = source === 'cli' || source === 'env';
  if (key === 'behaviours') {
    const given: object = isGiven ? command.getOptionValue(key) : {};
    command.setOptionValueWithSource(key, { ...Object(value), ...given }, 'config');
  } else if (!isGiven) command.setOptionValueWithSource(key, value, 'config');
}

/** Checks a value's type, then parses it as the flag would. */
function check(
  file: string,
  key: string,
  form: StartOption['form'],
  value: unknown,
  option: Option | undefined,
): unknown {
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
const text: Json = { title: 'a string', fits: isText };
const number: Json = { title: 'a number', fits: (value) => typeof value === 'number' };

type Json = { title: string; fits: (value: unknown) => boolean };

const forms: Readonly<Record<StartOption['form'], Json>> = {
  text,
  URL: text,
  port: number,
  seed: number,
  'whole number': number,
  count: number,
  switch: { title: 'true or false', fits: (value) => typeof value === 'boolean' },
  list: { title: 'a list of strings', fits: (value) => Array.isArray(value) && value.every(isText) },
  values: { title: 'an object of strings', fits: (value) => isByName(value) && Object.values(value).every(isText) },
};

async function read(folder: string, file: string): Promise<object> {
  const content = await loadConfig(join(folder, file)).catch((error: unknown) =>
    // The first line of the message suffices; errors of YAML have many.
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
