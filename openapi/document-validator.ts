import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JsonObject } from './document-changes.ts';
import { refOfPath } from './document-refs.ts';

/** Says what is wrong with a value; nothing, if the schema at that place of the document accepts it. */
export type DocumentValidator = (schemaPath: readonly string[], value: unknown) => string[];

/** Makes a validator of a whole document, which compiles each schema when it is first asked for. */
export function validatorOf(document: JsonObject): DocumentValidator {
  // Not strict, because a document has more keywords than JSON Schema: `example`, `x-…`, and all that is not a schema.
  // And not optimized, which would take as long as compiling, and save nothing.
  const ajv = new Ajv2020({ strict: false, allErrors: true, code: { optimize: false } });
  addFormats.default(ajv);
  ajv.addSchema(document, 'document');
  return (schemaPath, value) => {
    const validate = ajv.getSchema(`document${refOfPath(schemaPath)}`);
    if (!validate)
      throw new Error(`Could not validate: there is no schema at ${refOfPath(schemaPath)}. Correct the path.`);
    validate(value);
    return (validate.errors ?? []).map((error) => `${error.instancePath || '(root)'} ${error.message}`);
  };
}
