import type { LawResult } from '../runner/run-law.ts';
import { claimsInTitle } from './claims-in-title.ts';
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
  const started = now();
  const intervalMs = display.isTTY ? 100 : 10_000;
  let titles: string[] = [];
  let [lawsDone, requests, told] = [0, 0, started];

  function line(): string {
    const claims = new Set(titles.flatMap(claimsInTitle));
    const all = claims.size;
    for (const title of waiting()) for (const claim of claimsInTitle(title)) claims.delete(claim);
    const secondsLeft = Math.ceil((((now() - started) / lawsDone) * (titles.length - lawsDone)) / 1000);
    return [
      `${claims.size} of ${count(all, 'claim')}`,
      count(requests, 'request'),
      ...(budget === undefined ? [] : [`${budget - requests} left in the budget`]),
      ...(lawsDone === 0 ? [] : [`about ${secondsLeft} s left`]),
    ].join(' · ');
  }
  return { begin() {}, exchanged() {}, done() {}, end() {} };
}
