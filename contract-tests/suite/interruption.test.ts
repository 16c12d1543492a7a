import { afterEach, beforeEach, expect, test } from 'vitest';
import { forEachUntilInterrupted, untilInterrupted } from './interruption.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let others: (readonly [signal: NodeJS.Signals, listeners: NodeJS.SignalsListener[]])[] = [];

// Browsers and commands of other test files in this process listen too.
beforeEach(() => {
  others = signals.map((signal) => [signal, process.listeners(signal)]);
  for (const signal of signals) process.removeAllListeners(signal);
});

afterEach(() => {
  for (const [signal, listeners] of others) for (const listener of listeners) process.on(signal, listener);
});

test.each(signals)('%s ends a loop, and is not listened to afterwards', async (signal) => {
  const done: number[] = [];
  await forEachUntilInterrupted([1, 2, 3], async (item) => {
    done.push(item);
    if (item === 2) process.emit(signal);
  });
  expect(done).toEqual([1, 2]);
  expect(process.listeners(signal)).toEqual([]);
});

test('work that is interrupted gets an aborted signal, and returns its result', async () => {
  const aborted = untilInterrupted(async (interrupted) => {
    const before = interrupted.aborted;
    process.emit('SIGINT');
    return [before, interrupted.aborted];
  });
  expect(await aborted).toEqual([false, true]);
});
