import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { JsonObject } from '../document/json.ts';

/** Creates a reference to a component. */
export type RefTo = (section: 'schemas' | 'parameters' | 'headers' | 'responses', name: string) => { $ref: string };

/** Refers to a component of a bundled document. */
export const componentRef: RefTo = (section, name) => ({ $ref: `#/components/${section}/${name}` });

/**
 * Refers to the file of a component, as the hand-written documents do.
 *
 * @param from Path from the referring file to openapi/, such as `./../`.
 */
export function fileRefs(openapi: string, from: string): RefTo {
  const places = new Map([
    ...schemaPlaces(openapi),
    ...(['parameters', 'headers', 'responses'] as const).flatMap((section) => componentPlaces(openapi, section)),
  ]);
  return (section, name) => {
    const place = places.get(`${section} ${name}`);
    if (place === undefined)
      throw new Error(`Could not find ${name} among the ${section} in openapi/. Correct the name.`);
    return { $ref: from + place };
  };
}

type Place = [component: string, place: string];

/** Returns the reference to each schema by name: a key in a file, or the name of a file that is a single schema. */
function schemaPlaces(openapi: string): Place[] {
  return globSync('schemas/**/*.yaml', { cwd: openapi }).flatMap((file): Place[] => {
    const content = readYaml(openapi + file);
    if ('type' in content || 'anyOf' in content) return [[`schemas ${basename(file, '.yaml')}`, file]];
    return Object.keys(content).map((key) => [`schemas ${key}`, `${file}#/${key}`]);
  });
}

function componentPlaces(openapi: string, section: string): Place[] {
  const file = `components/${section}.yaml`;
  return Object.keys(readYaml(openapi + file)).map((key) => [`${section} ${key}`, `${file}#/${key}`]);
}

function readYaml(file: string): JsonObject {
  return parse(readFileSync(file, 'utf8'));
}
