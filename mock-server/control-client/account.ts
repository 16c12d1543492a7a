import { answerOf, type ControlClient } from '#openapi/control-plane/control-client.ts';
import type { operations } from '#openapi/generated/control.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Fixtures } from '../imports/add-fixtures.ts';
import type { ImportReport } from '../imports/report.ts';
import type { SeedCounts } from '../imports/seeds.ts';
import type { ImportSource } from '../imports/source.ts';
import { type AccountAdjustments, createAdjustments } from './adjustments.ts';
import { type AccountBehaviours, createBehaviours } from './behaviours.ts';
import { type AccountCheckoutDomains, createCheckoutDomains } from './checkout-domains.ts';
import { type AccountClock, createClock } from './clock.ts';
import { Collector } from './collector.ts';
import { type AccountFaults, createFaults } from './faults.ts';
import { type AccountKeys, createKeys } from './keys.ts';
import {
  type AccountCustomers,
  type AccountSubscriptions,
  type AccountTransactions,
  createPayments,
} from './payments.ts';
import { type AccountPayouts, createPayouts } from './payouts.ts';
import {
  type AccountRates,
  createExchangeRates,
  createTaxRates,
  type ExchangeRateTable,
  type TaxRateTable,
} from './rates.ts';
import { type AccountRequests, createRequests } from './requests.ts';
import { type AccountSnapshots, createSnapshots } from './snapshots.ts';
import { createWebhooks, registerDestination, type Webhooks } from './webhooks.ts';

/** The entity of a triggered event: an existing one by ID, or a new one; with fields to set. */
export type TriggerRequest = NonNullable<operations['triggerEvent']['requestBody']>['content']['application/json'];
/** A triggered event. */
export type TriggeredEvent = operations['triggerEvent']['responses'][200]['content']['application/json'];

/** An account of a mock, in this process or another, with its control plane. Accounts of one mock share nothing. */
export type PaddockAccount = AsyncDisposable &
  AccountBehaviours & {
    /** Base URL of the mock, without a trailing slash. */
    readonly url: string;
    /** An API key of the account. */
    readonly apiKey: string;
    readonly clock: AccountClock;
    /** Tax rates by country, region and postal code. */
    readonly taxRates: AccountRates<TaxRateTable>;
    /** Rates that prices are converted at. */
    readonly exchangeRates: AccountRates<ExchangeRateTable>;
    /** Collects, registers and signs webhooks. */
    readonly webhooks: Webhooks;
    readonly keys: AccountKeys;
    /** Decides about pending refunds. */
    readonly adjustments: AccountAdjustments;
    /** Payouts of the balance, of which there are none by default. */
    readonly payouts: AccountPayouts;
    /** Domains of checkouts, which the API cannot add. */
    readonly checkoutDomains: AccountCheckoutDomains;
    /** Injected faults. */
    readonly faults: AccountFaults;
    /** The account's requests and responses. */
    readonly requests: AccountRequests;
    readonly snapshots: AccountSnapshots;
    /** Payments of transactions. */
    readonly transactions: AccountTransactions;
    /** Actions of customers, which the API does not have. */
    readonly customers: AccountCustomers;
    /** Purchases of subscriptions. */
    readonly subscriptions: AccountSubscriptions;
    /**
     * Copies the account into a new, independent one.
     *
     * @param apiKey an unused key. Default: a generated one.
     * @throws UsageError for a key that is in use or malformed
     */
    fork(apiKey?: string): Promise<PaddockAccount>;
    /**
     * Imports a CSV export or recorded responses. Adds each valid entity, and reports every refused row. @throws
     * UsageError for a file that is not CSV
     */
    import(source: ImportSource): Promise<ImportReport>;
    /**
     * Adds entities by kind, or a CSV export or recorded responses, all or none.
     *
     * @throws UsageError that names each invalid field
     */
    seed(entities: Fixtures): Promise<SeedCounts>;
    /** Resets the account: fixtures, clock, behaviours, and no faults. Keys are kept. */
    reset(): Promise<void>;
    /**
     * Causes an event, such as `subscription.past_due`, and the state that it announces.
     *
     * @throws UsageError if the entity's state does not allow the event
     */
    trigger(eventType: string, about?: TriggerRequest): Promise<TriggeredEvent>;
    /**
     * Waits until no webhook is due on the account's clock.
     *
     * @param timeoutMs longest time to wait, in real milliseconds. Default: 10,000.
     * @throws UsageError on timeout
     */
    settle(timeoutMs?: number): Promise<void>;
    /** Opens an empty account of the same mock, under an unused key. */
    newAccount(): PaddockAccount;
    /** Stops collecting webhooks. The account itself stays. */
    close(): Promise<void>;
  };

/** A mock and its accounts. */
export type Place = {
  url: string;
  /** The control plane for the account of a key. */
  controlFor: (apiKey: string) => ControlClient;
  /** Generates an unused key. */
  freshKey: () => string;
};

/** Opens the account of a key. Sends no request yet. */
export function openAccount(place: Place, apiKey: string): PaddockAccount {
  const control = place.controlFor(apiKey);
  const collector = new Collector((url, past) => registerDestination(control, { url }, past));
  const close = () => collector.close();
  return {
    url: place.url,
    apiKey,
    clock: createClock(control),
    ...createBehaviours(control),
    taxRates: createTaxRates(control),
    exchangeRates: createExchangeRates(control),
    webhooks: createWebhooks(control, collector),
    keys: createKeys(control),
    adjustments: createAdjustments(control),
    faults: createFaults(control),
    requests: createRequests(control),
    snapshots: createSnapshots(control, collector),
    checkoutDomains: createCheckoutDomains(control),
    payouts: createPayouts(control),
    ...createPayments(control),
    fork: async (api_key) => {
      const forked = await answerOf(
        control.POST('/_paddock/fork', { body: { ...(api_key !== undefined && { api_key }) } }),
      );
      return openAccount(place, forked.api_key);
    },
    import: async (source) => {
      const report = await answerOf(control.POST('/_paddock/import', { body: source }));
      // The document does not list the kinds.
      return { ...report, accepted: report.accepted as SeedCounts };
    },
    seed: (entities) => seed(control, entities),
    reset: async () => {
      await control.POST('/_paddock/reset');
      await collector.reset();
    },
    trigger: (event_type, body = {}) =>
      answerOf(control.POST('/_paddock/trigger/{event_type}', { params: { path: { event_type } }, body })),
    settle: (timeoutMs) => settle(control, timeoutMs),
    newAccount: () => openAccount(place, place.freshKey()),
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function settle(control: ControlClient, timeoutMs = 10_000): Promise<void> {
  const body = { timeout_ms: timeoutMs };
  const { settled, due } = await answerOf(control.POST('/_paddock/deliveries/settle', { body }));
  if (settled) return;
  throw new UsageError(
    `Could not wait longer for webhooks: ${due} are still due after ${timeoutMs} ms. See GET /_paddock/deliveries.`,
  );
}

/** Sends entities to the mock, which validates each one. */
function seed(control: ControlClient, entities: Fixtures): Promise<SeedCounts> {
  return answerOf(control.POST('/_paddock/seed', { body: entities as SeedBody })) as Promise<SeedCounts>;
}

type SeedBody = operations['seedAccount']['requestBody']['content']['application/json'];
