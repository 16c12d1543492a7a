import { objectAt } from '#openapi/document/refs.ts';
import type { Contract, Operation } from '../../contract/document.ts';
import { createExamples } from './examples.ts';
import type { Probe } from './probe.ts';
import { probesOf } from './probes.ts';
import { readSchema } from './schema.ts';

/**
 * Every body that is worth sending to an operation, none where it takes no body.
 *
 * @param mark what destinations have in their description and in their URL, of which no body tries both.
 */
export function bodyCasesOf(
  contract: Contract,
  operation: Operation,
  freshEmail: () => string,
  mark?: string,
): Probe[] {
  if (operation.bodySchema === undefined) return [];
  const schema = readSchema(contract.document, objectAt(contract.document, operation.bodySchema));
  const examples = createExamples(freshEmail, mark);
  // What changes an entity needs no field but the one that is tried.
  const makeBase = operation.method === 'PATCH' ? () => ({}) : () => examples.of(schema);
  return probesOf(schema, [], examples, makeBase);
}
