/**
 * Generates all files in `generated/` from the hand-written documents. Run with `npm run generate`.
 *
 * - `guide.json`, `control.json`: the hand-written documents, expanded and bundled.
 * - `changes.json`: the overlay's actions, resolved against the guide's document, for mixes of behaviours. The official
 *   document is the guide's with all of them.
 * - `errors.ts`: the catalogue of errors.
 * - `event-types.ts`: the event types as `GET /event-types` returns them.
 * - `guide.ts`, `official.ts`, `control.ts`: types. A field with a default is optional, since requests may omit it.
 */

import { writeFile } from 'node:fs/promises';
import jsonpath from 'jsonpath';
import openapiTS, { astToString } from 'openapi-typescript';
import { bundleDocuments } from './compile/bundle.ts';
import { errorsModule, readErrors } from './compile/errors.ts';
import { eventTypesModule, readEvents } from './compile/events.ts';
import { type OverlayAction, readOverlay } from './compile/overlay.ts';
import { printJson } from './compile/print-json.ts';
import { applyChanges, type DocumentChange } from './document/changes.ts';
import type { JsonObject } from './document/json.ts';

const here = new URL('./', import.meta.url).pathname;
const header = '// Made by `npm run generate` from the documents in openapi/. Do not edit.\n';

const { guide, control } = await bundleDocuments(here);
const changes = readOverlay(here).map((action) => resolve(action, guide));
const official = applyChanges(guide, changes);

await writeFile(`${here}generated/errors.ts`, header + errorsModule(readErrors(here)));
await writeFile(`${here}generated/event-types.ts`, header + eventTypesModule(readEvents(here)));
for (const [name, document] of Object.entries({ guide, control, changes })) {
  await writeFile(`${here}generated/${name}.json`, `${printJson(document)}\n`);
}
for (const [name, document] of Object.entries({ guide, official, control })) {
  const text = JSON.stringify(document);
  await writeFile(
    `${here}generated/${name}.ts`,
    header + astToString(await openapiTS(text, { defaultNonNullable: false })),
  );
}

/** Resolves an action's target: exactly one node of the guide's document, so that actions are independent. */
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
