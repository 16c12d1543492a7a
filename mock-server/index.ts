import type { Duplex } from 'node:stream';
import type { Seed } from '#fixtures/index.ts';
import { Accounts } from './accounts.ts';
import { createApp } from './app.ts';
import { type Behaviours, type ProfileName, profile, profileOf, withBehaviours } from './behaviours.ts';
import type { Account } from './context.ts';
import { openAccount, type PaddockAccount } from './control-client/account.ts';
import type { AccountClock } from './control-client/clock.ts';
import { createControlClient } from './control-client/control-client.ts';
import { requestIds } from './http/request-ids.ts';
import { importInto } from './imports/import.ts';
import type { ImportSource } from './imports/source.ts';
import { fetchFrom, fetchOnly } from './in-process/fetch.ts';
import { JournalRoom } from './journal/journal-room.ts';
import { limitsOf } from './limits.ts';
import type { ExchangeFacts } from './monitoring/exchange-facts.ts';
import { Tally } from './monitoring/tally.ts';
import { registerDestination, type WebhookDestination } from './notifications/register.ts';
import { createAgent } from './notifications/send.ts';
import { listen, stop, stopWithin } from './server.ts';
import { defaultApiKey } from './state/api-keys.ts';
import type { ClockStart } from './state/clock.ts';
import { openDatabase } from './state/database.ts';
import { freshApiKey, seededApiKeys } from './state/fresh-api-key.ts';
import { randomsOf } from './state/random.ts';
import { seedAccount, type UncheckedSeed } from './state/seeds.ts';
import { storageFailureOf } from './state/storage-failure.ts';
import { UsageError } from './usage-error.ts';

export type { BehaviourName, Behaviours, Evidence, ProfileName } from './behaviours.ts';
export { behaviourTable, profile } from './behaviours.ts';
export type { PaddockAccount, TriggeredEvent, TriggerRequest } from './control-client/account.ts';
export type { BehaviourChange } from './control-client/behaviours.ts';
export type { AccountClock } from './control-client/clock.ts';
export type { CollectedEvent, CollectedWebhook } from './control-client/collected-webhook.ts';
export { type ConnectOptions, connectPaddock } from './control-client/connect.ts';
export type { AccountFaults } from './control-client/faults.ts';
export type { AccountKeys, CreatedKey, KeyRequest } from './control-client/keys.ts';
export type { AccountRequests, PastRequest, RequestFilter } from './control-client/requests.ts';
export type { AccountSnapshots, Snapshot } from './control-client/snapshots.ts';
export type { Delivery, DeliveryFilter, RegisteredDestination, Webhooks } from './control-client/webhooks.ts';
export type { Fault, FaultState } from './faults/fault.ts';
export { FaultsNotHit } from './faults/faults-not-hit.ts';
export type { ImportReport, RefusedRow } from './imports/import.ts';
export type { ImportSource } from './imports/source.ts';
export { type ExpectedRequest, RequestsDiffer } from './journal/expect-requests.ts';
export type { ExchangeFacts } from './monitoring/exchange-facts.ts';
export type { WebhookDestination } from './notifications/register.ts';
export type { ClockStart, Duration } from './state/clock.ts';
export type { SeedCounts } from './state/seeds.ts';
export { UsageError } from './usage-error.ts';

/** How a mock is started. Everything may be left out. */
export type PaddockOptions = {
  /** TCP port; 0 takes a free one. Default: 0. */
  port?: number | undefined;
  /** Address to listen on. Default: 127.0.0.1, which only this machine reaches. */
  host?: string | undefined;
  /** Which promises the mock keeps where the guide and Paddle disagree. Default: `guide`. */
  profile?: ProfileName | undefined;
  /** Values for single behaviours, over the profile's. */
  behaviours?: Readonly<Partial<Record<keyof Behaviours, string>>> | undefined;
  /** Makes IDs, those of requests too, the same in each run, and the clock stand at 2026-01-01T00:00:00Z unless `clock` says otherwise. */
  seed?: number | undefined;
  /** Where the clock of each account starts. Default: real time, running. */
  clock?: ClockStart | undefined;
  /** File to keep everything in. Default: memory. */
  data?: string | undefined;
  /** What the default account has at its start and after each reset. Default: nothing. */
  fixtures?: Seed | UncheckedSeed | ImportSource | undefined;
  /** `false` switches the rate limit off, like `behaviours: { 'rate-limit': 'off' }`. */
  rateLimit?: boolean | undefined;
  /** Accounts in memory; beyond it, idle ones are forgotten, and a data file keeps their rows. Default: 10,000. */
  maxAccounts?: number | undefined;
  /** Events that each account keeps, and as many notifications that wait no more. Default: 100,000. */
  maxEvents?: number | undefined;
  /** Snapshots that each account may have. Default: 100. */
  maxSnapshots?: number | undefined;
  /** Base URL of links. Default: what each caller's `Host` header says. */
  baseUrl?: string | undefined;
  /** Where to send events of the default account to, so that no request is needed for that. Default: nowhere. */
  webhook?: WebhookDestination | undefined;
  /** How many exchanges each account keeps to be looked at; 0 for none. Default: 1,000. */
  journal?: number | undefined;
  /** Lets control requests in from anywhere that send it in `X-Paddock-Control-Token`. Default: only this machine's. */
  controlToken?: string | undefined;
  /** Is told of failures that are bugs in Paddock. Default: prints them to standard error. */
  onBug?: ((error: unknown) => void) | undefined;
  /** Is told what was forgotten because of a limit. Default: prints it to standard error. */
  onNotice?: ((message: string) => void) | undefined;
  /** Is told of each exchange with the API, after its answer. Default: nobody is, which costs nothing. */
  onExchange?: ((facts: ExchangeFacts) => void) | undefined;
  /**
   * Is told in one line why the data file did not take a write, such as a full disk. Default: prints it to standard
   * error.
   */
  onStorageFailure?: ((message: string) => void) | undefined;
};

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

/** Longest time that draining takes: Docker ends a process ten seconds after it asked it to. */
const drainMsAtMost = 8_000;

/** Memory for what is kept of exchanges, of all accounts together. */
const journalBytesAtMost = 256 * 1024 * 1024;

/** Where the clock stands for a seeded run. */
const seededClock: ClockStart = { now: '2026-01-01T00:00:00Z', frozen: true };

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
export async function startPaddock(options: PaddockOptions = {}): Promise<Paddock> {
  const { fixtures = {}, seed, data } = options;
  const behaviours = behavioursOf(options);
  const database = openDatabase(data);
  const clock = options.clock ?? (seed === undefined ? undefined : seededClock);
  const limits = limitsOf({
    accounts: options.maxAccounts,
    events: options.maxEvents,
    snapshots: options.maxSnapshots,
  });
  const notice = options.onNotice ?? ((message) => console.error(message));
  const report = reporterOf(options);
  const agent = createAgent();
  const journal = { entriesAtMost: journalOf(options), room: new JournalRoom(journalBytesAtMost) };
  const tally = new Tally();
  let isDraining = false;
  const accounts = new Accounts(database, {
    behaviours,
    randomOf: randomsOf(seed),
    clock,
    agent,
    journal,
    limits,
    isInFile: data !== undefined,
    tally,
    report,
    notice,
  });
  const seedFixtures = (account: Account) => {
    if (account !== accounts.default()) return;
    addFixtures(account, fixtures);
    if (options.webhook) registerDestination(account, options.webhook);
  };
  const resetAccount = (account: Account) => {
    account.reset(() => seedFixtures(account));
  };
  try {
    // As a whole, since a server that is killed in the middle would find itself not new any more.
    if (accounts.isNew) database.transaction(() => seedFixtures(accounts.default()))();
    else if (options.webhook) registerDestination(accounts.default(), options.webhook);
    const makeRequestId = requestIds(seed);
    const app = createApp({
      makeRequestId,
      accounts,
      resetAccount,
      controlToken: options.controlToken,
      baseUrl: options.baseUrl,
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
    const { server, url } = await listen(app, options.host ?? '127.0.0.1', options.port ?? 0, makeRequestId);
    const inProcess = fetchFrom(server);
    const account = accounts.default();
    const { fetch } = inProcess;
    const { controlToken } = options;
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
      await Promise.all([stop(server), accounts.close(), inProcess.close()]);
      await handle.close();
      await agent.close();
      database.close();
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
      fetch: fetchOnly(fetch, [url, options.baseUrl]),
      accept: (connection) => {
        server.emit('connection', connection);
      },
      drain,
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await accounts.close();
    await agent.close();
    database.close();
    throw error;
  }
}

/** Tells bugs from failures of the data file. */
function reporterOf({ onBug = console.error, onStorageFailure = console.error }: PaddockOptions) {
  return (error: unknown): void => {
    const storageFailure = storageFailureOf(error);
    if (storageFailure === undefined) onBug(error);
    else onStorageFailure(storageFailure);
  };
}

function journalOf({ journal = 1_000 }: PaddockOptions): number {
  if (Number.isSafeInteger(journal) && journal >= 0) return journal;
  throw new UsageError(`Could not keep ${journal} exchanges: that is no whole number. Give one, or 0 for none.`);
}

/** All or none: what a mock starts with is to be what the file says. */
function addFixtures(account: Account, fixtures: Seed | UncheckedSeed | ImportSource): void {
  if (!('csv' in fixtures || 'recorded' in fixtures)) {
    seedAccount(account, fixtures);
    return;
  }
  const [first, ...others] = importInto(account, fixtures).refused;
  if (!first) return;
  throw new UsageError(
    `Could not start with the fixtures: row ${first.row}: ${first.field}: ${first.reason}, and ${others.length} other rows. Correct them, or add what fits with \`paddock import\`.`,
  );
}

function behavioursOf({ profile: name = 'guide', behaviours = {}, rateLimit = true }: PaddockOptions): Behaviours {
  return withBehaviours(profile(name), { ...behaviours, ...(!rateLimit && { 'rate-limit': 'off' }) });
}
