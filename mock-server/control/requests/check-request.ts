import type { Operation } from '#openapi/document/operations.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import { PaddleApiError } from '../../errors/errors.ts';
import { fieldErrorsOf } from '../../errors/validation-messages.ts';
import { type Query, readQuery, unknownParameters } from '../../http/input/query.ts';
import type { Spec } from '../../spec/spec.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { queryOf } from '../../wire/target.ts';

/** Validates a body against the document. @throws UsageError for an invalid one, with a suggestion */
export function checkControlBody(operation: Operation, spec: Spec, body: unknown): void {
  const errors = spec.checkBody(operation, body);
  const [problem] = fieldErrorsOf(errors);
  if (!problem) return;
  // If one field is missing and another unknown, the unknown one is probably misspelt.
  const unknown = errors.find(({ keyword }) => keyword === 'additionalProperties');
  const known = Object.keys(unknown?.parentSchema?.['properties'] ?? {});
  const meant = unknown && didYouMean(unknown.params['additionalProperty'], known);
  throw new UsageError(
    `${could(operation)}: ${problem.field === '(root)' ? 'the body' : problem.field}: ${problem.message}.${meant || ' Correct the body.'}`,
  );
}

/**
 * Reads the query of a control request. Unlike Paddle's API it rejects unknown parameters: an ignored filter would show
 * everything.
 *
 * @throws UsageError for an invalid query
 */
export function readControlQuery(operation: Operation, url: string): Query {
  const sent = queryOf(url);
  const [unknown] = unknownParameters(operation, sent);
  if (unknown !== undefined) {
    const known = operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
    throw new UsageError(
      `${could(operation)}: it has no query parameter ${unknown}.${didYouMean(unknown, known) || ' See GET /_paddock/openapi/control.yaml.'}`,
    );
  }
  try {
    return readQuery(operation, sent);
  } catch (error) {
    if (!(error instanceof PaddleApiError)) throw error;
    const [problem] = error.errors ?? [];
    throw new UsageError(`${could(operation)}: ${problem?.field}: ${problem?.message}. Correct the query.`);
  }
}

/** Makes the first half of an error message from the operation's summary. */
function could({ summary }: Operation): string {
  return `Could not ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`;
}
