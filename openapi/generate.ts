/**
 * Makes everything in `generated/` from the documents written by hand. Run with `npm run generate`.
 *
 * - `guide.json`, `control.json`: the hand-written documents in one piece, with a webhook for each event type.
 * - `official.json`: the guide's document with `overlays/official.yaml` applied.
 * - `changes.json`: the overlay's actions, resolved against the guide's document, for mixes of behaviours.
 * - `guide.ts`, `official.ts`, `control.ts`: types. A field with a default stays optional, because requests may leave it out.
 */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import jsonpath from 'jsonpath';
import openapiTS, { astToString } from 'openapi-typescript';
import { applyChanges, type DocumentChange, type JsonObject } from './document-changes.ts';
import { type OverlayAction, readOverlay } from './read-overlay.ts';
import { withAllWebhooks } from './webhooks-of-events.ts';

const run = promisify(execFile);
const here = new URL('./', import.meta.url).pathname;
const header = '// Made by `npm run generate` from the documents in openapi/. Do not edit.\n';

const [written, control] = await Promise.all([bundle('openapi.yaml'), bundle('control.yaml')]);
const guide = withAllWebhooks(written);
const changes = readOverlay(guide).map((action) => resolve(action, guide));
const official = applyChanges(guide, changes);

await writeFile(`${here}generated/changes.json`, `${JSON.stringify(changes, null, 2)}\n`);
for (const [name, document] of Object.entries({ guide, official, control })) {
  const text = JSON.stringify(document, null, 2);
  await writeFile(`${here}generated/${name}.json`, `${text}\n`);
  await writeFile(
    `${here}generated/${name}.ts`,
    header + astToString(await openapiTS(text, { defaultNonNullable: false })),
  );
}

async function bundle(file: string): Promise<JsonObject> {
  const { stdout } = await run('redocly', ['bundle', `${here}${file}`, '--ext', 'json'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}

/** An action must target exactly one node of the guide's document, so that actions do not depend on each other. */
function resolve(action: OverlayAction, document: JsonObject): DocumentChange {
  const found = jsonpath.paths(document, action.target);
  const [nodePath] = found;
  if (found.length !== 1 || nodePath === undefined) {
    throw new Error(`Could not resolve ${action.target}: it targets ${found.length} nodes. Target exactly one.`);
  }
  const [behaviour = '', value = ''] = action['x-behaviour'].split('=');
  const path = nodePath.slice(1).map(String);
  return action.update ? { behaviour, value, path, update: action.update } : { behaviour, value, path, remove: true };
}
