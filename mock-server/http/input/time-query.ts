import type { Parameter, ParameterSchema } from '#openapi/document/operations.ts';
import { badRequest, type PaddleApiError, paddleError } from '../../errors/errors.ts';
import { matches } from '../../errors/pattern.ts';

/** A time, several alternatives, or bounds by operator. */
export type TimeFilter = string | string[] | Record<string, string>;

/**
 * Reads `name=time` and `name[OPERATOR]=time` parameters, the API's only deep objects.
 *
 * @evidence assumed: a time and bounds together are refused
 */
export function readTimeFilter({ name, schema }: Parameter, sent: URLSearchParams): TimeFilter | undefined {
  const forms = schema.anyOf ?? [schema];
  const bounds = forms.find(({ type }) => type === 'object')?.properties ?? {};
  const names = [...new Set(sent.keys())].filter((key) => key.startsWith(`${name}[`));
  const plain = sent.getAll(name);
  if (plain.length > 0 && names.length > 0) throw invalidInput(name);
  if (plain.length > 0) return readTimes(forms.find(({ type }) => type !== 'object') ?? {}, name, plain);
  const entries = names.map((key): [string, string] => {
    const operator = key.slice(name.length + 1, -1);
    const bound = Object.hasOwn(bounds, operator) ? bounds[operator] : undefined;
    if (!bound) throw invalidInput(key);
    return [operator, readTime(bound, key, sent.get(key) ?? '')];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function readTimes(schema: ParameterSchema, name: string, values: readonly string[]): string | string[] {
  const { items } = schema;
  if (!items) return readTime(schema, name, values[0] ?? '');
  return values.flatMap((value) => value.split(',')).map((text) => readTime(items, name, text));
}

/** Reads a time, in UTC if it has no zone. Returns `null` as text where the schema allows it. */
export function readTime({ pattern }: ParameterSchema, name: string, text: string): string {
  if (pattern && !matches(pattern, text))
    throw paddleError('invalid_time_query_parameter', {
      errors: [{ field: name, message: 'must be an RFC 3339 date and time' }],
    });
  if (text === 'null') return text;
  const time = /(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`;
  if (Number.isNaN(Date.parse(time)))
    throw paddleError('invalid_time_query_parameter', {
      errors: [{ field: name, message: 'must be an RFC 3339 date and time' }],
    });
  return time;
}

function invalidInput(field: string): PaddleApiError {
  return badRequest([{ field, message: 'invalid input' }]);
}
