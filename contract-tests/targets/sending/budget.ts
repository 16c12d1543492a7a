import { endWithoutVerdict } from '../../law/no-verdict.ts';

/** How many requests a run may send, all in all. */
export type Budget = {
  readonly limit: number;
  /** How many requests are left for laws. */
  left(): number;
  /** Makes a `fetch` that ends the law that asks for more than is left, before it waits for anything. It counts nothing. */
  check(direct: typeof fetch): typeof fetch;
  /** Makes a `fetch` that counts, and ends the law that asks for more than is left. */
  guard(direct: typeof fetch): typeof fetch;
  /** Makes a `fetch` that counts, and takes what is kept for cleaning up. */
  count(direct: typeof fetch): typeof fetch;
};

/**
 * @param limit whole number, or `Infinity`.
 * @param kept tells how many requests cleaning up will take.
 */
export function createBudget(limit: number, kept: () => number): Budget {
  let sent = 0;
  const left = () => Math.max(0, limit - sent - kept());
  const count = (direct: typeof fetch): typeof fetch => {
    return (input, init) => {
      sent += 1;
      return direct(input, init);
    };
  };
  const check = (direct: typeof fetch): typeof fetch => {
    return async (input, init) => {
      const request = new Request(input, init);
      // What a POST creates has to be removed again.
      if (left() < (request.method === 'POST' ? 2 : 1))
        endWithoutVerdict(`budget: the ${limit.toLocaleString('en')} requests of the run are spent`);
      return direct(request);
    };
  };
  return { limit, left, count, check, guard: (direct) => check(count(direct)) };
}
