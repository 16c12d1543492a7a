import type { Options } from 'ajv/dist/2020.js';

/**
 * Options of ajv for the schemas of a document of ours. They are linted, so they are not validated once more, which is a
 * tenth of a short run of the suite; and what is made of them is not optimized, which takes as long as making it and makes
 * no validation faster. Not strict, because a document has more keywords than JSON Schema: `example`, `x-…`, and all that
 * is not a schema.
 */
export const documentOptions: Options = {
  strict: false,
  allErrors: true,
  verbose: true,
  validateSchema: false,
  code: { optimize: false },
};
