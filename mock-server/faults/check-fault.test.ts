import { describe, expect, test } from 'vitest';
import { problemOf } from './check-fault.ts';
import type { Fault } from './fault.ts';

describe('a fault', () => {
  test.each<Fault>([
    { operation_id: 'createCustomer', method: 'POST', error: 503 },
    { seed: 1, jitter_ms: 5 },
    { seed: 1, probability: 0.5, error: 503 },
    { reset: 'after', duplicate: true },
    { error: 'conflict', body: 'truncated', retry_after: 1, delay_ms: 1 },
  ])('can be %j', (fault) => {
    expect(problemOf(fault)).toBeUndefined();
  });

  test.each<[Fault, string]>([
    [{ operation_id: 'zzz', error: 503 }, 'there is no operation zzz. Name one of openapi/openapi.yaml.'],
    [{ error: 'zzz' }, 'Paddle publishes no error zzz. See https://developer.paddle.com/errors.'],
    [{ error: 418 }, '418 has more than one code, or none. Use 429, 500, 502, 503, 540, or a code.'],
    [{}, 'it does nothing. Give it an error, a delay, a reset or another act.'],
  ])('cannot be %j: %s', (fault, problem) => {
    expect(problemOf(fault)).toBe(problem);
  });
});
