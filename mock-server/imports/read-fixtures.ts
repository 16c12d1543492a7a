import { existsSync } from 'node:fs';
import { UsageError } from '#openapi/text/usage-error.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { readSource } from './read-source.ts';
import { isRecording } from './recorded.ts';
import type { UncheckedSeed } from './seeds.ts';
import type { ImportSource } from './source.ts';

/**
 * Reads a built-in seed by name, such as `small-saas`, or a file: a seed, recorded responses, or CSV.
 *
 * @param now time of the account, in milliseconds, to which a built-in seed is moved
 * @throws UsageError for an unknown name or a file that cannot be read
 */
export async function readFixtures(nameOrFile: string, now: number): Promise<UncheckedSeed | ImportSource> {
  // Loaded lazily, since the seeds are large.
  const { loadSeed, seedAt, seedNames } = await import('#fixtures/seeds/seed.ts');
  const name = seedNames.find((each) => each === nameOrFile);
  if (name !== undefined) return seedAt(loadSeed(name), now);
  if (!existsSync(nameOrFile)) {
    throw new UsageError(
      `Could not read the fixtures ${nameOrFile}: there is no such file or seed.${didYouMean(nameOrFile, seedNames) || ` Give a JSON or CSV file, or a built-in seed: ${seedNames.join(', ')}.`}`,
    );
  }
  return seedOrRecorded(await readSource(nameOrFile));
}

/** Reads a built-in seed, as it is at a time of the account. @throws UsageError for an unknown name */
export async function readSeed(name: string, now: number): Promise<UncheckedSeed> {
  const { loadSeed, seedAt, seedNames } = await import('#fixtures/seeds/seed.ts');
  const known = seedNames.find((each) => each === name);
  if (known !== undefined) return seedAt(loadSeed(known), now);
  throw new UsageError(
    `Could not add the seed ${name}: there is no such seed.${didYouMean(name, seedNames) || ` Use one of ${seedNames.join(', ')}.`}`,
  );
}

/** Distinguishes a seed, which has lists by kind, from recorded responses, without validating either. */
function seedOrRecorded(source: { csv: string } | { recorded: unknown }): UncheckedSeed | ImportSource {
  if ('csv' in source || Array.isArray(source.recorded)) return source;
  const { recorded } = source;
  return typeof recorded === 'object' && recorded !== null && isRecording(recorded)
    ? source
    : { ...(recorded as object) };
}
