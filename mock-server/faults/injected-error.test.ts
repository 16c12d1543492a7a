import { expect, test } from 'vitest';
import { codeByStatus, injectableCodes, injectedError } from './injected-error.ts';

test('each status that a fault may name has an error of that status', () => {
  for (const [status, code] of codeByStatus) {
    expect(injectedError(status, undefined)).toMatchObject({ status, code });
    expect(injectedError(status, undefined).documentationUrl).toContain('/shared/');
  }
});

test('each code can be injected, with an error status and a complete detail', () => {
  for (const code of injectableCodes) {
    const error = injectedError(code, undefined);
    expect(error.status).toBeGreaterThanOrEqual(400);
    expect(error.message).toMatch(/^[^{}]*\S$/);
  }
});

test('only too_many_requests has a Retry-After by default', () => {
  expect(injectedError('too_many_requests', undefined).retryAfterSeconds).toBe(1);
  expect(injectedError(503, undefined).retryAfterSeconds).toBeUndefined();
  expect(injectedError(503, 9).retryAfterSeconds).toBe(9);
});
