import { describe, expect, test } from 'vitest';
import { exchange } from './testing/exchanges.ts';
import { whyUnexpected } from './unexpected.ts';

const refused = (...messages: string[]) => ({ error: { errors: messages.map((message) => ({ message })) } });

describe('a part that the document does not have is reported', () => {
  test.each([
    [{ operationId: null, url: '/cats?a=b', status: 404 }, 'There is no operation GET /cats.'],
    [{ operationId: null, url: '/discounts?a=b', status: 540 }, 'Paddock does not emulate GET /discounts yet.'],
    [{ unknownParameters: ['a', 'b[GT]'] }, 'GET /customers has no query parameter a, b[GT].'],
    [{}, null],
  ])('of %j', (fields, why) => {
    expect(whyUnexpected(exchange(fields), {})).toBe(why);
  });

  test.each([
    [['Additional property a is not allowed'], 'GET /customers takes no field a.'],
    [
      ['email is required', 'Additional property a is not allowed', 'Additional property b c is not allowed'],
      'GET /customers takes no field a, b c.',
    ],
    [['email is required'], null],
    [['It says: Additional property a is not allowed'], null],
    [['Additional property a is not allowed here'], null],
    [[], null],
  ])('of a body refused with %j', (messages, why) => {
    expect(whyUnexpected(exchange(), refused(...messages))).toBe(why);
  });

  test.each([undefined, null, 'text', { error: null }, { error: { errors: 'many' } }, { error: { errors: [null] } }])(
    'but none of the response %j',
    (answer) => {
      expect(whyUnexpected(exchange(), answer)).toBeNull();
    },
  );
});
