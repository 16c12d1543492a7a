import type { ExperimentContext } from './experiment-context.ts';
import { Inconclusive } from './inconclusive.ts';

/** What came of very many requests. */
type Burst = {
  readonly accepted: number;
  readonly seconds: number;
  /** How long the first refusal asked to wait, in seconds; `null` where there was none. */
  readonly retryAfter: number | null;
};

const atOnce = 20;
/** More than the published limit of 240 in a minute. */
const tooMany = 241;
/** Costs a target as little as any request, and counts like any other. */
const cheapest = '/customers/ctm_01h00000000000000000000000';

/**
 * Sends requests until one is refused, or until more were answered than any known limit allows.
 *
 * @throws Inconclusive where the target may not be sent so many
 */
export async function sendTooMany({ account, can, sendOnce }: ExperimentContext): Promise<Burst> {
  if (!can.burst) throw new Inconclusive('the target may not be sent enough requests to find out');
  await can.clock?.advance(account, { seconds: 61 });
  // Where a minute cannot be made to begin now, the requests may meet the end of one and the beginning of another.
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
