import type { Duplex } from 'node:stream';
import { createControlClient } from '#openapi/control-plane/control-client.ts';
import type { Account } from '../account/account.ts';
import { Accounts } from '../account/accounts.ts';
import { readRates } from '../account/check-rates.ts';
import { openAccount, type PaddockAccount } from '../control-client/account.ts';
import type { AccountClock } from '../control-client/clock.ts';
import { requestIds } from '../http/entry/request-ids.ts';
import { addFixtures, type Fixtures } from '../imports/add-fixtures.ts';
import { readFixtures } from '../imports/read-fixtures.ts';
import { fetchFrom, fetchOnly } from '../in-process/fetch.ts';
import { Counters } from '../monitoring/counters.ts';
import { Connections } from '../notifications/connections.ts';
import { registerDestination, type WebhookDestination } from '../resources/notification-settings/register.ts';
import { type Behaviours, type ProfileName, profileOf } from '../spec/behaviours.ts';
import { defaultApiKey, freshApiKey, seededApiKeys } from '../state/api-keys.ts';
import { openDatabase } from '../state/database/database.ts';
import { isOfSqlite, openRefusal } from '../state/database/storage-failure.ts';
import { isLoopback } from '../wire/hosts.ts';
import { createApp } from './app.ts';
import { accountDefaultsOf, type PaddockOptions } from './paddock-options.ts';
import { requireNode } from './require-node.ts';
import { listen, stop, stopWithin } from './server.ts';

/** A running mock, with its default account. */
export type Paddock = Omit<PaddockAccount, 'clock'> & {
  /** The profile that has exactly the account's behaviours, or `null`. */
  readonly profile: ProfileName | null;
  /** The account's current behaviours. */
  readonly behaviours: Behaviours;
  readonly clock: AccountClock<Date>;
  /**
   * A `fetch` that reaches the mock without a socket, under its own URL and those of Paddle's API, so that code with
   * a hard-coded `https://sandbox-api.paddle.com` can be tested unchanged.
   *
   * @throws UsageError for any other URL
   */
  readonly fetch: typeof globalThis.fetch;
  /** Serves a connection that other code accepted, such as a TLS socket, as if it had been made to `url`. */
  accept(connection: Duplex): void;
  /**
   * Stops gracefully: accepts no new connections, finishes requests and delivers due webhooks within a time limit,
   * then closes. With a data file, undelivered webhooks remain queued.
   *
   * @param withinMs time limit in milliseconds. Default: 8,000, less than the ten seconds of Docker
   */
  drain(withinMs?: number): Promise<void>;
  /** Stops the server after the current requests. */
  close(): Promise<void>;
};

/** Longest time of draining, in milliseconds: Docker kills a process ten seconds after SIGTERM. */
const drainMsAtMost = 8_000;

/**
 * Starts a mock of Paddle Billing in this process. Mocks share nothing; several can run at once.
 *
 * @throws UsageError for an invalid option, such as a port in use or invalid fixtures
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
  const defaults = accountDefaultsOf(given, await readRates(given));
  const { fixtures: named } = given;
  const options = { ...given, fixtures: typeof named === 'string' ? await readFixtures(named, startOf(given)) : named };
  const database = openDatabase(options.data);
  const connections = new Connections();
  const counters = new Counters();
  const accounts = new Accounts(database, { ...defaults, connections, counters });
  const closeStore = async () => {
    await connections.close();
    database.close();
  };
  try {
    // In one transaction: a data file whose first start was killed halfway must still count as new.
    if (accounts.isNew) database.transaction(() => addInitialData(accounts.default(), options));
    else if (options.webhook) registerDestination(accounts.default(), options.webhook);
    return await serve({ accounts, counters, connections, report: defaults.report, closeStore }, options);
  } catch (error) {
    await accounts.close();
    await closeStore();
    throw options.data !== undefined && isOfSqlite(error) ? openRefusal(options.data, error) : error;
  }
}

/** Returns the URL at which this machine reaches a server, also one that listens on all addresses. */
function localUrl(url: string): string {
  const { hostname, port } = new URL(url);
  return isLoopback(hostname) ? url : `http://localhost:${port}`;
}

/** Time at which the default account starts, in milliseconds. */
function startOf({ clock }: PaddockOptions): number {
  return clock?.now === undefined ? Date.now() : new Date(clock.now).getTime();
}

type InitialData = { fixtures: Fixtures | undefined; webhook?: WebhookDestination | undefined };

function addInitialData(account: Account, { fixtures = {}, webhook }: InitialData): void {
  addFixtures(account, fixtures);
  if (webhook) registerDestination(account, webhook);
}

/** Parts of a mock that are ready before it listens. */
type Parts = {
  accounts: Accounts;
  counters: Counters;
  connections: Connections;
  report: (error: unknown) => void;
  closeStore: () => Promise<void>;
};

async function serve(parts: Parts, options: PaddockOptions & InitialData): Promise<Paddock> {
  const { accounts, counters, connections, report, closeStore } = parts;
  const { seed, baseUrl, controlToken, host = '127.0.0.1', port = 0 } = options;
  let isDraining = false;
  const refill = (account: Account) => {
    if (account === accounts.default()) addInitialData(account, options);
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
      counters,
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
      controlFor: (apiKey) => createControlClient({ url: localUrl(url), apiKey, controlToken, fetch }),
      freshKey: seed === undefined ? freshApiKey : seededApiKeys(seed),
    },
    defaultApiKey,
  );
  accounts.resume();
  const closeAll = async () => {
    // Ends streams of events.
    isDraining = true;
    // At once, because a request may be waiting for deliveries.
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
