import type { InvalidBody } from '../arbitraries/invalid-bodies.ts';
import { expect } from '../law/expect.ts';
import type { Refusal } from '../targets/account.ts';

/** Expects the error of a body with one fault. */
export function expectRefused(refusal: Refusal, invalid: InvalidBody): void {
  expect(refusal, invalid.fault).toMatchObject({
    status: 400,
    type: 'request_error',
    code: invalid.code,
    errors: expect.arrayContaining([{ field: invalid.field, message: expect.stringContaining(invalid.message) }]),
  });
}
