import { isLost } from '../targets/lost.ts';
import type { Target } from '../targets/target.ts';
import { Outage } from './no-verdict.ts';

/**
 * Asks the target for something that every one has.
 *
 * @returns what is wrong with the way to it, or `null` where it answers. Whether it answers well is for the laws to say.
 */
export async function whyUnreachable(target: Target): Promise<string | null> {
  try {
    await target.newAccount().request('GET', '/event-types');
    return null;
  } catch (error) {
    if (error instanceof Outage) return error.message;
    if (!isLost(error)) return null;
    return error.cause instanceof Error && error.cause.message ? error.cause.message : error.message;
  }
}
