import { type SchemaCompiler, schemaCompiler } from '#openapi/document/validator.ts';
import type { Contract } from './document.ts';

// Compiled once per contract, since several checks use them.
const known = new WeakMap<Contract['document'], SchemaCompiler>();

/** Returns the compiler for the schemas of a contract. */
export function schemasOf({ document }: Contract): SchemaCompiler {
  const schemas = known.get(document) ?? schemaCompiler(document);
  known.set(document, schemas);
  return schemas;
}
