import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JsonObject } from './json.ts';
import { objectAt, pointerOf } from './refs.ts';

/** Finds the validating function of the schema at a JSON Pointer. */
export type SchemaCompiler = (pointer: string) => ValidateFunction;

/**
 * Makes a compiler of the schemas of a document, each of which is compiled when it is first needed, since that takes
 * milliseconds.
 *
 * @param adapt adds keywords and formats
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
    // Braces of a path's parameters have to be escaped in a URI.
    const validate = ajv.compile({ $ref: `document${encodeURI(pointer)}` });
    compiled.set(pointer, validate);
    return validate;
  };
}

function createAjv(document: JsonObject, allErrors: boolean, adapt: ((ajv: Ajv2020) => void) | undefined): Ajv2020 {
  // Not strict, because a document has more keywords than JSON Schema. It is linted, so it is not validated once more, which
  // is a tenth of a short run of the suite. Optimizing takes as long as compiling and makes no validation faster.
  const code = { optimize: false };
  const ajv = new Ajv2020({ strict: false, allErrors, verbose: true, validateSchema: false, code });
  addFormats.default(ajv);
  adapt?.(ajv);
  ajv.addSchema({ $id: 'document', ...document });
  return ajv;
}

/** Lists what is wrong with a value; nothing if the schema at a path of the document accepts it. */
export type DocumentValidator = (path: readonly string[], value: unknown) => string[];

/** Makes a validator of a document. */
export function validatorOf(document: JsonObject): DocumentValidator {
  const compile = schemaCompiler(document);
  return (path, value) =>
    errorsOf(compile(pointerOf(path)), value).map((error) => `${error.instancePath || '(root)'} ${error.message}`);
}

/** What is wrong with a value; nothing if it fits. */
export function errorsOf(validate: ValidateFunction, value: unknown): readonly ErrorObject[] {
  return validate(value) ? [] : (validate.errors ?? []);
}
