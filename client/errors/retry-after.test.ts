import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

const now = Date.parse('2026-07-01T00:00:00Z');

describe('retryAfterSeconds', () => {
  test('reads a number of seconds', () => {
    expect(retryAfterSeconds(new Headers({ 'Retry-After': '60' }), now)).toBe(60);
  });

  test('reads a date by the given clock when the response has none', () => {
    expect(retryAfterSeconds(new Headers({ 'Retry-After': 'Wed, 01 Jul 2026 00:00:09 GMT' }), now)).toBe(9);
  });

  test("reads a date by the response's own clock", () => {
    const headers = new Headers({
      Date: 'Thu, 02 Jul 2026 00:00:00 GMT',
      'Retry-After': 'Thu, 02 Jul 2026 00:00:30 GMT',
    });
    expect(retryAfterSeconds(headers, now)).toBe(30);
  });

  test('takes a date in the past for now', () => {
    expect(retryAfterSeconds(new Headers({ 'Retry-After': 'Tue, 30 Jun 2026 00:00:00 GMT' }), now)).toBe(0);
  });

  test.for(['', 'soon', '-1', '1.5', '1e3', '0x10', '2026-07-01', 'Wed, 99 Jul 2026 00:00:09 GMT', '99999999999'])(
    'gives null for %j',
    (value) => {
      expect(retryAfterSeconds(new Headers({ 'Retry-After': value }), now)).toBeNull();
    },
  );

  test('is null without the header', () => {
    expect(retryAfterSeconds(new Headers(), now)).toBeNull();
  });

  property.prop([fc.integer({ min: 0, max: 1_000_000 })])(
    'a date and its number of seconds mean the same',
    (seconds) => {
      const date = new Date(now + seconds * 1000).toUTCString();
      expect(retryAfterSeconds(new Headers({ 'Retry-After': date }), now)).toBe(seconds);
      expect(retryAfterSeconds(new Headers({ 'Retry-After': `${seconds}` }), now)).toBe(seconds);
    },
  );
});
