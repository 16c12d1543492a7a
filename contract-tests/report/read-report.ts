import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { UsageError } from '#openapi/text/usage-error.ts';
import schema from './report.schema.json' with { type: 'json' };
import type { Report } from './report.ts';

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);

/** Validates a report against its published schema. */
export const isReport = ajv.compile<Report>(schema);

/**
 * Reads the JSON file of a run.
 *
 * @throws UsageError for a file that is not a report.
 */
export async function readReport(file: string): Promise<Report> {
  const value = await parse(file);
  if (isReport(value)) return value;
  throw unreadable(file, ajv.errorsText(isReport.errors, { dataVar: 'report' }));
}

async function parse(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw unreadable(file, error instanceof Error ? error.message : String(error));
  }
}

function unreadable(file: string, why: string): UsageError {
  return new UsageError(`Could not read the report ${file}: ${why}. Give a file that paddock verify --json wrote.`);
}
