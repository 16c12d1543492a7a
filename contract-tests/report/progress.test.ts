import { expect, test } from 'vitest';
import { createProgress } from './progress.ts';
import { failure, lawResult } from './testing/law-result.ts';

/** Follows a run of two laws, the first of which takes 20 seconds and breaks. */
function follow(isTTY: boolean): string {
  const written: string[] = [];
  let now = 0;
  const display = { isTTY, write: (text: string) => written.push(text) };
  const progress = createProgress(display, () => now);
  // Requests that were sent again, or that are kept for cleaning up, are not left either.
  const left = [96, 93];
  progress.begin(['ips: one', 'lists and ips: two'], () => left.shift() ?? 90);
  now += 5_000;
  progress.exchanged();
  now += 15_000;
  progress.done(lawResult('lists and ips: two', { failure }));
  progress.exchanged();
  progress.end();
  return written.join('');
}

test('elsewhere than on a terminal, progress is a line now and then', () => {
  expect(follow(false)).toBe(
    'broken: lists and ips: two\n1 of 2 claims · 1 request · 96 left in the budget · about 20 s left\n',
  );
});

test('on a terminal, progress is a line that is written over, and is gone at the end', () => {
  const clear = '\r\x1b[K';
  expect(follow(true)).toBe(
    `${clear}0 of 2 claims · 1 request · 96 left in the budget${clear}broken: lists and ips: two\n${clear}1 of 2 claims · 1 request · 93 left in the budget · about 20 s left${clear}`,
  );
});
