import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestAccepted } from './largest-accepted.ts';

test('the largest accepted number is found', async () => {
  const property = fc.asyncProperty(fc.integer({ min: 0, max: 4095 }), async (limit) => {
    let tries = 0;
    const found = await largestAccepted(4096, async (number) => {
      tries += 1;
      return number <= limit;
    });
    expect(found).toEqual({ value: limit, bound: 'exact' });
    expect(tries).toBeLessThanOrEqual(13);
  });
  await fc.assert(property);
});

test('the result is a lower bound if everything is accepted', async () => {
  expect(await largestAccepted(100, async () => true)).toEqual({ value: 100, bound: 'at least' });
});
