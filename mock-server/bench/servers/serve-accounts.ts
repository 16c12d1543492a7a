import type { Accounts } from '../../account/accounts.ts';
import { requestIds } from '../../http/entry/request-ids.ts';
import { Counters } from '../../monitoring/counters.ts';
import { createApp } from '../../server/app.ts';
import { listen } from '../../server/server.ts';

/** Serves accounts that the caller fills and changes itself, and returns the URL. */
export async function serveAccounts(accounts: Accounts): Promise<string> {
  const makeRequestId = requestIds(undefined);
  const app = createApp({
    makeRequestId,
    accounts,
    resetAccount: async () => {},
    controlToken: undefined,
    isLocal: true,
    baseUrl: undefined,
    report: (error) => console.error(error),
    onExchange: undefined,
    measured: {
      counters: new Counters(),
      countAccounts: () => accounts.count(),
      countEvicted: () => accounts.evicted,
      countWaiting: () => accounts.countWaiting(),
    },
    isDraining: () => false,
  });
  const { url } = await listen(app, '127.0.0.1', 0, makeRequestId);
  return url;
}
