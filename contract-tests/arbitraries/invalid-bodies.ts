import fc, { type Arbitrary } from 'fast-check';

/**
 * A body with exactly one fault, and its expected error.
 *
 * @evidence observed for codes, fields and the wording of required, type and enum; assumed for the other messages
 */
export type InvalidBody = {
  readonly fault: string;
  readonly body: unknown;
  readonly code: 'bad_request' | 'invalid_field';
  readonly field: string;
  readonly message: string;
};

/** Removes a required field. */
export function missingRequiredField(valid: Arbitrary<object>, field: string): Arbitrary<InvalidBody> {
  return valid.map((body) => {
    const rest = Object.fromEntries(Object.entries(body).filter(([name]) => name !== field));
    return refused('missingRequiredField', rest, '(root)', `${field} is required`);
  });
}

/** Replaces a value by one of another JSON type; `type` is the expected type, named as in JSON Schema. */
export function wrongType(
  valid: Arbitrary<object>,
  field: string,
  type: 'string' | 'array' | 'boolean' | 'object',
): Arbitrary<InvalidBody> {
  const values = { string: 'text', array: [], boolean: true, object: { key: 'value' } };
  const others = Object.entries({ ...values, number: 1.5 }).filter(([name]) => name !== type);
  return fc
    .tuple(valid, fc.constantFrom(...others))
    .map(([body, [, value]]) => refused('wrongType', { ...body, [field]: value }, field, 'Invalid type. Expected: '));
}

/** Sets a text that is one character too long. */
export function tooLong(valid: Arbitrary<object>, field: string, maximum: number): Arbitrary<InvalidBody> {
  return fc
    .tuple(valid, fc.constantFrom('x', 'é', '💶'))
    .map(([body, character]) =>
      refused(
        'tooLong',
        { ...body, [field]: character.repeat(maximum + 1) },
        field,
        `String length must be less than or equal to ${maximum}`,
      ),
    );
}

/** Adds a field that does not exist. */
export function unknownField(valid: Arbitrary<object>, names: readonly string[] = []): Arbitrary<InvalidBody> {
  return fc
    .tuple(valid, fc.constantFrom('nickname', 'id', 'created_at', 'Email', ...names))
    .map(([body, name]) =>
      refused('unknownField', { ...body, [name]: 'x' }, '(root)', `Additional property ${name} is not allowed`),
    );
}

/** Sets a value that the enum does not have. */
export function valueOutsideEnum(
  valid: Arbitrary<object>,
  field: string,
  values: readonly string[],
): Arbitrary<InvalidBody> {
  return fc
    .tuple(valid, fc.constantFrom(...values))
    .map(([body, value]) =>
      refused('valueOutsideEnum', { ...body, [field]: value }, field, 'must be one of the following: "'),
    );
}

/** Adds too many entries to a list. */
export function tooManyItems(
  valid: Arbitrary<object>,
  field: string,
  items: readonly unknown[],
): Arbitrary<InvalidBody> {
  return valid.map((body) =>
    refused('tooManyItems', { ...body, [field]: items }, field, `Array must have at most ${items.length - 1} items`),
  );
}

/** Bodies that are not objects. */
export const notAnObject: Arbitrary<InvalidBody> = fc
  .constantFrom<readonly [unknown, string]>(
    [null, 'null'],
    [[], 'array'],
    [['x'], 'array'],
    ['text', 'string'],
    [true, 'boolean'],
    [0, ''],
  )
  .map(([body, given]) => refused('notAnObject', body, '(root)', `Invalid type. Expected: object, given: ${given}`));

function refused(fault: string, body: unknown, field: string, message: string): InvalidBody {
  return { fault, body, code: 'bad_request', field, message };
}
