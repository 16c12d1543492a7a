import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { isObject, type Json, type JsonObject, mapObjects } from '../document/json.ts';
import { nodeAt } from '../document/refs.ts';
import { apiConventions } from './api-conventions.ts';
import { componentRef, fileRefs } from './component-refs.ts';
import { controlConventions } from './control-conventions.ts';
import { type ErrorCatalogue, errorResponse, readErrors } from './errors.ts';
import { filesByTag, readEvents, scenariosIn, unlistedSchemas, webhooksOf } from './events.ts';
import { idParameters } from './id-parameters.ts';
import { type Conventions, expandPath, withMediaType } from './operations.ts';
import { permissionsOf } from './permissions.ts';

const run = promisify(execFile);

/**
 * Expands the hand-written documents by the catalogues, and bundles each into one object.
 *
 * @returns also the schemas of events that the guide does not list and that nothing else in its document uses
 */
export async function bundleDocuments(
  openapi: string,
): Promise<{ guide: JsonObject; control: JsonObject; unlisted: JsonObject }> {
  const copy = await mkdtemp(join(tmpdir(), 'paddock-openapi-'));
  try {
    await cp(openapi, copy, { recursive: true, filter: (source) => !source.endsWith('/generated') });
    await expand(`${copy}/`);
    const [guide, control] = await Promise.all([bundle(`${copy}/openapi.yaml`), bundle(`${copy}/control.yaml`)]);
    return { guide, control, unlisted: takeOut(guide, Object.keys(unlistedSchemas(openapi, componentRef))) };
  } finally {
    await rm(copy, { recursive: true });
  }
}

/** Removes schemas from a document, with those that nothing else refers to, and returns them. */
function takeOut(document: JsonObject, names: readonly string[]): JsonObject {
  const schemas = nodeAt(document, ['components', 'schemas']);
  if (!isObject(schemas) || names.length === 0) return {};
  const taken: JsonObject = {};
  for (const name of names) {
    taken[name] = schemas[name] ?? null;
    delete schemas[name];
  }
  const [left, inTaken] = [document, taken].map((part) => schemasNamedIn(part));
  const orphans = Object.keys(schemas).filter((name) => inTaken?.has(name) && !left?.has(name));
  return { ...taken, ...takeOut(document, orphans) };
}

function schemasNamedIn(part: JsonObject): Set<string> {
  const found = JSON.stringify(part).matchAll(/#\/components\/schemas\/([\w-]+)"/g);
  return new Set([...found].map(([, name = '']) => name));
}

async function expand(folder: string): Promise<void> {
  const ids = await readYaml(`${folder}schemas/values/ids.yaml`);
  await rewrite(`${folder}components/parameters.yaml`, (parameters) => ({ ...idParameters(ids), ...parameters }));
  const listed = readEvents(folder).filter((event) => event.listed);
  const [errors, refTo] = [readErrors(folder), fileRefs(folder, '../')];
  const { paths, tags } = await expandedPaths(folder, errors);
  const webhooks = webhooksOf(listed, fileRefs(folder, ''));
  const schemas = unlistedSchemas(folder, fileRefs(folder, ''));
  await rewrite(`${folder}openapi.yaml`, ({ components, ...document }) => ({
    ...document,
    components: { ...(isObject(components) && components), schemas },
    tags,
    paths,
    webhooks,
  }));
  const permissions = permissionsOf(paths, await readYaml(`${folder}components/parameters.yaml`));
  await rewrite(`${folder}control.yaml`, (document) => expandControl(document, permissions));
  await rewrite(`${folder}components/responses.yaml`, (responses) =>
    mapObjects(responses, (response) => errorResponse(response, errors, refTo)),
  );
  await rewrite(`${folder}schemas/webhooks/event-type.yaml`, (schemas) => {
    Object.assign(nodeAt(schemas, ['event-type-name']) ?? {}, { enum: listed.map(({ name }) => name) });
    return schemas;
  });
  await rewrite(`${folder}schemas/webhooks/simulation.yaml`, (schemas) => {
    const named = nodeAt(schemas, ['simulation-type-name']) ?? {};
    Object.assign(named, { enum: [...listed.map(({ name }) => name), ...scenariosIn(schemas)] });
    return schemas;
  });
}

function expandControl(document: JsonObject, permissions: string[]): JsonObject {
  const { paths = {}, components = {}, ...rest } = document;
  const schema = ['/_paddock/keys', 'post', 'requestBody', 'schema', 'properties', 'permissions', 'items'];
  Object.assign(nodeAt(document, ['paths', ...schema]) ?? {}, { enum: permissions });
  return {
    ...rest,
    paths: expandPaths(paths, 'control', controlConventions),
    components: {
      ...(isObject(components) && components),
      responses: mapObjects(nodeAt(document, ['components', 'responses']), withMediaType),
    },
  };
}

/** Reads and expands the files of `paths/`. Each is named after its tag and begins with the tag's description. */
async function expandedPaths(folder: string, errors: ErrorCatalogue): Promise<{ paths: JsonObject; tags: Json }> {
  const parameters = await readYaml(`${folder}components/parameters.yaml`);
  const conventions = apiConventions(fileRefs(folder, ''), parameters, errors);
  const parts = await Promise.all(
    filesByTag(folder).map(async ([name, file]) => {
      const { tag: description = null, ...paths } = await readYaml(file);
      return { paths: expandPaths(paths, name, conventions), tag: { name, description } };
    }),
  );
  return { paths: Object.assign({}, ...parts.map(({ paths }) => paths)), tags: parts.map(({ tag }) => tag) };
}

function expandPaths(paths: Json | undefined, tag: string, conventions: Conventions): JsonObject {
  return mapObjects(paths, (item, path) => expandPath(path, item, tag, conventions));
}

async function readYaml(file: string): Promise<JsonObject> {
  return parse(await readFile(file, 'utf8'), { merge: true });
}

async function rewrite(file: string, change: (content: JsonObject) => JsonObject): Promise<void> {
  await writeFile(file, JSON.stringify(change(await readYaml(file))));
}

async function bundle(file: string): Promise<JsonObject> {
  const { stdout } = await run('redocly', ['bundle', file, '--ext', 'json'], {
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off' },
  });
  return JSON.parse(stdout);
}
