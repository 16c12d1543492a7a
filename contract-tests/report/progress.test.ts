import { expect, test } from 'vitest';
import { createProgress } from './progress.ts';
import { failure, lawResult } from './testing/law-result.ts';

/** Returns the output for a run of two laws, of which one takes 20 seconds and breaks. */
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

test('without a terminal, progress is a line at the start, and then one every ten seconds', () => {
  expect(follow(false).split('\n')).toEqual([
    expect.stringContaining('2 laws'),
    'broken: lists and ips: two',
    '1 of 2 laws · 1 request · 96 left in the budget · 20 s',
    '',
  ]);
});

test('on a terminal, progress is one line that is rewritten, and removed at the end', () => {
  expect(follow(true).split('\r\x1b[K')).toEqual([
    '',
    expect.stringContaining('2 laws'),
    '0 of 2 laws · 1 request · 96 left in the budget · 5 s',
    'broken: lists and ips: two\n',
    '1 of 2 laws · 1 request · 93 left in the budget · 20 s',
    '',
  ]);
});
