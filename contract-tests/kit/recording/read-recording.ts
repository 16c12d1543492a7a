import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isObject } from '#openapi/document/json.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import schema from './captured-exchange.schema.json' with { type: 'json' };
import type { CapturedExchange } from './captured-exchange.ts';

/** Recorded exchanges, and the profile they were checked against. */
export type Recording = { readonly profile: string; readonly exchanges: readonly CapturedExchange[] };

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const isExchange = ajv.compile<CapturedExchange>(schema);

/**
 * Reads the folder of a recording.
 *
 * @throws UsageError for a folder without a recording, and for an invalid file in it.
 */
export async function readRecording(folder: string): Promise<Recording> {
  const about = await readJson(folder, 'recording.json');
  if (!isObject(about) || about['format'] !== 1) throw unreadable(folder, 'recording.json has another format');
  const files = (await readdir(folder)).filter((file) => /^\d+-\w+\.json$/.test(file));
  const exchanges = await Promise.all(files.map((file) => readExchange(folder, file)));
  return {
    profile: String(about['profile']),
    exchanges: exchanges.toSorted((one, other) => one.number - other.number),
  };
}

async function readExchange(folder: string, file: string): Promise<CapturedExchange> {
  const value = await readJson(folder, file);
  if (isExchange(value)) return value;
  throw unreadable(folder, ajv.errorsText(isExchange.errors, { dataVar: file }));
}

async function readJson(folder: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, file), 'utf8'));
  } catch (error) {
    throw unreadable(folder, error instanceof Error ? error.message : String(error));
  }
}

function unreadable(folder: string, why: string): UsageError {
  return new UsageError(`Could not read the recording ${folder}: ${why}. Give a folder that paddock record wrote.`);
}
