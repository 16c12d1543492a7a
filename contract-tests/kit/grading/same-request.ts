import type { Call } from './traffic.ts';

/** Puts requests together that are the same: method, path, query, body and key. */
export function groupSame(calls: readonly Call[]): Call[][] {
  const groups = Map.groupBy(calls, ({ method, path, query, body, headers }) =>
    JSON.stringify([method, path, [...query], body, headers['authorization']]),
  );
  return [...groups.values()];
}

/** The first so many in a row that came within some milliseconds, or `null`. */
export function findBurst(calls: readonly Call[], size: number, withinMs: number): Call[] | null {
  for (let first = 0; first + size <= calls.length; first += 1) {
    const burst = calls.slice(first, first + size);
    const [start, end] = [burst.at(0), burst.at(-1)];
    if (start && end && end.at - start.at <= withinMs) return burst;
  }
  return null;
}

/** Whether a target failed, so that nobody knows what it did: 501 and 540 are lasting refusals. */
export function isFailure({ status }: Call): boolean {
  return status === 0 || (status >= 500 && status !== 501 && status !== 540);
}
