import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JsonObject } from './json.ts';
import { objectAt, pointerOf } from './refs.ts';

/** Returns the validation function of the schema at a JSON Pointer. */
export type SchemaCompiler = (pointer: string) => ValidateFunction;

/**
 * Creates a compiler for the schemas of a document. Schemas are compiled lazily, since each takes milliseconds.
 *
 * @param adapt Adds keywords and formats.
 */
export function schemaCompiler(
  document: JsonObject,
  { allErrors = true, adapt }: { allErrors?: boolean; adapt?: (ajv: Ajv2020) => void } = {},
): SchemaCompiler {
  const compiled = new Map<string, ValidateFunction>();
  let ajv: Ajv2020 | undefined;
  return (pointer) => {
    ajv ??= createAjv(document, allErrors, adapt);
    const known = compiled.get(pointer);
    if (known) return known;
    objectAt(document, pointer);
    // Escapes the braces of path parameters, which are invalid in a URI.
    const validate = ajv.compile({ $ref: `document${encodeURI(pointer)}` });
    compiled.set(pointer, validate);
    return validate;
  };
}

function createAjv(document: JsonObject, allErrors: boolean, adapt: ((ajv: Ajv2020) => void) | undefined): Ajv2020 {
  // Not strict, since OpenAPI has more keywords than JSON Schema. The document is linted already, and validating it
  // again would take a tenth of a short run. Optimizing takes as long as compiling, and makes no validation faster.
  const code = { optimize: false };
  const ajv = new Ajv2020({ strict: false, allErrors, verbose: true, validateSchema: false, code });
  addFormats.default(ajv);
  adapt?.(ajv);
  ajv.addSchema({ $id: 'document', ...document });
  return ajv;
}

/** Lists the errors of a value by the schema at a path of the document. */
export type DocumentValidator = (path: readonly string[], value: unknown) => string[];

export function validatorOf(document: JsonObject): DocumentValidator {
  const compile = schemaCompiler(document);
  return (path, value) =>
    errorsOf(compile(pointerOf(path)), value).map((error) => `${error.instancePath || '(root)'} ${error.message}`);
}

/** Returns the errors of a value; empty if it is valid. */
export function errorsOf(validate: ValidateFunction, value: unknown): readonly ErrorObject[] {
  return validate(value) ? [] : (validate.errors ?? []);
}
