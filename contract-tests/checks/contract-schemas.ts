import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { documentOptions } from '#openapi/ajv-options.ts';
import type { Contract } from '../targets/document.ts';

/** The schemas of a contract, by their JSON Pointers, such as `#/components/schemas/error`. */
export type ContractSchemas = {
  /** What holds a value against the schema, or `undefined` where there is none. Its errors tell of schema and value. */
  find(pointer: string): ValidateFunction | undefined;
  /** The same. Throws where there is none. */
  require(pointer: string): ValidateFunction;
};

// Several checks hold exchanges against one contract, whose schemas are compiled once.
const known = new WeakMap<Contract['document'], ContractSchemas>();

/** The schemas of a contract, each of which is compiled when it is first asked for. */
export function schemasOf({ document }: Contract): ContractSchemas {
  const schemas = known.get(document) ?? readSchemas(document);
  known.set(document, schemas);
  return schemas;
}

function readSchemas(document: Contract['document']): ContractSchemas {
  const ajv = new Ajv2020(documentOptions);
  addFormats.default(ajv);
  ajv.addSchema(document, 'contract');
  // Braces of a path's parameters have to be escaped in a URI.
  const find = (pointer: string) => ajv.getSchema(`contract${encodeURI(pointer)}`);
  return {
    find,
    require(pointer) {
      const validate = find(pointer);
      if (!validate) throw new Error(`Could not read the contract: it has nothing at ${pointer}. Generate it again.`);
      return validate;
    },
  };
}
