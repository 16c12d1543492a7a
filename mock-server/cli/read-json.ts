import { readFile } from 'node:fs/promises';
import { UsageError } from '../usage-error.ts';

/**
 * Reads a JSON file.
 *
 * @param what what the file is to hold, such as `the fixtures`
 * @param remedy what to do where it cannot be read, as a sentence
 * @throws UsageError where it cannot be read
 */
export async function readJson(file: string, what: string, remedy: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`Could not read ${what}: ${error instanceof Error ? error.message : error}. ${remedy}`);
  }
}
