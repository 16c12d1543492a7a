import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { UsageError } from '#openapi/text/usage-error.ts';
import { isProfileName, type ProfileName, profileNames } from '../../spec/behaviours.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { fieldOf } from '../../text/json-field.ts';

/** A profile, and values of single behaviours that override it. */
type ChosenProfile = { profile: ProfileName; behaviours: Record<string, string> };

const remedy = `Give ${profileNames.join(', ')} or a file from paddock measure.`;

/**
 * Resolves `--profile`: the name of a profile, or a file from `paddock measure`, on top of the official profile.
 *
 * @throws UsageError for anything else
 */
export async function chooseProfile(nameOrFile: string): Promise<ChosenProfile> {
  if (isProfileName(nameOrFile)) return { profile: nameOrFile, behaviours: {} };
  if (!existsSync(nameOrFile))
    refuse(nameOrFile, 'there is no such profile or file', didYouMean(nameOrFile, profileNames));
  const measured = fieldOf(await readJson(nameOrFile), 'behaviours');
  if (typeof measured !== 'object' || measured === null) refuse(nameOrFile, 'it has no behaviours');
  const values = Object.entries(measured).map(([name, finding]): [string, string] => {
    const value = fieldOf(finding, 'value');
    return typeof value === 'string' ? [name, value] : refuse(nameOrFile, `${name} has no value`);
  });
  return { profile: 'official', behaviours: Object.fromEntries(values) };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    return refuse(file, error instanceof Error ? error.message : String(error));
  }
}

function refuse(file: string, why: string, meant = ''): never {
  throw new UsageError(`Could not read the profile ${file}: ${why}.${meant || ` ${remedy}`}`);
}
