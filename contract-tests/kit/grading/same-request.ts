import { type Breach, numbersOf } from './rule.ts';
import { type GradedExchange, timeOf } from './traffic.ts';

/** Groups identical requests: the same method, path, query, body and key. */
export function groupSame(exchanges: readonly GradedExchange[]): GradedExchange[][] {
  const groups = Map.groupBy(exchanges, ({ request: { method, path, query, body, headers } }) =>
    JSON.stringify([method, path, query, body, headers['authorization']]),
  );
  return [...groups.values()];
}

const burstSize = 5;
const burstMs = 10_000;

/** Returns the first burst in each group of identical requests, as breaches with the given verb. */
export function burstsIn(exchanges: readonly GradedExchange[], verb: string): Breach[] {
  return groupSame(exchanges).flatMap((same) => {
    const start = same.findIndex((first, index) => {
      const last = same[index + burstSize - 1];
      return last && timeOf(last) - timeOf(first) <= burstMs;
    });
    const [first, ...others] = same.slice(start, start + burstSize);
    if (start === -1 || !first) return [];
    const { method, path } = first.request;
    const sentence = `${method} ${path} ${verb} ${burstSize} times within ${burstMs / 1000} s.`;
    return [{ sentence, evidence: numbersOf([first, ...others]) }];
  });
}

/** Returns true for a failure with an unknown effect. 501 and 540 are permanent refusals, so they don't count. */
export function isFailure({ response }: GradedExchange): boolean {
  return response === null || (response.status >= 500 && response.status !== 501 && response.status !== 540);
}
