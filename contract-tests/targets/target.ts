import type { Behaviours } from '../contract/behaviours.ts';
import type { Contract } from '../contract/document.ts';
import type { Account } from './account.ts';
import type { Receiver } from './receiver.ts';
import type { Budget } from './sending/budget.ts';
import type { Pace } from './sending/governor.ts';

/**
 * Something that speaks Paddle's API: the mock, or the sandbox. The suite knows nothing else about it; a law that needs
 * more than the API asks for a capability, and is skipped where the target has none.
 */
export type Target = {
  /** For messages only. No test may look at it. */
  readonly name: string;
  /** Where the API is, without a slash at the end. */
  readonly baseUrl: string;
  /** What is expected of the target where guide and published material disagree. */
  readonly behaviours: Behaviours;
  /** The document that goes with the behaviours. */
  readonly contract: Contract;
  /** Makes an account of its own for a test. Where `can.isolate` is missing, it may hold entities of earlier tests. */
  newAccount(): Account;
  /** Makes an email address that no customer of the target has. */
  freshEmail(): string;
  /** The name of the run, with which laws mark what they create, where it would stay behind. */
  readonly run?: string;
  /** How much it may be asked, where that is limited. */
  readonly limits?: Limits;
  readonly can: Capabilities;
  close(): Promise<void>;
};

/** How many requests there may be: all in all, and in which time. Without a pace, as fast as they are answered. */
export type Limits = { readonly budget: Budget; readonly pace?: Pace };

export type Capabilities = {
  /** Every new account is empty, and no two accounts see each other's entities. */
  readonly isolate?: true;
  /** The account's time can be set and moved. */
  readonly clock?: Clock;
  /** Puts entities into the account as if they had always been there. */
  readonly seed?: (account: Account, entities: Seed) => Promise<void>;
  /** Takes all entities out of the account. */
  readonly reset?: (account: Account) => Promise<void>;
  /** Further API keys of an account can be made and revoked. */
  readonly keys?: Keys;
  /** Opens a link as a browser would, without following redirects. */
  readonly visit?: (url: string) => Promise<{ readonly status: number; readonly text: string }>;
  /** Makes destinations that webhooks of the target reach. */
  readonly receiver?: Receiver;
  /** Waits until no notification is due. Retries that are due later do not count. */
  readonly settle?: (account: Account) => Promise<void>;
  /** Makes an event of a type occur, about an entity that is made for it. */
  readonly trigger?: (account: Account, eventType: string) => Promise<void>;
  /** Lets deliveries to a destination go wrong; an empty plan ends that. */
  readonly chaos?: (account: Account, notificationSettingId: string, plan: Chaos) => Promise<void>;
  /** Replaces a destination's secret, which goes on for a while, and returns the new one. */
  readonly rotateSecret?: (account: Account, notificationSettingId: string, overlapSeconds: number) => Promise<string>;
  /** Changes how one account behaves, without a change of its contract. */
  readonly behave?: (account: Account, behaviours: Partial<Pick<Behaviours, 'webhook-retries'>>) => Promise<void>;
  /** May be sent more requests in a short time than any known limit allows. */
  readonly burst?: true;
  /** A target like this one that also limits the rate of requests. Close it when done. */
  readonly withRateLimit?: () => Promise<Target>;
};

export type Clock = {
  set(account: Account, time: { readonly now: string; readonly frozen?: boolean }): Promise<void>;
  advance(account: Account, duration: Duration): Promise<void>;
};

/** Lengths of time, which are added up. */
export type Duration = {
  readonly milliseconds?: number;
  readonly seconds?: number;
  readonly minutes?: number;
  readonly hours?: number;
  readonly days?: number;
};

/** Entities by kind, each complete and fitting the contract. */
export type Seed = Readonly<Record<string, readonly object[]>>;

/** What goes wrong on the way to a destination. */
export type Chaos = {
  /** Each delivery comes twice. */
  readonly duplicate?: boolean;
  /** So many first deliveries do not come, and count as failed attempts. */
  readonly drop_first?: number;
  /** Deliveries come in groups of so many, each group backwards. */
  readonly reorder?: number;
};

export type Keys = {
  /**
   * Makes another key of the account.
   *
   * @returns the same account, called with the new key.
   */
  create(
    account: Account,
    key: { readonly permissions?: readonly string[]; readonly expires_at?: string },
  ): Promise<Account>;
  revoke(account: Account): Promise<void>;
};
