import type { Call } from './traffic.ts';

/** Groups identical requests: the same method, path, query, body and key. */
export function groupSame(calls: readonly Call[]): Call[][] {
  const groups = Map.groupBy(calls, ({ method, path, query, body, headers }) =>
    JSON.stringify([method, path, [...query], body, headers['authorization']]),
  );
  return [...groups.values()];
}

/** Returns the first `size` consecutive requests within a time span, or `null`. */
export function findBurst(calls: readonly Call[], size: number, withinMs: number): Call[] | null {
  for (let first = 0; first + size <= calls.length; first += 1) {
    const burst = calls.slice(first, first + size);
    const [start, end] = [burst.at(0), burst.at(-1)];
    if (start && end && end.at - start.at <= withinMs) return burst;
  }
  return null;
}

/** Returns true for a failure with an unknown effect. 501 and 540 are permanent refusals, so they don't count. */
export function isFailure({ status }: Call): boolean {
  return status === 0 || (status >= 500 && status !== 501 && status !== 540);
}
