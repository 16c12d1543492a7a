import type { Account } from './account.ts';
import type { Timer } from './sending/governor.ts';

const everyMs = 2000;
const patienceMs = 120_000;

/**
 * Asks again and again until no notification of the account waits for its first attempt.
 *
 * @throws Error after two minutes.
 */
export async function settleByPolling(account: Account, { now, sleep }: Timer): Promise<void> {
  const until = now() + patienceMs;
  // At first too: an event is there a moment after its cause.
  for (await sleep(everyMs); ; await sleep(everyMs)) {
    const { data } = await account.call('listNotifications', { query: { status: 'not_attempted', per_page: 1 } });
    if (data.length === 0) return;
    if (now() > until) throw new Error('Could not wait for the deliveries: some are not attempted after two minutes.');
  }
}
