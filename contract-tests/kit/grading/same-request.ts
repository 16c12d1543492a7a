import { type GradedExchange, timeOf } from './traffic.ts';

/** Groups identical requests: the same method, path, query, body and key. */
export function groupSame(exchanges: readonly GradedExchange[]): GradedExchange[][] {
  const groups = Map.groupBy(exchanges, ({ request: { method, path, query, body, headers } }) =>
    JSON.stringify([method, path, query, body, headers['authorization']]),
  );
  return [...groups.values()];
}

/** Returns the first `size` consecutive requests within a time span, or `null`. */
export function findBurst(
  exchanges: readonly GradedExchange[],
  size: number,
  withinMs: number,
): GradedExchange[] | null {
  for (let first = 0; first + size <= exchanges.length; first += 1) {
    const burst = exchanges.slice(first, first + size);
    const [start, end] = [burst.at(0), burst.at(-1)];
    if (start && end && timeOf(end) - timeOf(start) <= withinMs) return burst;
  }
  return null;
}

/** Returns true for a failure with an unknown effect. 501 and 540 are permanent refusals, so they don't count. */
export function isFailure({ response }: GradedExchange): boolean {
  return response === null || (response.status >= 500 && response.status !== 501 && response.status !== 540);
}
