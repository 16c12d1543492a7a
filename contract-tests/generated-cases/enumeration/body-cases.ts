import { readSchemas } from '#openapi/document/schema.ts';
import type { Contract, Operation } from '../../contract/document.ts';
import { createExamples } from './examples.ts';
import type { Probe } from './probe.ts';
import { probesOf } from './probes.ts';

/**
 * Generates test bodies for an operation; none if it takes no body.
 *
 * @param mark Text in the description and the URL of destinations, of which each body varies at most one.
 */
export function bodyCasesOf(
  contract: Contract,
  operation: Operation,
  freshEmail: () => string,
  mark?: string,
): Probe[] {
  if (operation.bodySchema === undefined) return [];
  const schema = readSchemas(contract.document).at(operation.bodySchema);
  const examples = createExamples(freshEmail, mark);
  // An update needs only the field that is tried.
  const makeBase = operation.method === 'PATCH' ? () => ({}) : () => examples.of(schema);
  return probesOf(schema, [], examples, makeBase);
}
