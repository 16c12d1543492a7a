import { readFile } from 'node:fs/promises';
import { UsageError } from '#openapi/text/usage-error.ts';
import { type Behaviours, behaviourNames, guideBehaviours, officialBehaviours, valuesOf } from './behaviours.ts';

/**
 * What is expected of a target: `guide`, `official`, or what a JSON file says, such as one that was measured. The file
 * has `behaviours`, each with its value or with an object whose `value` it is; the published value holds for those that
 * it leaves out or has as `null`.
 *
 * @throws UsageError for a file that cannot be read, or that has a behaviour or value that does not exist.
 */
export async function readProfile(name: string): Promise<Behaviours> {
  if (name === 'guide') return guideBehaviours;
  if (name === 'official') return officialBehaviours;
  const told = behavioursIn(await readJson(name));
  const unknown = told.find(([behaviour, value]) => !isValue(behaviour, value));
  if (told.length === 0) throw unusable(name, 'it has no behaviours', 'Give one that paddock measure wrote');
  if (unknown) throw unusable(name, `there is no ${unknown[0]} of ${JSON.stringify(unknown[1])}`, 'Measure again');
  return { ...officialBehaviours, ...Object.fromEntries(told.filter(([, value]) => value !== null)) };
}

function behavioursIn(profile: unknown): [string, unknown][] {
  if (typeof profile !== 'object' || profile === null || !('behaviours' in profile)) return [];
  return Object.entries(profile.behaviours ?? {}).map(([name, told]) => [name, valueIn(told)]);
}

function valueIn(told: unknown): unknown {
  return typeof told === 'object' && told !== null && 'value' in told ? told.value : told;
}

function isValue(behaviour: string, value: unknown): boolean {
  const name = behaviourNames.find((known) => known === behaviour);
  return name !== undefined && (value === null || valuesOf(name).some((known) => known === value));
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw unusable(file, error instanceof Error ? error.message : String(error), 'Give guide, official or a JSON file');
  }
}

function unusable(file: string, reason: string, instead: string): UsageError {
  return new UsageError(`Could not read the profile ${file}: ${reason}. ${instead}.`);
}
