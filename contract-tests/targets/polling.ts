import type { Account } from './account.ts';
import type { Timer } from './sending/rate-limiter.ts';

const intervalMs = 2000;
const timeoutMs = 120_000;

/**
 * Polls until no notification of the account waits for its first attempt.
 *
 * @throws Error after two minutes.
 */
export async function settleByPolling(account: Account, { now, sleep }: Timer): Promise<void> {
  const until = now() + timeoutMs;
  // Waits before the first poll too: an event appears a moment after its cause.
  for (await sleep(intervalMs); ; await sleep(intervalMs)) {
    const { data } = await account.call('listNotifications', { query: { status: 'not_attempted', per_page: 1 } });
    if (data.length === 0) return;
    if (now() > until) throw new Error('Could not wait for the deliveries: some are not attempted after two minutes.');
  }
}
