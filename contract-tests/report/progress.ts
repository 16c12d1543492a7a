import type { LawResult } from '../runner/run-law.ts';
import { claimsInTitle } from './claims-in-title.ts';
import { createRedactor } from './redact.ts';
import { count } from './verdict.ts';

/** Tells how far a run is. */
export type Progress = {
  /** Says which laws there are to do. */
  begin(titles: readonly string[]): void;
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
 * @param budget how many requests there may be, if there is a limit.
 * @param now in milliseconds.
 */
export function createProgress(display: Display, budget?: number, now = () => performance.now()): Progress {
  const waiting = new Set<string>();
  const redact = createRedactor();
  const [before, after] = display.isTTY ? ['\r\x1b[K', ''] : ['', '\n'];
  const everyMs = display.isTTY ? 100 : 10_000;
  let [started, told, requests, laws, claims] = [now(), now(), 0, 0, 0];

  function tell(): void {
    if (now() - told < everyMs) return;
    told = now();
    const done = laws - waiting.size;
    const secondsLeft = Math.ceil((((told - started) / done) * waiting.size) / 1000);
    const parts = [
      `${claims - claimsOf(waiting).size} of ${count(claims, 'claim')}`,
      count(requests, 'request'),
      ...(budget === undefined ? [] : [`${(budget - requests).toLocaleString('en')} left in the budget`]),
      ...(done === 0 ? [] : [`about ${secondsLeft} s left`]),
    ];
    display.write(before + parts.join(' · ') + after);
  }

  return {
    begin(titles) {
      for (const title of titles) waiting.add(title);
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
