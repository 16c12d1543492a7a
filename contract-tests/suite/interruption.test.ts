import { expect, test } from 'vitest';
import { forEachUntilInterrupted, untilInterrupted } from './interruption.ts';

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends what is repeated, and is nothing to us afterwards',
  async (signal) => {
    const before = process.listenerCount(signal);
    const done: number[] = [];
    await forEachUntilInterrupted([1, 2, 3], async (item) => {
      done.push(item);
      if (item === 2) process.emit(signal);
    });
    expect(done).toEqual([1, 2]);
    expect(process.listenerCount(signal)).toBe(before);
  },
);

test('what is not repeated is told of it, and answers', async () => {
  const told = untilInterrupted(async (interrupted) => {
    const before = interrupted.aborted;
    process.emit('SIGINT');
    return [before, interrupted.aborted];
  });
  expect(await told).toEqual([false, true]);
});
