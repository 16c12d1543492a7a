import { describe, expect, expectTypeOf, test } from 'vitest';
import { badRequest, forbidden, isPaddleErrorCode, notEmulated, paddleError } from './errors.ts';

const field = { field: 'email', message: 'is wrong' };

describe('an error of the catalogue', () => {
  test.each([
    [paddleError('invalid_json'), 400, 'shared/invalid_json', 'Invalid JSON in your request.'],
    [paddleError('not_found', { id: 'ctm_1' }), 404, 'shared/not_found', 'Entity ctm_1 not found'],
    [
      paddleError('entity_archived', { entity: 'Address', id: 'add_1' }),
      400,
      'shared/entity_archived',
      'Address add_1 is archived and cannot be modified.',
    ],
    [
      paddleError('customer_already_exists', { customer_id: 'ctm_1' }),
      409,
      'customers/customer_already_exists',
      'customer email conflicts with customer of id ctm_1',
    ],
    [
      paddleError('notification_maximum_active_settings_reached', { maximum: 10 }),
      400,
      'notifications/notification_maximum_active_settings_reached',
      'There are 10 active notification settings already, and there may be no more.',
    ],
    [paddleError('invalid_url', { hint: 'So.' }), 404, 'shared/invalid_url', 'URL called is invalid.'],
  ])('%s has its status, page and detail', (error, status, page, detail) => {
    expect([error.status, error.message, error.documentationUrl]).toEqual([
      status,
      detail,
      `https://developer.paddle.com/v1/errors/${page}`,
    ]);
    expect([error.name, error.type]).toEqual(['PaddleApiError', 'request_error']);
  });

  test('is an error of the API where the server or a limit is the cause', () => {
    expect(paddleError('too_many_requests', { retryAfterSeconds: 7 })).toMatchObject({
      type: 'api_error',
      retryAfterSeconds: 7,
    });
    expect(paddleError('internal_error').type).toBe('api_error');
    expect(paddleError('subscription_update_error_when_paused')).toMatchObject({ type: 'request_error', status: 501 });
  });

  test('carries fields and hints', () => {
    expect(badRequest()).toMatchObject({ errors: undefined, hint: undefined });
    expect(badRequest([field], 'So.')).toMatchObject({ errors: [field], hint: 'So.' });
    expect(forbidden('customer.read').hint).toMatch(/ customer\.read\.$/);
    expect(notEmulated('It is left out.')).toMatchObject({
      status: 540,
      message: 'It is left out.',
      hint: 'It is left out.',
    });
  });

  test('takes a value for each word in braces of its detail, and no other code', () => {
    expectTypeOf(paddleError<'not_found'>)
      .parameter(1)
      .toMatchObjectType<{ id: string | number }>();
    expectTypeOf(paddleError).parameter(0).extract<'no_such_code'>().toBeNever();
    expect([isPaddleErrorCode('not_found'), isPaddleErrorCode('toString')]).toEqual([true, false]);
  });
});
