import { printError } from '#openapi/print.ts';
import { type Behaviours, type ProfileName, profileNamed, withBehaviours } from './behaviours.ts';
import { checkOptions } from './check-options.ts';
import type { AccountDefaults } from './context.ts';
import type { Fixtures } from './imports/add-fixtures.ts';
import { JournalRoom } from './journal/journal-room.ts';
import { limitsOf } from './limits.ts';
import type { ExchangeFacts } from './monitoring/exchange-facts.ts';
import type { WebhookDestination } from './notifications/register.ts';
import type { ClockStart } from './state/clock.ts';
import { randomsOf } from './state/random.ts';
import { storageFailureOf } from './state/storage-failure.ts';
import { UsageError } from './usage-error.ts';

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
  /**
   * What the default account has at its start and after each reset: entities, a file of them, or the name of a built-in
   * seed such as `small-saas`. Default: nothing.
   */
  fixtures?: Fixtures | string | undefined;
  /** `false` switches the rate limit off, like `behaviours: { 'rate-limit': 'off' }`. */
  rateLimit?: boolean | undefined;
  /** Accounts in memory; beyond it, idle ones are forgotten, and a data file keeps their rows. Default: 10,000. */
  maxAccounts?: number | undefined;
  /** Events that each account keeps, and as many notifications that wait no more. Default: 100,000. */
  maxEvents?: number | undefined;
  /** Notifications of each account that may wait for an attempt; beyond it the oldest fail. Default: 200,000. */
  maxWaiting?: number | undefined;
  /** Snapshots that each account may have. Default: 100. */
  maxSnapshots?: number | undefined;
  /** Bytes of a request's body; longer ones are refused as Paddle does. Default: 1 MiB, which is assumed. */
  maxBodyBytes?: number | undefined;
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

/** Memory for what is kept of exchanges, of all accounts together. */
const journalBytesAtMost = 256 * 1024 * 1024;

/** Where the clock stands for a seeded run. */
const seededClock: ClockStart = { now: '2026-01-01T00:00:00Z', frozen: true };

/** What each account starts with, as the options say it. @throws UsageError for a value that cannot work */
export function accountDefaultsOf(options: PaddockOptions): Omit<AccountDefaults, 'connections' | 'tally'> {
  checkOptions(options);
  const { seed, data } = options;
  return {
    behaviours: behavioursOf(options),
    randomOf: randomsOf(seed),
    clock: options.clock ?? (seed === undefined ? undefined : seededClock),
    journal: { entriesAtMost: journalOf(options), room: new JournalRoom(journalBytesAtMost) },
    limits: limitsOf({
      accounts: options.maxAccounts,
      events: options.maxEvents,
      waiting: options.maxWaiting,
      snapshots: options.maxSnapshots,
      bodyBytes: options.maxBodyBytes,
    }),
    isInFile: data !== undefined,
    report: reporterOf(options),
    notice: options.onNotice ?? printError,
  };
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

function behavioursOf({ profile: name = 'guide', behaviours = {}, rateLimit = true }: PaddockOptions): Behaviours {
  return withBehaviours(profileNamed(name), { ...behaviours, ...(!rateLimit && { 'rate-limit': 'off' }) });
}
