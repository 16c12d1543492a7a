import type { Probe } from '../probe.ts';
import { type Outcome, tryOut } from '../try-out.ts';
import type { Largest } from './largest-accepted.ts';
import { limits } from './limits.ts';

/** What is known of one limit of a target. */
export type MeasuredLimit = Outcome<Largest> & { readonly limit: string };

/** Looks for each limit. What cannot be known says why. */
export async function measureLimits(probe: Probe): Promise<MeasuredLimit[]> {
  const measured: MeasuredLimit[] = [];
  for (const [limit, find] of Object.entries(limits)) measured.push({ limit, ...(await tryOut(probe, find)) });
  return measured;
}
