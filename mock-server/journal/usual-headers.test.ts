import { expect, test } from 'vitest';
import { usualHeaders } from './usual-headers.ts';

test.each([
  ['no body', undefined, {}],
  ['an empty body', '', { 'content-type': 'application/json', 'content-length': 0 }],
  ['a body, whose length is in bytes', '"Zoë"', { 'content-type': 'application/json', 'content-length': 6 }],
])('a response with %s has its headers', (_what, text, others) => {
  expect(usualHeaders('one', text)).toEqual({ 'request-id': 'one', ...others });
});
