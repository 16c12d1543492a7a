import { badRequest, type FieldError, invalidField, invalidTimeQueryParameter } from '../errors.ts';
import type { Operation, Parameter, ParameterSchema } from '../spec.ts';
import { matches } from './pattern.ts';

/** A query as the document types it, before a handler's types are put on it. */
export type Query = Record<string, string | number | string[] | Record<string, string>>;

/**
 * Reads the query of a URL: splits lists, reads numbers, fills in the document's defaults. Unknown parameters are
 * left out.
 *
 * @throws PaddleApiError bad_request, invalid_field or invalid_time_query_parameter
 * @evidence observed on GET /transactions: which code and which words for what. Other lists are assumed to do alike.
 */
export function readQuery(operation: Operation, sent: URLSearchParams): Query {
  const query: Query = {};
  for (const parameter of operation.parameters) {
    if (parameter.in !== 'query') continue;
    const value =
      parameter.style === 'deepObject' ? readDeepObject(parameter, sent) : readValue(operation, parameter, sent);
    if (value !== undefined) query[parameter.name] = value;
  }
  return query;
}

/** Names of parameters that the operation does not have. */
export function unknownParameters(operation: Operation, sent: URLSearchParams): string[] {
  const known = operation.parameters.filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name);
  return [...new Set(sent.keys())].filter((name) => !known.includes(name.replace(/\[.*$/, '')));
}

function readValue(
  operation: Operation,
  { name, schema }: Parameter,
  sent: URLSearchParams,
): Query[string] | undefined {
  const values = sent.getAll(name);
  const [first] = values;
  if (first === undefined) return defaultOf(schema);
  const field = `${requestNameOf(operation)}.${pascalCase(name)}`;
  if (schema.type === 'integer') return readInteger(name, field, first);
  if (schema.type !== 'array') return checkText(schema, name, field, first);
  const items = values.flatMap((value) => value.split(','));
  return items.map((item, index) => checkText(schema.items ?? schema, name, `${field}[${index}]`, item));
}

function defaultOf({ default: value }: ParameterSchema): Query[string] | undefined {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return Array.isArray(value) ? value.map(String) : undefined;
}

function readInteger(name: string, field: string, text: string): number {
  const number = Number(text);
  if (!/^[+-]?\d+$/.test(text) || !Number.isSafeInteger(number)) throw badRequest([invalidInput(name)]);
  if (number < 0) throw invalidField([{ field, message: `must be greater than or equal to 0. Provided: ${text}` }]);
  return number;
}

function checkText(schema: ParameterSchema, name: string, field: string, text: string): string {
  if (schema.format === 'date-time' && !isTime(text)) throw invalidTimeQueryParameter(name);
  if (schema.pattern && !matches(schema.pattern, text)) throw badRequest([invalidInput(name)]);
  if (schema.enum && !schema.enum.includes(text)) {
    const message = `must be one of the following values: ${schema.enum.join('|')}. Provided: ${text}`;
    throw invalidField([{ field, message }]);
  }
  if (schema.maxLength && [...text].length > schema.maxLength) {
    const message = `maximum length of ${schema.maxLength} exceeded. provided value length ${[...text].length}`;
    throw invalidField([{ field, message }]);
  }
  return text;
}

/** Reads `name[OPERATOR]=time` parameters, the only deep objects there are. */
function readDeepObject({ name, schema }: Parameter, sent: URLSearchParams): Record<string, string> | undefined {
  const names = [...new Set(sent.keys())].filter((key) => key === name || key.startsWith(`${name}[`));
  const entries = names.map((key): [string, string] => {
    const operator = key.slice(name.length + 1, -1);
    const text = sent.get(key) ?? '';
    if (!Object.hasOwn(schema.properties ?? {}, operator)) throw badRequest([invalidInput(key)]);
    if (!isTime(text)) throw invalidTimeQueryParameter(key);
    return [operator, text];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
}

function invalidInput(field: string): FieldError {
  return { field, message: 'invalid input' };
}

/** `listCustomers` is `CustomersRequest` in Paddle's messages. */
function requestNameOf(operation: Operation): string {
  return `${operation.operationId.replace(/^(list|get)/, '')}Request`;
}

function pascalCase(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
