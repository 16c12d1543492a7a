import { expect, test } from 'vitest';
import { makeExchange } from '../http/faulty/testing/exchange.ts';
import { Delays } from './delays.ts';

/** Delays a response, and counts how often it is continued. */
function delayed(delays: Delays, milliseconds: number) {
  const { response } = makeExchange('/customers');
  const held = { times: 0, response, over: Promise.resolve() };
  held.over = new Promise((resolve) => {
    delays.wait(milliseconds, response, () => {
      held.times += 1;
      resolve();
    });
  });
  return held;
}

test.each([0, -1])('a response delayed by %i ms continues at once', (milliseconds) => {
  expect(delayed(new Delays(), milliseconds).times).toBe(1);
});

test.each([2 ** 31, 1e12, Number.MAX_VALUE])(
  'a response delayed by %d ms does not continue at once',
  async (milliseconds) => {
    const delays = new Delays();
    const held = delayed(delays, milliseconds);
    await delayed(delays, 2).over;
    expect(held.times).toBe(0);
    delays.end();
  },
);

test('a response continues once, when the time is over', async () => {
  const delays = new Delays();
  const held = delayed(delays, 1);
  expect(held.times).toBe(0);
  await held.over;
  held.response.emit('close');
  delays.end();
  expect(held.times).toBe(1);
});

test('a response continues once, when the client disconnects', async () => {
  const delays = new Delays();
  const held = delayed(delays, 1);
  held.response.emit('close');
  expect(held.times).toBe(1);
  // Equal timers end in the order of their creation.
  await delayed(delays, 1).over;
  delays.end();
  expect(held.times).toBe(1);
});

test('all responses continue once at the end, and none is delayed afterwards', () => {
  const delays = new Delays();
  const all = [delayed(delays, 600_000), delayed(delays, 600_000)];
  delays.end();
  all.push(delayed(delays, 600_000));
  const timesOf = () => all.map(({ times }) => times);
  expect(timesOf()).toEqual([1, 1, 1]);
  delays.end();
  expect(timesOf()).toEqual([1, 1, 1]);
});
