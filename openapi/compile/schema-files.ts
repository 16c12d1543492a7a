import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { JsonObject } from '../document/json.ts';

/** Makes the reference to a component by its section and name. */
export type RefTo = (section: 'schemas' | 'parameters' | 'headers' | 'responses', name: string) => { $ref: string };

/** Refers to a component of a bundled document. */
export const componentRef: RefTo = (section, name) => ({ $ref: `#/components/${section}/${name}` });

/**
 * Refers to the file that holds a component, as the hand-written documents do.
 *
 * @param from the path from the referring file to openapi/, such as `../`
 */
export function fileRefs(openapi: string, from: string): RefTo {
  const files = schemaFiles(openapi);
  return (section, name) => {
    if (section !== 'schemas') return { $ref: `${from}components/${section}.yaml#/${name}` };
    const file = files.get(name);
    if (file === undefined)
      throw new Error(`Could not find the schema ${name}: no file in openapi/schemas/ has it. Correct the name.`);
    return { $ref: `${from}schemas/${file}` };
  };
}

/** The place of each schema by its name, which is a key of its file, or the name of a file that is a schema itself. */
function schemaFiles(openapi: string): Map<string, string> {
  const files = readdirSync(`${openapi}schemas`);
  return new Map(
    files.flatMap((file): [string, string][] => {
      const content: JsonObject = parse(readFileSync(`${openapi}schemas/${file}`, 'utf8'));
      const isSchema = 'type' in content || 'anyOf' in content;
      return isSchema
        ? [[file.replace('.yaml', ''), file]]
        : Object.keys(content).map((key) => [key, `${file}#/${key}`]);
    }),
  );
}
