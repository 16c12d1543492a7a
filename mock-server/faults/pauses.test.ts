import { expect, test } from 'vitest';
import { makeExchange } from '../http/faulty/testing/exchange.ts';
import { Pauses } from './pauses.ts';

/** Holds an answer back, and counts how often it went on. */
function hold(pauses: Pauses, milliseconds: number) {
  const { response } = makeExchange('/customers');
  const held = { times: 0, response, over: Promise.resolve() };
  held.over = new Promise((resolve) => {
    pauses.hold(milliseconds, response, () => {
      held.times += 1;
      resolve();
    });
  });
  return held;
}

test.each([0, -1])('an answer that is held for %i ms goes on at once', (milliseconds) => {
  expect(hold(new Pauses(), milliseconds).times).toBe(1);
});

test.each([2 ** 31, 1e12, Number.MAX_VALUE])(
  'an answer that is held for %d ms does not go on at once',
  async (milliseconds) => {
    const pauses = new Pauses();
    const held = hold(pauses, milliseconds);
    await hold(pauses, 2).over;
    expect(held.times).toBe(0);
    pauses.end();
  },
);

test('an answer goes on once, when the time is over', async () => {
  const pauses = new Pauses();
  const held = hold(pauses, 1);
  expect(held.times).toBe(0);
  await held.over;
  held.response.emit('close');
  pauses.end();
  expect(held.times).toBe(1);
});

test('an answer goes on once, when the client has gone', async () => {
  const pauses = new Pauses();
  const held = hold(pauses, 1);
  held.response.emit('close');
  expect(held.times).toBe(1);
  // Timers end in the order in which they began.
  await hold(pauses, 1).over;
  pauses.end();
  expect(held.times).toBe(1);
});

test('all answers go on once when pauses end, and none is held after that', () => {
  const pauses = new Pauses();
  const all = [hold(pauses, 600_000), hold(pauses, 600_000)];
  pauses.end();
  all.push(hold(pauses, 600_000));
  const timesOf = () => all.map(({ times }) => times);
  expect(timesOf()).toEqual([1, 1, 1]);
  pauses.end();
  expect(timesOf()).toEqual([1, 1, 1]);
});
