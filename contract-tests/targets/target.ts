import type { Behaviours } from '../contract/behaviours.ts';
import type { Contract } from '../contract/document.ts';
import type { Account } from './account.ts';
import type { Receiver } from './receiver.ts';
import type { Budget } from './sending/budget.ts';
import type { Pace } from './sending/rate-limiter.ts';

/**
 * A server with Paddle's API that the suite runs against. A law that needs more than the API asks for a capability in
 * `can`, and is skipped where the target lacks it.
 */
export type Target = {
  /** For messages only; no law may depend on it. */
  readonly name: string;
  /** URL of the API, without a trailing slash. */
  readonly baseUrl: string;
  /** Expected behaviours where the guide and Paddle's published material disagree. */
  readonly behaviours: Behaviours;
  /** The document for these behaviours. */
  readonly contract: Contract;
  /** Opens an account for a test. Without `can.isolate`, it may hold entities of earlier tests. */
  newAccount(): Account;
  /** Creates an email address that no customer of the target has. */
  freshEmail(): string;
  /** Name of the run, which marks what laws create on a target that keeps it. */
  readonly run?: string;
  readonly limits?: Limits;
  readonly can: Capabilities;
  close(): Promise<void>;
};

/** Maximum number of requests in total, and per window if their rate is limited. */
export type Limits = { readonly budget: Budget; readonly pace?: Pace };

export type Capabilities = {
  /** Gives each account entities of its own, none at first. */
  readonly isolate?: true;
  /** Sets and advances the clock of an account. */
  readonly clock?: Clock;
  /** Puts entities into an account without events. */
  readonly seed?: (account: Account, entities: Seed) => Promise<void>;
  /** Removes all entities of an account. */
  readonly reset?: (account: Account) => Promise<void>;
  /** Creates and revokes further API keys of an account. */
  readonly keys?: Keys;
  /** Opens a link as a browser would, without following redirects. */
  readonly visit?: (url: string) => Promise<{ readonly status: number; readonly text: string }>;
  /** Sends a form of a page as a browser would, without following redirects. */
  readonly submit?: (url: string, headers?: Readonly<Record<string, string>>) => Promise<{ readonly status: number }>;
  /** Calls what the checkout's page and Paddle.js call, which is no part of the API. */
  readonly checkout?: (
    account: Account,
    method: 'POST' | 'PATCH',
    path: string,
    body: object,
    clientToken?: string,
  ) => Promise<{ readonly status: number; readonly data?: unknown; readonly error?: unknown }>;
  /** Provides destinations that webhooks of the target reach. */
  readonly receiver?: Receiver;
  /** Waits until no notification is due; later retries are not waited for. */
  readonly settle?: (account: Account) => Promise<void>;
  /** Triggers an event of a type, with the entities that it needs. */
  readonly trigger?: (account: Account, eventType: string) => Promise<void>;
  /** Pays a transaction as a buyer does, with a test card or a saved payment method. */
  readonly pay?: (account: Account, transactionId: string, payment: Payment) => Promise<void>;
  /** Buys a subscription in one call, with a test card that pays unless another is given, and returns its ID. */
  readonly subscribe?: (account: Account, purchase: Purchase) => Promise<{ id: string; transaction_id: string }>;
  /** Saves a test card for a customer, and returns the ID of the payment method. */
  readonly savePaymentMethod?: (account: Account, customerId: string, card: SavedCard) => Promise<string>;
  /** Disturbs deliveries to a destination; an empty plan ends that. */
  readonly chaos?: (account: Account, notificationSettingId: string, plan: Chaos) => Promise<void>;
  /** Rotates a destination's secret, and returns the new one. The old one signs too until the overlap ends. */
  readonly rotateSecret?: (account: Account, notificationSettingId: string, overlapSeconds: number) => Promise<string>;
  /** Changes behaviours of one account that do not change its document. */
  readonly behave?: (account: Account, behaviours: Partial<Behaviours>) => Promise<void>;
  /** Allows bursts of requests beyond any known rate limit. */
  readonly burst?: true;
  /** Starts another target like this one, with a rate limit. The caller closes it. */
  readonly withRateLimit?: () => Promise<Target>;
};

export type Card = { readonly card: string; readonly expiry?: string; readonly cardholder_name?: string };

export type SavedCard = Card & {
  readonly address_id?: string;
  readonly origin?: 'saved_during_purchase' | 'subscription' | 'subscription_saved_during_purchase';
};

export type Payment = Partial<Card> & {
  readonly payment_method_id?: string;
  readonly save?: boolean;
  /** Result of the challenge that a card asks for. */
  readonly authentication?: 'succeed' | 'fail';
};

/** A purchase: items, and who buys where. */
export type Purchase = {
  readonly items: readonly object[];
  readonly customer_id?: string;
  readonly address_id?: string;
  readonly card?: string;
  readonly collection_mode?: 'automatic' | 'manual';
  readonly discount_id?: string;
  readonly custom_data?: object;
};

export type Clock = {
  set(account: Account, time: { readonly now: string; readonly frozen?: boolean }): Promise<void>;
  advance(account: Account, duration: Duration): Promise<void>;
};

/** A duration: the sum of its parts. */
export type Duration = {
  readonly milliseconds?: number;
  readonly seconds?: number;
  readonly minutes?: number;
  readonly hours?: number;
  readonly days?: number;
};

/** Complete entities by kind, valid by the document. */
export type Seed = Readonly<Record<string, readonly object[]>>;

/** Disturbances of deliveries to a destination. */
export type Chaos = {
  /** Sends each delivery twice. */
  readonly duplicate?: boolean;
  /** Number of first deliveries that are dropped, as failed attempts. */
  readonly drop_first?: number;
  /** Sends deliveries in groups of this size, each in reverse order. */
  readonly reorder?: number;
};

export type Keys = {
  /**
   * Creates another key of the account.
   *
   * @returns the same account, with the new key.
   */
  create(
    account: Account,
    key: {
      readonly permissions?: readonly string[];
      readonly expires_at?: string;
      readonly rotatable?: boolean;
      readonly name?: string;
    },
  ): Promise<Account>;
  revoke(account: Account): Promise<void>;
  /** The same account with another secret. */
  with(account: Account, apiKey: string): Account;
};
