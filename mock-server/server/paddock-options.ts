import { printError } from '#openapi/text/print.ts';
import type { AccountDefaults } from '../account/account.ts';
import type { GivenRates } from '../account/check-rates.ts';
import { type Rates, rulesWith } from '../account/rules.ts';
import type { ExchangeFacts } from '../http/output/exchange-facts.ts';
import { randomsOf } from '../ids/random.ts';
import type { Fixtures } from '../imports/add-fixtures.ts';
import { JournalMemory } from '../journal/journal-memory.ts';
import { useKey } from '../resources/api-keys/use.ts';
import type { WebhookDestination } from '../resources/notification-settings/register.ts';
import { simulatedDeliveries } from '../resources/simulation-events/deliveries.ts';
import { sources } from '../resources/sources.ts';
import { type Behaviours, type ProfileName, profileNamed, withBehaviours } from '../spec/behaviours.ts';
import { storageFailureOf } from '../state/database/storage-failure.ts';
import { type GivenLimits, limitsOf } from '../state/limits.ts';
import type { ClockStart } from '../time/clock.ts';
import { checkOptions } from './check-options.ts';
import { sharedOptions } from './start-options.ts';

/** Options of a mock. All are optional. */
export type PaddockOptions = GivenLimits & {
  /** TCP port; 0 chooses a free one. Default: 0. */
  port?: number | undefined;
  /** Address to listen on. Default: 127.0.0.1, reachable only from this machine. */
  host?: string | undefined;
  /** Set of behaviours where the guide and Paddle disagree. Default: `guide`. */
  profile?: ProfileName | undefined;
  /** Values of single behaviours that differ from the profile. */
  behaviours?: Readonly<Partial<Record<keyof Behaviours, string>>> | undefined;
  /** Makes entity and request IDs reproducible, and stops the clock at 2026-01-01T00:00:00Z unless `clock` is set. */
  seed?: number | undefined;
  /** Initial clock of each account. Default: real time, running. */
  clock?: ClockStart | undefined;
  /** File that stores all data. Default: memory. */
  data?: string | undefined;
  /**
   * Data of the default account at the start and after each reset: entities, a file, or a built-in seed such as
   * `small-saas`. Default: none.
   */
  fixtures?: Fixtures | string | undefined;
  /** Tax rates of each account, or a JSON file of them; they come before the built-in ones. Default: none. */
  taxRates?: GivenRates['taxRates'];
  /** Exchange rates of each account, or a JSON file of them; they come before the built-in ones. Default: none. */
  exchangeRates?: GivenRates['exchangeRates'];
  /** `false` turns the rate limit off, like `behaviours: { 'rate-limit': 'off' }`. */
  rateLimit?: boolean | undefined;
  /** Base URL of links. Default: from each request's `Host` header. */
  baseUrl?: string | undefined;
  /** A destination of the default account's webhooks. Default: none. */
  webhook?: WebhookDestination | undefined;
  /** Most recent requests that an account keeps for inspection; 0 keeps none. Default: 1,000. */
  journal?: number | undefined;
  /**
   * Token in `X-Paddock-Control-Token` with which other machines may use the control plane. Default: only this
   * machine may.
   */
  controlToken?: string | undefined;
  /** Called with errors that are bugs in Paddock. Default: prints them to standard error. */
  onBug?: ((error: unknown) => void) | undefined;
  /** Called with notices, such as data removed because of a limit. Default: prints them to standard error. */
  onNotice?: ((message: string) => void) | undefined;
  /** Called after each response of the API. Default: not called. */
  onExchange?: ((facts: ExchangeFacts) => void) | undefined;
  /**
   * Called with a one-line reason when writing the data file fails, such as a full disk. Default: prints it to
   * standard error.
   */
  onStorageFailure?: ((message: string) => void) | undefined;
};

/** Memory for the journals of all accounts, in bytes. */
const journalBytesAtMost = 256 * 1024 * 1024;

/** Default clock of a seeded run. */
const seededClock: ClockStart = { now: '2026-01-01T00:00:00Z', frozen: true };

/** Reads the defaults of each account from the options. @throws UsageError for an invalid value */
export function accountDefaultsOf(
  options: PaddockOptions,
  rates: Rates = {},
): Omit<AccountDefaults, 'connections' | 'counters'> {
  checkOptions(options);
  const { seed, data, journal = sharedOptions.journal.default } = options;
  return {
    behaviours: behavioursOf(options),
    randomOf: randomsOf(seed),
    clock: options.clock ?? (seed === undefined ? undefined : seededClock),
    rules: rulesWith(rates),
    journal: { entriesAtMost: journal, memory: new JournalMemory(journalBytesAtMost) },
    limits: limitsOf(options),
    sources,
    useKey,
    deliveries: simulatedDeliveries,
    isInFile: data !== undefined,
    report: reporterOf(options),
    notice: options.onNotice ?? printError,
  };
}

/** Separates failures of the data file from bugs. */
function reporterOf({ onBug = console.error, onStorageFailure = console.error }: PaddockOptions) {
  return (error: unknown): void => {
    const storageFailure = storageFailureOf(error);
    if (storageFailure === undefined) onBug(error);
    else onStorageFailure(storageFailure);
  };
}

function behavioursOf({ profile: name = 'guide', behaviours = {}, rateLimit = true }: PaddockOptions): Behaviours {
  return withBehaviours(profileNamed(name), { ...behaviours, ...(!rateLimit && { 'rate-limit': 'off' }) });
}
