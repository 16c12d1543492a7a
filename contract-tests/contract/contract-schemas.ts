import { type SchemaCompiler, schemaCompiler } from '#openapi/document/validator.ts';
import type { Contract } from './document.ts';

// Several checks validate exchanges against one contract, whose schemas are compiled once.
const known = new WeakMap<Contract['document'], SchemaCompiler>();

/** The schemas of a contract, by their JSON Pointers, such as `#/components/schemas/error`. */
export function schemasOf({ document }: Contract): SchemaCompiler {
  const schemas = known.get(document) ?? schemaCompiler(document);
  known.set(document, schemas);
  return schemas;
}
