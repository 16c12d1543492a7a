import { describe, expect, test } from 'vitest';
import { PaddleApiError } from '../errors/errors.ts';
import { allOperations } from '../spec/api-spec.ts';
import type { FaultAct } from './fault.ts';
import { readFaultHeader } from './fault-header.ts';

/** Reads the header of a POST; returns the hint if it is refused. */
function read(header: string): FaultAct | string | undefined {
  const operation = allOperations().find(({ operationId }) => operationId === 'createCustomer');
  if (!operation) throw new Error('There is no createCustomer.');
  try {
    return readFaultHeader(header, operation);
  } catch (error) {
    if (!(error instanceof PaddleApiError)) throw error;
    return error.hint;
  }
}

describe('the words of the header', () => {
  test.each<[string, FaultAct]>([
    ['503', { error: 503 }],
    ['conflict;retry-after=0', { error: 'conflict', retry_after: 0 }],
    ['503; retry-after=86400', { error: 503, retry_after: 86_400 }],
    ['delay=0', { delay_ms: 0 }],
    ['delay=600000;jitter=600000;per-byte=1000', { delay_ms: 600_000, jitter_ms: 600_000, delay_ms_per_byte: 1000 }],
    ['per-byte=12', { delay_ms_per_byte: 12 }],
    ['per-byte=0.25', { delay_ms_per_byte: 0.25 }],
    ['reset-after;duplicate', { reset: 'after', duplicate: true }],
  ])('are %j', (header, act) => {
    expect(read(header)).toEqual(act);
  });

  const whole = (max: number) => `is out of range. Give a whole number from 0 to ${max}.`;
  const number = 'is out of range. Give a number from 0 to 1000.';
  const unknown = 'An example is 503;retry-after=2.';
  test.each([
    ['zzz', `zzz is unknown. ${unknown}`],
    ['x503', `x503 is unknown. ${unknown}`],
    ['5030', `5030 is unknown. ${unknown}`],
    ['per-byte', 'per-byte takes a number, as in per-byte=2.'],
    ['503;502', 'error is given twice. Remove one.'],
    ['delay=', `delay= ${whole(600_000)}`],
    ['delay=-1', `delay=-1 ${whole(600_000)}`],
    ['delay=5x', `delay=5x ${whole(600_000)}`],
    ['delay=1.5', `delay=1.5 ${whole(600_000)}`],
    ['jitter=600001', `jitter=600001 ${whole(600_000)}`],
    ['retry-after=86401', `retry-after=86401 ${whole(86_400)}`],
    ['per-byte=1000.1', `per-byte=1000.1 ${number}`],
    ['per-byte=-1', `per-byte=-1 ${number}`],
    ['per-byte=1x', `per-byte=1x ${number}`],
    ['per-byte=1.', `per-byte=1. ${number}`],
  ])('are not %j: %s', (header, problem) => {
    expect(read(header)).toBe(`Could not read X-Paddock-Fault: ${problem}`);
  });
});
