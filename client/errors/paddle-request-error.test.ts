import { describe, expect, test } from 'vitest';
import { isPaddleError, PaddleRequestError } from './paddle-request-error.ts';

const fields = {
  status: 404,
  code: 'not_found',
  detail: 'Entity ctm_1 not found',
  type: 'request_error',
  errors: [],
  requestId: null,
  documentationUrl: null,
  method: 'GET',
  url: 'http://mock.test/customers/ctm_1?email=sam@example.com',
  retryAfterSeconds: null,
  attempts: 1,
  hint: null,
} as const;

describe('PaddleRequestError', () => {
  test('says in its message what failed, without the query', () => {
    const { message } = new PaddleRequestError(fields);
    expect(message).toBe('GET http://mock.test/customers/ctm_1 failed: 404 not_found: Entity ctm_1 not found');
  });

  test("ends its message with Paddock's hint", () => {
    const error = new PaddleRequestError({ ...fields, hint: 'Create the customer first.' });
    expect(error.message).toMatch(/not found Hint: Create the customer first\.$/);
    expect(error.hint).toBe('Create the customer first.');
  });

  test('keeps its fields and its message as JSON', () => {
    const json: unknown = JSON.parse(JSON.stringify(new PaddleRequestError(fields)));
    expect(json).toEqual({ ...fields, name: 'PaddleRequestError', message: expect.stringContaining('404 not_found') });
  });

  test('keeps its cause', () => {
    const cause = new Error('ECONNRESET');
    expect(new PaddleRequestError(fields, { cause }).cause).toBe(cause);
  });
});

describe('isPaddleError', () => {
  const error: unknown = new PaddleRequestError(fields);

  test('knows the error by its code', () => {
    expect(isPaddleError(error, 'not_found')).toBe(true);
    expect(isPaddleError(error, 'entity_archived', 'not_found')).toBe(true);
    expect(isPaddleError(error, 'entity_archived')).toBe(false);
  });

  test('takes any code when none is given', () => {
    expect(isPaddleError(error)).toBe(true);
  });

  test.for([new Error('not_found'), { ...fields }, null, undefined, 'not_found'])('is false for %s', (other) => {
    expect(isPaddleError(other)).toBe(false);
    expect(isPaddleError(other, 'not_found')).toBe(false);
  });
});
