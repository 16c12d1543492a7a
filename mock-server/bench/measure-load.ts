import autocannon from 'autocannon';
import type { BenchRequest } from './workloads.ts';

const connections = 10;

/**
 * Requests in a second that a server answers, all of them with a 2xx, to ten connections without pauses. Where no answer
 * comes in time, that is said, and counts as one.
 */
export async function measureLoad(
  { url, apiKey }: { url: string; apiKey: string },
  requests: readonly BenchRequest[],
  seconds: number,
): Promise<number> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    requests: requests.map((request) => ({ ...request })),
  });
  const failed = result.non2xx + result.errors + result.mismatches;
  if (failed > 0) {
    const statuses = JSON.stringify(result.statusCodeStats);
    throw new Error(`Could not measure ${url}${requests[0]?.path}: ${failed} answers failed, statuses ${statuses}.`);
  }
  if (result['2xx'] === 0) {
    console.error(`${url}${requests[0]?.path} gave no answer within ${seconds} s, which counts as one answer.`);
    return 1 / seconds;
  }
  return result['2xx'] / result.duration;
}
