import { objectAt } from '#openapi/document/refs.ts';
import type { Contract, Operation } from '../../targets/document.ts';
import { createExamples } from './examples.ts';
import type { Probe } from './probe.ts';
import { probesOf } from './probes.ts';
import { readSchema, type Schema } from './schema.ts';

/** The schema of an operation's body, or `null` where it takes none. */
function bodySchemaOf({ document }: Contract, { path, method }: Operation): Schema | null {
  const { requestBody } = objectAt(document, `#/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`);
  if (requestBody === undefined) return null;
  const pointer = `#/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}/requestBody/content/application~1json`;
  return readSchema(document, objectAt(document, pointer)['schema']);
}

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
  const schema = bodySchemaOf(contract, operation);
  if (schema === null) return [];
  const examples = createExamples(freshEmail, mark);
  // What changes an entity needs no field but the one that is tried.
  const makeBase = operation.method === 'PATCH' ? () => ({}) : () => examples.of(schema);
  return probesOf(schema, [], examples, makeBase);
}
