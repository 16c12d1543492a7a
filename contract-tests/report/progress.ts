import { createRedactor } from '#openapi/exchange/redact.ts';
import type { Progress } from '../suite/run-suite.ts';
import { count } from './verdict.ts';

/** Output of the progress, such as standard error. */
export type Display = { readonly isTTY?: boolean; write(text: string): unknown };

/**
 * Shows the progress of a run: on a terminal in one line that is rewritten, elsewhere in a line at the start and every
 * ten seconds. Broken laws are shown at once. The remaining time is not estimated, since laws differ a thousandfold.
 *
 * @param now in milliseconds.
 */
export function createProgress(display: Display, now = () => performance.now()): Progress {
  const waiting = new Set<string>();
  const redact = createRedactor();
  const [before, after] = display.isTTY ? ['\r\x1b[K', ''] : ['', '\n'];
  const everyMs = display.isTTY ? 100 : 10_000;
  let [started, shown, requests, laws] = [now(), now(), 0, 0];
  let leftOf: () => number = () => Number.POSITIVE_INFINITY;

  function show(): void {
    if (now() - shown < everyMs) return;
    shown = now();
    const left = leftOf();
    const parts = [
      `${laws - waiting.size} of ${count(laws, 'law')}`,
      count(requests, 'request'),
      ...(Number.isFinite(left) ? [`${left.toLocaleString('en')} left in the budget`] : []),
      `${Math.round((shown - started) / 1000)} s`,
    ];
    display.write(before + parts.join(' · ') + after);
  }

  return {
    begin(titles, budgetLeft = leftOf) {
      for (const title of titles) waiting.add(title);
      leftOf = budgetLeft;
      [started, shown, laws] = [now(), now(), waiting.size];
      display.write(`${before}Running ${count(laws, 'law')}.${after}`);
    },
    exchanged() {
      requests += 1;
      show();
    },
    done({ title, failure }) {
      waiting.delete(title);
      if (failure) display.write(`${before}broken: ${redact(title)}\n`);
      show();
    },
    end: () => void display.write(before),
  };
}
