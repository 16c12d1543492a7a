import type { LawResult } from '../runner/run-law.ts';
import { claimsInTitle } from './claims-in-title.ts';
import { createRedactor } from './redact.ts';
import { count } from './verdict.ts';

/** Tells how far a run is. */
export type Progress = {
  /**
   * Says which laws there are to do.
   *
   * @param budgetLeft tells how many requests may still be sent, `Infinity` for any number.
   */
  begin(titles: readonly string[], budgetLeft?: () => number): void;
  exchanged(): void;
  done(result: LawResult): void;
  end(): void;
};

/** Where progress is told, such as standard error. */
export type Display = { readonly isTTY?: boolean; write(text: string): unknown };

/**
 * Makes what tells people how far a run is: one line that is written over on a terminal, and elsewhere a line every ten
 * seconds. Each broken law is told at once.
 *
 * @param now in milliseconds.
 */
export function createProgress(display: Display, now = () => performance.now()): Progress {
  const waiting = new Set<string>();
  const redact = createRedactor();
  const [before, after] = display.isTTY ? ['\r\x1b[K', ''] : ['', '\n'];
  const everyMs = display.isTTY ? 100 : 10_000;
  let [started, told, requests, laws, claims] = [now(), now(), 0, 0, 0];
  let leftOf: () => number = () => Number.POSITIVE_INFINITY;

  function tell(): void {
    if (now() - told < everyMs) return;
    told = now();
    const done = laws - waiting.size;
    const secondsLeft = Math.ceil((((told - started) / done) * waiting.size) / 1000);
    const left = leftOf();
    const parts = [
      `${claims - claimsOf(waiting).size} of ${count(claims, 'claim')}`,
      count(requests, 'request'),
      ...(Number.isFinite(left) ? [`${left.toLocaleString('en')} left in the budget`] : []),
      ...(done === 0 ? [] : [`about ${secondsLeft} s left`]),
    ];
    display.write(before + parts.join(' · ') + after);
  }

  return {
    begin(titles, budgetLeft = leftOf) {
      for (const title of titles) waiting.add(title);
      leftOf = budgetLeft;
      [started, laws, claims] = [now(), waiting.size, claimsOf(waiting).size];
    },
    exchanged() {
      requests += 1;
      tell();
    },
    done({ title, failure }) {
      waiting.delete(title);
      if (failure) display.write(`${before}broken: ${redact(title)}\n`);
      tell();
    },
    end: () => void display.write(before),
  };
}

function claimsOf(titles: Iterable<string>): Set<string> {
  return new Set([...titles].flatMap(claimsInTitle));
}
