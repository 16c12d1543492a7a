import type { ErrorObject } from 'ajv';
import type { FieldError } from './errors.ts';

/** Limit of reported fields. @evidence assumed. It keeps responses to huge invalid bodies small. */
const errorsAtMost = 100;

/**
 * Describes the errors of a body in Paddle's words.
 *
 * @evidence observed: field paths with dots, `(root)`, and the texts of `required`, `type`, `enum` and `minimum`,
 * which are those of the Go library gojsonschema; assumed: the other texts, which are that library's.
 */
export function fieldErrorsOf(errors: readonly ErrorObject[]): FieldError[] {
  return errors
    .filter((error) => error.keyword !== 'anyOf' && error.keyword !== 'if')
    .slice(0, errorsAtMost)
    .map((error) => ({ field: fieldOf(error.instancePath), message: messageOf(error) }));
}

function fieldOf(instancePath: string): string {
  if (instancePath === '') return '(root)';
  return instancePath.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
}

function messageOf(error: ErrorObject): string {
  const { params, schema } = error;
  switch (error.keyword) {
    case 'required':
      return `${params['missingProperty']} is required`;
    case 'type':
      return `Invalid type. Expected: ${typeNames(schema)}, given: ${typeOf(error.data)}`;
    case 'enum':
      return `must be one of the following: ${asArray(schema)
        .map((value) => JSON.stringify(value))
        .join(', ')}`;
    case 'additionalProperties':
      return `Additional property ${params['additionalProperty']} is not allowed`;
    case 'minimum':
      return `Must be greater than or equal to ${schema}`;
    case 'maximum':
      return `Must be less than or equal to ${schema}`;
    case 'minLength':
      return `String length must be greater than or equal to ${schema}`;
    case 'maxLength':
      return `String length must be less than or equal to ${schema}`;
    case 'pattern':
      return `Does not match pattern '${schema}'`;
    case 'format':
      return `Does not match format '${schema}'`;
    case 'minItems':
      return `Array must have at least ${schema} items`;
    case 'maxItems':
      return `Array must have at most ${schema} items`;
    case 'uniqueItems':
      return `array items[${params['j']},${params['i']}] must be unique`;
    case 'minProperties':
      return `Must have at least ${schema} properties`;
    case 'maxProperties':
      return `Must have at most ${schema} properties`;
    default:
      return error.message ?? 'Invalid request.';
  }
}

function typeNames(schema: unknown): string {
  return Array.isArray(schema) ? `[${schema.join(',')}]` : String(schema);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function asArray(schema: unknown): unknown[] {
  return Array.isArray(schema) ? schema : [schema];
}
