import { describe, expect, test } from 'vitest';
import { readSpec } from '../spec/spec.ts';
import { fieldErrorsOf } from './validation-messages.ts';

function errorsOf(schema: { [key: string]: unknown }, value: unknown) {
  const json = { content: { 'application/json': { schema } } };
  const post = { operationId: 'test', requestBody: json, responses: { 200: {} } };
  const { operations, checkBody } = readSpec(
    JSON.parse(JSON.stringify({ paths: { '/test': { post } }, components: { schemas: {} } })),
  );
  const operation = operations.get('test');
  return operation && fieldErrorsOf(checkBody(operation, value));
}

const field = (schema: object) => ({ type: 'object', properties: { field: schema } });

describe("the errors of a body are described in Paddle's words", () => {
  test.each([
    [{ type: 'object', required: ['email'] }, {}, '(root)', 'email is required'],
    [{ type: 'object' }, [], '(root)', 'Invalid type. Expected: object, given: array'],
    [{ type: 'object' }, null, '(root)', 'Invalid type. Expected: object, given: null'],
    [{ type: 'object', additionalProperties: false }, { x: 1 }, '(root)', 'Additional property x is not allowed'],
    [field({ type: 'string' }), { field: 1 }, 'field', 'Invalid type. Expected: string, given: integer'],
    [field({ type: 'string' }), { field: 1.5 }, 'field', 'Invalid type. Expected: string, given: number'],
    [
      field({ type: ['string', 'null'] }),
      { field: true },
      'field',
      'Invalid type. Expected: [string,null], given: boolean',
    ],
    [field({ enum: ['a', 'b'] }), { field: 'c' }, 'field', 'must be one of the following: "a", "b"'],
    [field({ minimum: 1 }), { field: 0 }, 'field', 'Must be greater than or equal to 1'],
    [field({ maximum: 1 }), { field: 2 }, 'field', 'Must be less than or equal to 1'],
    [field({ minLength: 1 }), { field: '' }, 'field', 'String length must be greater than or equal to 1'],
    [field({ maxLength: 1 }), { field: 'ab' }, 'field', 'String length must be less than or equal to 1'],
    [field({ pattern: '^a$' }), { field: 'b' }, 'field', "Does not match pattern '^a$'"],
    [field({ format: 'email' }), { field: 'b' }, 'field', "Does not match format 'email'"],
    [field({ minItems: 1 }), { field: [] }, 'field', 'Array must have at least 1 items'],
    [field({ maxItems: 1 }), { field: [1, 2] }, 'field', 'Array must have at most 1 items'],
    [field({ uniqueItems: true }), { field: [1, 1] }, 'field', 'array items[0,1] must be unique'],
    [field({ minProperties: 1 }), { field: {} }, 'field', 'Must have at least 1 properties'],
    [field({ maxProperties: 1 }), { field: { a: 1, b: 2 } }, 'field', 'Must have at most 1 properties'],
    [
      field({ items: field({ type: 'string' }) }),
      { field: [{ field: 1 }] },
      'field.0.field',
      'Invalid type. Expected: string, given: integer',
    ],
    [
      { properties: { 'a/b~c/d~e': { properties: { 'f/g': { type: 'string' } } } } },
      { 'a/b~c/d~e': { 'f/g': 1 } },
      'a/b~c/d~e.f/g',
      'Invalid type. Expected: string, given: integer',
    ],
    // For alternatives and conditions, their inner errors are reported rather than their failure as a whole.
    [field({ anyOf: [{ maxLength: 1 }] }), { field: 'ab' }, 'field', 'String length must be less than or equal to 1'],
    [
      field({ if: { type: 'integer' }, else: { maxLength: 1 } }),
      { field: 'ab' },
      'field',
      'String length must be less than or equal to 1',
    ],
    // Errors for which Paddle has no wording keep the validator's.
    [field({ multipleOf: 2 }), { field: 3 }, 'field', 'must be multiple of 2'],
  ])('%j of %j: %s: %s', (schema, value, path, message) => {
    expect(errorsOf(schema, value)).toEqual([{ field: path, message }]);
  });

  test('an error without words is called invalid', () => {
    const error = { keyword: 'unknown', instancePath: '/a', schemaPath: '', params: {} };
    expect(fieldErrorsOf([error])).toEqual([{ field: 'a', message: 'Invalid request.' }]);
  });

  test('all faults come together, up to a hundred', () => {
    const items = { type: 'array', items: { type: 'string' } };
    expect(errorsOf(items, [1, 2])).toHaveLength(2);
    expect(
      errorsOf(
        items,
        Array.from({ length: 500 }, (_, index) => index),
      ),
    ).toHaveLength(100);
  });
});
