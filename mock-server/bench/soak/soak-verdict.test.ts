import { expect, test } from 'vitest';
import { judgeFlat } from './soak-verdict.ts';

const minutes = (count: number, megabytes: (minute: number) => number, p99: (minute: number) => number) =>
  Array.from({ length: count }, (_, minute) => ({ megabytes: megabytes(minute), p99: p99(minute) }));

test.each([
  [
    'that grows in the first five minutes only',
    minutes(
      30,
      (minute) => 100 * Math.min(minute + 1, 5),
      () => 10,
    ),
    true,
  ],
  [
    'that varies',
    minutes(
      30,
      (minute) => 300 + 20 * (minute % 2),
      (minute) => 10 + (minute % 3),
    ),
    true,
  ],
  [
    'whose memory grows',
    minutes(
      30,
      (minute) => 300 + 10 * minute,
      () => 10,
    ),
    false,
  ],
  [
    'whose answers slow down',
    minutes(
      30,
      () => 300,
      (minute) => 10 + minute,
    ),
    false,
  ],
  [
    'of six minutes whose memory grows in the second half',
    minutes(
      6,
      (minute) => 100 * (minute + 1),
      () => 10,
    ),
    false,
  ],
  [
    'that is too short',
    minutes(
      2,
      () => 300,
      () => 10,
    ),
    false,
  ],
])('a load %s is judged', (_what, seen, isFlat) => {
  expect(judgeFlat(seen).isFlat).toBe(isFlat);
});
