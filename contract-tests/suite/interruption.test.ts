import { expect, test } from 'vitest';
import { forEachUntilInterrupted, untilInterrupted } from './interruption.ts';

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends a loop, and is not listened to afterwards',
  async (signal) => {
    const before = new Set(process.listeners(signal));
    const done: number[] = [];
    await forEachUntilInterrupted([1, 2, 3], async (item) => {
      done.push(item);
      if (item === 2) process.emit(signal);
    });
    expect(done).toEqual([1, 2]);
    expect(process.listeners(signal).filter((listener) => !before.has(listener))).toEqual([]);
  },
);

test('work that is interrupted gets an aborted signal, and returns its result', async () => {
  const aborted = untilInterrupted(async (interrupted) => {
    const before = interrupted.aborted;
    process.emit('SIGINT');
    return [before, interrupted.aborted];
  });
  expect(await aborted).toEqual([false, true]);
});
