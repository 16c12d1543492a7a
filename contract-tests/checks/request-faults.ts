import type { ErrorObject } from 'ajv/dist/2020.js';
import { parseJson } from '#openapi/document/json.ts';
import { errorsOf } from '#openapi/document/validator.ts';
import { schemasOf } from '../contract/contract-schemas.ts';
import type { Contract, Operation } from '../contract/document.ts';
import { placeIn } from './schema-errors.ts';

export type SentRequest = {
  readonly operation: Operation;
  readonly query: URLSearchParams;
  /** Parsed JSON; `undefined` without a body. */
  readonly body: unknown;
};

/** Parts of a request that the contract does not allow. */
export type RequestFaults = {
  /** Places in the body, such as `custom_data.plan`. */
  readonly undeclaredFields: readonly string[];
  readonly unknownParameters: readonly string[];
  /** Other errors of the body, one sentence each. */
  readonly schemaErrors: readonly string[];
};

/** Creates the function that validates a request by its operation in the contract. */
export function createFaultFinder(contract: Contract): (request: SentRequest) => RequestFaults {
  const schemas = schemasOf(contract);

  const errorsIn = (operation: Operation, body: unknown): readonly ErrorObject[] => {
    if (operation.bodySchema === undefined) return [];
    if (body === undefined && !operation.isBodyRequired) return [];
    return errorsOf(schemas(operation.bodySchema), body);
  };

  return ({ operation, query, body }) => {
    const errors = errorsIn(operation, body);
    const known = new Set(operation.parameters.flatMap(({ name, in: place }) => (place === 'query' ? [name] : [])));
    return {
      undeclaredFields: errors.filter(isUndeclared).map(placeOf),
      unknownParameters: [...new Set(query.keys())].filter((name) => !known.has(name.replace(/\[.*$/, ''))),
      schemaErrors: errors.filter((error) => !isUndeclared(error)).map((error) => `${placeOf(error)} ${error.message}`),
    };
  };
}

/** Describes the faults of a request, one sentence each. */
export function describeFaults({ undeclaredFields, unknownParameters, schemaErrors }: RequestFaults): string[] {
  return [
    ...undeclaredFields.map((field) => `there is no field ${field}`),
    ...unknownParameters.map((parameter) => `there is no query parameter ${parameter}`),
    ...schemaErrors,
  ];
}

/**
 * Describes why a body cannot be read, or returns `null`: the operation takes none, or it is not declared as JSON or is
 * malformed.
 */
export function unreadableBody(operation: Operation, headers: Headers, text: string): string | null {
  if (text === '') return null;
  if (operation.bodySchema === undefined) {
    const isNone = operation.isEmptyBodyTaken && /^\s*\{\s*\}\s*$/.test(text);
    return isNone ? null : `${operation.id} takes no body`;
  }
  const type = headers.get('content-type');
  if (!/^application\/json *(;|$)/i.test(type ?? ''))
    return `the body is ${type ?? 'undeclared'}, not application/json`;
  return parseJson(text) === undefined ? 'the body is not JSON' : null;
}

function isUndeclared({ keyword }: ErrorObject): boolean {
  return keyword === 'additionalProperties';
}

function placeOf({ instancePath, params }: ErrorObject): string {
  const name: unknown = params['additionalProperty'];
  return placeIn(instancePath, ...(typeof name === 'string' ? [name] : []));
}
