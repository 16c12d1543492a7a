import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import type { JsonObject } from '../document-changes.ts';
import { nodeAt } from '../document-refs.ts';
import { readEvents, webhooksOf } from './events.ts';
import { fileRefs } from './schema-files.ts';

const run = promisify(execFile);

/** Expands what the hand-written documents leave to the catalogues, and puts each document into one piece. */
export async function bundleDocuments(openapi: string): Promise<{ guide: JsonObject; control: JsonObject }> {
  const copy = await mkdtemp(join(tmpdir(), 'paddock-openapi-'));
  try {
    await cp(openapi, copy, { recursive: true, filter: (source) => !source.endsWith('/generated') });
    await expand(`${copy}/`);
    const [guide, control] = await Promise.all([bundle(`${copy}/openapi.yaml`), bundle(`${copy}/control.yaml`)]);
    return { guide, control };
  } finally {
    await rm(copy, { recursive: true });
  }
}

async function expand(folder: string): Promise<void> {
  const listed = readEvents(folder).filter((event) => event.listed);
  await rewrite(`${folder}openapi.yaml`, (document) => ({
    ...document,
    webhooks: webhooksOf(listed, fileRefs(folder, '')),
  }));
  await rewrite(`${folder}schemas/event-type.yaml`, (schemas) => {
    Object.assign(nodeAt(schemas, ['event-type-name']) ?? {}, { enum: listed.map(({ name }) => name) });
    return schemas;
  });
}

async function rewrite(file: string, change: (content: JsonObject) => JsonObject): Promise<void> {
  await writeFile(file, JSON.stringify(change(parse(await readFile(file, 'utf8')))));
}

async function bundle(file: string): Promise<JsonObject> {
  const { stdout } = await run('redocly', ['bundle', file, '--ext', 'json'], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout);
}
