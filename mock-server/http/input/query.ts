import type { Operation, Parameter, ParameterSchema } from '#openapi/document/operations.ts';
import { badRequest, type FieldError, paddleError } from '../../errors/errors.ts';
import { matches } from '../../errors/pattern.ts';
import { readTime, readTimeFilter } from './time-query.ts';

/** A query with the document's types, before it gets a handler's types. */
export type Query = Record<string, string | number | string[] | Record<string, string>>;

/**
 * Reads the query of a URL: splits lists, reads numbers, fills in the document's defaults, drops unknown parameters.
 *
 * @throws PaddleApiError bad_request, invalid_field or invalid_time_query_parameter
 * @evidence observed on GET /transactions: codes and messages; assumed for other lists
 */
export function readQuery(operation: Operation, sent: URLSearchParams): Query {
  const query: Query = {};
  for (const parameter of operation.parameters) {
    if (parameter.in !== 'query') continue;
    const value =
      parameter.style === 'deepObject' ? readTimeFilter(parameter, sent) : readValue(operation, parameter, sent);
    if (value !== undefined) query[parameter.name] = value;
    else if (parameter.required)
      throw badRequest([{ field: parameter.name, message: `${parameter.name} is required` }]);
  }
  return query;
}

/** Lists the parameters that the operation does not have. */
export function unknownParameters(operation: Operation, sent: URLSearchParams): string[] {
  const known = operation.parameters.filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name);
  return [...new Set(sent.keys())].filter((name) => !known.includes(name.replace(/\[.*$/, '')));
}

function readValue(
  operation: Operation,
  { name, schema, explode = false, 'x-sort-order': isSortOrder = false }: Parameter,
  sent: URLSearchParams,
): Query[string] | undefined {
  const values = sent.getAll(name);
  const [first] = values;
  if (first === undefined) return defaultOf(schema);
  // Only errors need it.
  const fieldOf = (suffix: string) => `${requestNameOf(operation)}.${pascalCase(name)}${suffix}`;
  if (schema.type === 'integer') return readInteger(name, () => fieldOf(''), first);
  if (schema.type !== 'array')
    return checkText(schema, name, () => fieldOf(''), isSortOrder ? withLargeDirection(first) : first);
  const items = explode ? values : values.flatMap((value) => value.split(','));
  if (schema.maxItems !== undefined && items.length > schema.maxItems)
    throw paddleError('invalid_field', {
      errors: [{ field: fieldOf(''), message: tooLong(schema.maxItems, items.length) }],
    });
  return items.map((item, index) => checkText(schema.items ?? schema, name, () => fieldOf(`[${index}]`), item));
}

/** @evidence official: Paddle's SDKs for Python and PHP send `id[asc]` */
function withLargeDirection(order: string): string {
  return order.replace(/\[\w+\]$/, (direction) => direction.toUpperCase());
}

function defaultOf({ default: value }: ParameterSchema): Query[string] | undefined {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return Array.isArray(value) ? value.map(String) : undefined;
}

function readInteger(name: string, fieldOf: () => string, text: string): number {
  const number = Number(text);
  if (!/^[+-]?\d+$/.test(text) || !Number.isSafeInteger(number)) throw badRequest([invalidInput(name)]);
  if (number < 0)
    throw paddleError('invalid_field', {
      errors: [{ field: fieldOf(), message: `must be greater than or equal to 0. Provided: ${text}` }],
    });
  return number;
}

function checkText(schema: ParameterSchema, name: string, fieldOf: () => string, text: string): string {
  if (schema['x-time']) return readTime(schema, name, text);
  if (schema.pattern && !matches(schema.pattern, text)) throw badRequest([invalidInput(name)]);
  if (schema.enum && !schema.enum.includes(text)) {
    const message = `must be one of the following values: ${schema.enum.join('|')}. Provided: ${text}`;
    throw paddleError('invalid_field', { errors: [{ field: fieldOf(), message }] });
  }
  if (schema.maxLength && [...text].length > schema.maxLength) {
    throw paddleError('invalid_field', {
      errors: [{ field: fieldOf(), message: tooLong(schema.maxLength, [...text].length) }],
    });
  }
  return text;
}

/** @evidence observed for texts, assumed for lists */
function tooLong(longest: number, length: number): string {
  return `maximum length of ${longest} exceeded. provided value length ${length}`;
}

function invalidInput(field: string): FieldError {
  return { field, message: 'invalid input' };
}

/** Turns `listCustomers` into `CustomersRequest`, as in Paddle's messages. */
function requestNameOf(operation: Operation): string {
  return `${operation.operationId.replace(/^(list|get)/, '')}Request`;
}

function pascalCase(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
