import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { UsageError } from '../usage-error.ts';

/** Reads a CSV file, or a JSON file of recorded entities. @throws UsageError for a file that is neither */
export async function readSource(file: string): Promise<{ csv: string } | { recorded: unknown }> {
  try {
    const text = await readFile(file, 'utf8');
    if (text.trim() === '') throw new Error('it is empty');
    return extname(file).toLowerCase() === '.csv' ? { csv: text } : { recorded: JSON.parse(text) };
  } catch (error) {
    throw new UsageError(
      `Could not read ${file}: ${error instanceof Error ? error.message : error}. Name a CSV or a JSON file.`,
    );
  }
}
