import { readFile } from 'node:fs/promises';
import { UsageError } from '#openapi/text/usage-error.ts';
import { type Behaviours, behaviourNames, guideBehaviours, officialBehaviours, valuesOf } from './behaviours.ts';

/**
 * Reads the expected behaviours: `guide`, `official`, or a JSON file such as `paddock measure` writes. Its `behaviours`
 * are values, or objects with a `value`; those missing or `null` default to the published value.
 *
 * @throws UsageError for an unreadable file, or one with an unknown behaviour or value.
 */
export async function readProfile(name: string): Promise<Behaviours> {
  if (name === 'guide') return guideBehaviours;
  if (name === 'official') return officialBehaviours;
  const given = behavioursIn(await readJson(name));
  const unknown = given.find(([behaviour, value]) => !isValue(behaviour, value));
  if (given.length === 0) throw unusable(name, 'it has no behaviours', 'Give one that paddock measure wrote');
  if (unknown) throw unusable(name, `there is no ${unknown[0]} of ${JSON.stringify(unknown[1])}`, 'Measure again');
  return { ...officialBehaviours, ...Object.fromEntries(given.filter(([, value]) => value !== null)) };
}

function behavioursIn(profile: unknown): [string, unknown][] {
  if (typeof profile !== 'object' || profile === null || !('behaviours' in profile)) return [];
  return Object.entries(profile.behaviours ?? {}).map(([name, given]) => [name, valueIn(given)]);
}

function valueIn(given: unknown): unknown {
  return typeof given === 'object' && given !== null && 'value' in given ? given.value : given;
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
