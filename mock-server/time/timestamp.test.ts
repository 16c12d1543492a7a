import { expect, test } from 'vitest';
import { formatTimestamp } from './timestamp.ts';

test.each([
  ['2026-07-01T00:00:00.000Z', '2026-07-01T00:00:00Z', '2026-07-01T00:00:00Z'],
  ['2026-07-01T00:00:10.620Z', '2026-07-01T00:00:10.62Z', '2026-07-01T00:00:10Z'],
  ['2026-07-01T00:00:00.007Z', '2026-07-01T00:00:00.007Z', '2026-07-01T00:00:00Z'],
  ['2026-07-01T10:20:30.100Z', '2026-07-01T10:20:30.1Z', '2026-07-01T10:20:30Z'],
])('%s is written as %s with fractions and as %s in whole seconds', (time, fractions, seconds) => {
  expect(formatTimestamp(Date.parse(time), 'fractions')).toBe(fractions);
  expect(formatTimestamp(Date.parse(time), 'seconds')).toBe(seconds);
});
