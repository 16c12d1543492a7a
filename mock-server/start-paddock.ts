import type { Duplex } from 'node:stream';
import { Accounts } from './accounts.ts';
import { createApp } from './app.ts';
import { type Behaviours, type ProfileName, profileOf } from './behaviours.ts';
import type { Account } from './context.ts';
import { openAccount, type PaddockAccount } from './control-client/account.ts';
import type { AccountClock } from './control-client/clock.ts';
import { createControlClient } from './control-client/control-client.ts';
import { isLoopback } from './http/hosts.ts';
import { requestIds } from './http/request-ids.ts';
import { addFixtures, type Fixtures } from './imports/add-fixtures.ts';
import { readFixtures } from './imports/read-fixtures.ts';
import { fetchFrom, fetchOnly } from './in-process/fetch.ts';
import { Tally } from './monitoring/tally.ts';
import { Connections } from './notifications/connections.ts';
import { registerDestination, type WebhookDestination } from './notifications/register.ts';
import { accountDefaultsOf, type PaddockOptions } from './paddock-options.ts';
import { requireNode } from './require-node.ts';
import { listen, stop, stopWithin } from './server.ts';
import { defaultApiKey } from './state/api-keys.ts';
import { openDatabase } from './state/database.ts';
import { freshApiKey, seededApiKeys } from './state/fresh-api-key.ts';
import { isOfSqlite, openRefusal } from './state/storage-failure.ts';

/** A running mock, as the account that `apiKey` belongs to: the default one. */
export type Paddock = Omit<PaddockAccount, 'clock'> & {
  /** The profile that the account's behaviours are of now, or `null` for a mix. */
  readonly profile: ProfileName | null;
  /** The account's behaviours now. */
  readonly behaviours: Behaviours;
  readonly clock: AccountClock<Date>;
  /**
   * A `fetch` that reaches the mock without a socket, under its own URL and under those of Paddle's API, so that code
   * which has `https://sandbox-api.paddle.com` written in it can be tested as it is.
   *
   * @throws UsageError for any other URL
   */
  readonly fetch: typeof globalThis.fetch;
  /** Answers what comes over a connection that somebody else took, such as a TLS socket, as if it had come to `url`. */
  accept(connection: Duplex): void;
  /**
   * Stops as a service does. No connection is taken any more; requests are finished and due webhooks delivered, for so
   * many milliseconds at most; then all is closed. What was not delivered waits in the file, where there is one.
   *
   * @param withinMs default: 8,000, so that it is over before Docker and others lose their patience
   */
  drain(withinMs?: number): Promise<void>;
  /** Stops the server, after the requests that it is answering. */
  close(): Promise<void>;
};

/** Longest time that draining takes, in milliseconds: Docker ends a process ten seconds after it asked it to. */
const drainMsAtMost = 8_000;

/**
 * Starts a mock of Paddle Billing in this process. Mocks share nothing; start as many as you like.
 *
 * @throws UsageError for an option that cannot work, such as a port in use or fixtures that do not fit
 *
 * @example
 * ```ts
 * await using paddock = await startPaddock({ profile: 'official' });
 * const response = await fetch(`${paddock.url}/customers`, {
 *   headers: { Authorization: `Bearer ${paddock.apiKey}` },
 * });
 * ```
 */
export async function startPaddock(given: PaddockOptions = {}): Promise<Paddock> {
  requireNode();
  const defaults = accountDefaultsOf(given);
  const { fixtures: named } = given;
  const options = { ...given, fixtures: typeof named === 'string' ? await readFixtures(named) : named };
  const database = openDatabase(options.data);
  const connections = new Connections();
  const tally = new Tally();
  const accounts = new Accounts(database, { ...defaults, connections, tally });
  const closeStore = async () => {
    await connections.close();
    database.close();
  };
  try {
    // As a whole, since a server that is killed in the middle would find itself not new any more.
    if (accounts.isNew) database.transaction(() => furnish(accounts.default(), options));
    else if (options.webhook) registerDestination(accounts.default(), options.webhook);
    return await serve({ accounts, tally, connections, report: defaults.report, closeStore }, options);
  } catch (error) {
    await accounts.close();
    await closeStore();
    throw options.data !== undefined && isOfSqlite(error) ? openRefusal(options.data, error) : error;
  }
}

type Furnishing = { fixtures: Fixtures | undefined; webhook?: WebhookDestination | undefined };

/** Gives the default account what it starts with. */
function furnish(account: Account, { fixtures = {}, webhook }: Furnishing): void {
  addFixtures(account, fixtures);
  if (webhook) registerDestination(account, webhook);
}

/** What is served, and how it is let go in the end. */
type Served = {
  accounts: Accounts;
  tally: Tally;
  connections: Connections;
  report: (error: unknown) => void;
  closeStore: () => Promise<void>;
};

async function serve(served: Served, options: PaddockOptions & Furnishing): Promise<Paddock> {
  const { accounts, tally, connections, report, closeStore } = served;
  const { seed, baseUrl, controlToken, host = '127.0.0.1', port = 0 } = options;
  let isDraining = false;
  const refill = (account: Account) => {
    if (account === accounts.default()) furnish(account, options);
  };
  accounts.finish(refill);
  const makeRequestId = requestIds(seed);
  const application = createApp({
    makeRequestId,
    accounts,
    resetAccount: (account) => accounts.reset(account, refill),
    controlToken,
    isLocal: isLoopback(host),
    baseUrl,
    report,
    onExchange: options.onExchange,
    measured: {
      tally,
      countAccounts: () => accounts.count(),
      countEvicted: () => accounts.evicted,
      countWaiting: () => accounts.countWaiting(),
    },
    isDraining: () => isDraining,
  });
  const { server, url } = await listen(application, host, port, makeRequestId);
  connections.home = new URL(url);
  const { fetch, close: closeFetch } = fetchFrom(server);
  const account = accounts.default();
  const handle = openAccount(
    {
      url,
      // By a local name, whatever the server listens on.
      controlFor: (apiKey) => createControlClient({ url: 'http://localhost', apiKey, controlToken, fetch }),
      freshKey: seed === undefined ? freshApiKey : seededApiKeys(seed),
    },
    defaultApiKey,
  );
  accounts.resume();
  const closeAll = async () => {
    // Together, since a request may be waiting for deliveries.
    await Promise.all([stop(server), accounts.close(), closeFetch()]);
    await handle.close();
    await closeStore();
  };
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= closeAll();
    return closed;
  };
  const drain = async (withinMs = drainMsAtMost) => {
    isDraining = true;
    const end = performance.now() + withinMs;
    await stopWithin(server, withinMs);
    await accounts.settle(Math.max(0, end - performance.now()));
    await close();
  };
  return {
    ...handle,
    get behaviours() {
      return account.behaviours;
    },
    get profile() {
      return profileOf(account.behaviours);
    },
    clock: { ...handle.clock, now: () => new Date(account.clock.now()) },
    fetch: fetchOnly(fetch, [url, baseUrl]),
    accept: (connection) => {
      server.emit('connection', connection);
    },
    drain,
    close,
    [Symbol.asyncDispose]: close,
  };
}
