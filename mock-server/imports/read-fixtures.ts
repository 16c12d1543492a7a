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
 * @throws UsageError for an unknown name or a file that cannot be read
 */
export async function readFixtures(nameOrFile: string): Promise<UncheckedSeed | ImportSource> {
  // Loaded lazily, since the seeds are large.
  const { loadSeed, seedNames } = await import('#fixtures/seeds/seed.ts');
  const name = seedNames.find((each) => each === nameOrFile);
  if (name !== undefined) return loadSeed(name);
  if (!existsSync(nameOrFile)) {
    throw new UsageError(
      `Could not read the fixtures ${nameOrFile}: there is no such file or seed.${didYouMean(nameOrFile, seedNames) || ` Give a JSON or CSV file, or a built-in seed: ${seedNames.join(', ')}.`}`,
    );
  }
  return seedOrRecorded(await readSource(nameOrFile));
}

/** Reads a built-in seed. @throws UsageError for an unknown name */
export async function readSeed(name: string): Promise<UncheckedSeed> {
  const { loadSeed, seedNames } = await import('#fixtures/seeds/seed.ts');
  const known = seedNames.find((each) => each === name);
  if (known !== undefined) return loadSeed(known);
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
