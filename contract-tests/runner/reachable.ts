import type { Target } from '../targets/target.ts';

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
    if (!(error instanceof Error) || !isOfTheConnection(error)) return null;
    return error.cause instanceof Error && error.cause.message ? error.cause.message : error.message;
  }
}

/** What `fetch` throws where there is no answer. */
function isOfTheConnection({ name, message }: Error): boolean {
  return name === 'TimeoutError' || (name === 'TypeError' && message === 'fetch failed');
}
