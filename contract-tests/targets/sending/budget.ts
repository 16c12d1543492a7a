import { endWithoutVerdict } from '../../law/no-verdict.ts';

/** Maximum number of requests of a run. */
export type Budget = {
  readonly limit: number;
  /** Number of requests left for laws. */
  left(): number;
  /** Wraps a `fetch`: ends the running law if the budget is spent. Counts nothing. */
  check(direct: typeof fetch): typeof fetch;
  /** Wraps a `fetch`: counts requests, and ends the running law if the budget is spent. */
  guard(direct: typeof fetch): typeof fetch;
  /** Wraps a `fetch` for cleaning up: counts requests, and may use the reserve. */
  count(direct: typeof fetch): typeof fetch;
};

/**
 * @param limit whole number, or `Infinity`.
 * @param reserved returns the number of requests that cleaning up will take.
 */
export function createBudget(limit: number, reserved: () => number): Budget {
  let sent = 0;
  const left = () => Math.max(0, limit - sent - reserved());
  const count = (direct: typeof fetch): typeof fetch => {
    return (input, init) => {
      sent += 1;
      return direct(input, init);
    };
  };
  const check = (direct: typeof fetch): typeof fetch => {
    return async (input, init) => {
      const request = new Request(input, init);
      // A POST needs another request, which removes what it creates.
      if (left() < (request.method === 'POST' ? 2 : 1))
        endWithoutVerdict(`budget: the ${limit.toLocaleString('en')} requests of the run are spent`);
      return direct(request);
    };
  };
  return { limit, left, count, check, guard: (direct) => check(count(direct)) };
}
