import type { ExperimentContext } from './experiment-context.ts';
import { Inconclusive } from './inconclusive.ts';

/** Result of a burst of requests. */
type Burst = {
  readonly accepted: number;
  readonly seconds: number;
  /** `Retry-After` of the first 429, in seconds; `null` without one. */
  readonly retryAfter: number | null;
};

const atOnce = 20;
/** One more than the published limit of 240 a minute. */
const tooMany = 241;
/** A request that costs the target little, and counts like any other. */
const cheapest = '/customers/ctm_01h00000000000000000000000';

/**
 * Sends requests until one gets a 429, or until more succeeded than any known limit allows.
 *
 * @throws Inconclusive if the target does not permit bursts.
 */
export async function sendTooMany({ account, can, sendOnce }: ExperimentContext): Promise<Burst> {
  if (!can.burst) throw new Inconclusive('the target may not be sent enough requests to find out');
  await can.clock?.advance(account, { seconds: 61 });
  // Without a clock, the requests may fall into two windows of a minute.
  const enough = can.clock ? tooMany : 2 * tooMany;
  const started = performance.now();
  let accepted = 0;
  let retryAfter: number | null = null;
  while (retryAfter === null && accepted < enough) {
    const answers = await Promise.all(
      Array.from({ length: Math.min(atOnce, enough - accepted) }, () => sendOnce('GET', cheapest)),
    );
    const refused = answers.find(({ status }) => status === 429);
    accepted += answers.filter(({ status }) => status !== 429).length;
    if (refused) retryAfter = Number(refused.headers.get('retry-after') ?? 0);
  }
  return { accepted, retryAfter, seconds: Math.round(performance.now() - started) / 1000 };
}
