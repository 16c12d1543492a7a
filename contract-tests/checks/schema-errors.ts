import type { ErrorObject } from 'ajv/dist/2020.js';
import { errorsOf } from '#openapi/document/validator.ts';
import { schemasOf } from '../contract/contract-schemas.ts';
import type { Contract } from '../contract/document.ts';
import type { Exchange } from '../contract/exchange.ts';
import { documentedResponse } from './check.ts';

/** Errors of a response body by its schema, grouped by kind. */
export type SchemaErrors = {
  /** JSON Pointer of the schema. */
  readonly schema: string;
  /** Fields that a closed schema does not have. */
  readonly undocumented: readonly ErrorObject[];
  /** Malformed IDs, such as with a wrong prefix. */
  readonly ids: readonly ErrorObject[];
  readonly others: readonly ErrorObject[];
};

/** Returns the errors of a response body; `null` if it is valid or missing. */
export type FindSchemaErrors = (exchange: Exchange) => SchemaErrors | null;

/** Matches a schema's pattern for IDs, such as `^ctm_[a-z\d]{26}$` or `^(txn|ctm|sub)_[a-z\d]{26}$`. */
const idPattern = /^\^\(?[a-z|]+\)?_\[a-z\\d\]\{26\}\$$/;

/** Creates the function that validates bodies. The result is cached per exchange, since several checks use it. */
export function createSchemaErrorFinder(contract: Contract): FindSchemaErrors {
  const schemas = schemasOf(contract);
  const found = new WeakMap<Exchange, SchemaErrors | null>();

  function find(exchange: Exchange): SchemaErrors | null {
    const response = documentedResponse(exchange);
    // A request outside the operations gets an error response.
    const schema = response ? `${response}/content/application~1json/schema` : '#/components/schemas/error';
    const errors = errorsOf(schemas(schema), exchange.response.json);
    if (errors.length === 0) return null;
    const [undocumented, ids] = [errors.filter(isUndocumented), errors.filter(isAboutId)];
    return { schema, undocumented, ids, others: errors.filter((error) => !isUndocumented(error) && !isAboutId(error)) };
  }

  return (exchange) => {
    if (exchange.response.status === 204) return null;
    const known = found.get(exchange);
    if (known !== undefined) return known;
    const schemaErrors = find(exchange);
    found.set(exchange, schemaErrors);
    return schemaErrors;
  };
}

/** Describes validation errors with their places. */
export function describeErrors(errors: readonly ErrorObject[]): string {
  return errors.map(({ instancePath, message }) => `${placeIn(instancePath)} ${message}`).join(', ');
}

/** Formats a place in a body, such as `data.0.id`; `body` for the whole body. */
export function placeIn(instancePath: string, ...names: readonly string[]): string {
  const segments = instancePath
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [...segments, ...names].join('.') || 'body';
}

function isUndocumented({ keyword }: ErrorObject): boolean {
  return keyword === 'additionalProperties';
}

function isAboutId({ keyword, schema }: ErrorObject): boolean {
  return keyword === 'pattern' && typeof schema === 'string' && idPattern.test(schema);
}
