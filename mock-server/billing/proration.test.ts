import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { Rational } from './money/rational.ts';
import { prorationRate } from './proration.ts';

const rate = (starts: string, ends: string, now: string) =>
  prorationRate({ starts: Date.parse(starts), ends: Date.parse(ends) }, Date.parse(now)).toString();

/** Recorded by the sandbox or by Paddle's documentation, with full timestamps. */
describe('the recorded rate', () => {
  test.each([
    [
      'P1: paddle-openapi, preview of 2024-02',
      '2024-02-08T11:02:03.946Z',
      '2024-03-08T11:02:03.946Z',
      '2024-02-08T11:05:53.746Z',
      '0.99993',
    ],
    [
      'P2: paddle-openapi, preview of 2024-05',
      '2024-05-10T12:01:46.293Z',
      '2024-06-10T12:01:46.293Z',
      '2024-05-13T10:36:57.959Z',
      '0.90513',
    ],
    [
      'A1: paddle-openapi, credit of 2023-08',
      '2023-08-21T11:21:38.547Z',
      '2023-09-21T11:21:38.547Z',
      '2023-08-21T11:25:12.474Z',
      '0.99991',
    ],
    [
      'A2: paddle-openapi, credit of 2023-12',
      '2023-12-11T08:33:04.443Z',
      '2024-01-11T08:33:04.443Z',
      '2023-12-11T08:43:21.861Z',
      '0.99978',
    ],
    [
      'A3: paddle-openapi, credit of 2023-11',
      '2023-11-11T08:33:04.443Z',
      '2023-12-11T08:33:04.443Z',
      '2023-11-11T08:50:20.664Z',
      '0.99961',
    ],
    [
      'A7: paddle-openapi, in the first minute',
      '2024-01-08T15:32:10.959Z',
      '2024-02-08T15:32:10.959Z',
      '2024-01-08T15:32:46.434Z',
      '1',
    ],
    [
      'A10: pay-rails/pay, issue 874',
      '2023-10-18T10:41:13.871Z',
      '2023-11-18T10:41:13.871Z',
      '2023-10-18T10:56:23.015Z',
      '0.99966',
    ],
    [
      'S1: sandbox, upgrade of 2026-08',
      '2026-08-15T11:42:21.789Z',
      '2026-09-15T11:42:21.789Z',
      '2026-08-28T11:13:32.939Z',
      '0.58129',
    ],
    [
      'N05: websideproject, preview of 2023-09',
      '2023-08-12T14:44:57.746Z',
      '2023-09-12T14:44:57.746Z',
      '2023-09-04T08:44:53.000Z',
      '0.26613',
    ],
    [
      'A8: developer.paddle.com, quantity of 2023-08',
      '2023-08-22T08:25:12.565Z',
      '2023-09-22T08:25:12.565Z',
      '2023-08-22T08:28:31.678Z',
      '0.99993',
    ],
  ])('%s', (_, starts, ends, now, expected) => {
    expect(rate(starts, ends, now)).toBe(expected);
  });
});

const times = fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') });
const period = fc
  .tuple(times, fc.integer({ min: 60_000, max: 366 * 86_400_000 }))
  .map(([starts, length]) => ({ starts, ends: starts + length }));

describe('a rate', () => {
  property.prop([period, times])('lies between 0 and 1, with five decimals', (within, now) => {
    const text = prorationRate(within, now).toString();
    expect(text).toMatch(/^(1|0(\.\d{1,5})?)$/);
  });

  property.prop([period, fc.nat(), fc.nat()])('never grows with time', (within, some, more) => {
    const early = prorationRate(within, within.starts + some);
    expect(prorationRate(within, within.starts + some + more).compare(early)).toBeLessThanOrEqual(0);
  });

  property.prop([period])('is all before the period and nothing at its end', (within) => {
    expect(prorationRate(within, within.starts - 1).compare(Rational.of(1n))).toBe(0);
    expect(prorationRate(within, within.ends).toString()).toBe('0');
  });
});
