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
    [{ operation_id: 'zzz', error: 503 }, 'there is no operation zzz. See GET /_paddock/openapi/account.yaml.'],
    [{ error: 'zzz' }, 'Paddle publishes no error zzz. See https://developer.paddle.com/errors.'],
    [{ error: 418 }, '418 does not identify one error. Use 429, 500, 502, 503, 540, or an error code.'],
    [{}, 'it has no effect. Add an error, a delay, a reset or another effect.'],
  ])('cannot be %j: %s', (fault, problem) => {
    expect(problemOf(fault)).toBe(problem);
  });
});
