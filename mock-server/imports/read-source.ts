import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { isTooDeep } from '#openapi/document/json-depth.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import { findChangedNumber } from '../text/json-numbers.ts';

/** Reads a CSV file, or a JSON file of recorded entities. @throws UsageError for any other file */
export async function readSource(file: string): Promise<{ csv: string } | { recorded: unknown }> {
  try {
    const text = await readFile(file, 'utf8');
    if (text.trim() === '') throw new Error('it is empty');
    if (extname(file).toLowerCase() === '.csv') return { csv: text };
    const recorded: unknown = JSON.parse(text);
    if (isTooDeep(recorded)) throw new Error('it is nested too deep');
    const changed = findChangedNumber(text);
    if (changed !== undefined) throw new Error(`the number at ${changed} cannot be represented exactly`);
    return { recorded };
  } catch (error) {
    throw new UsageError(
      `Could not read ${file}: ${error instanceof Error ? error.message : error}. Give a CSV or JSON file.`,
    );
  }
}
