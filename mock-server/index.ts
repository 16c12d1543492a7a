export { UsageError } from '#openapi/text/usage-error.ts';
export type { PaddockAccount, TriggeredEvent, TriggerRequest } from './control-client/account.ts';
export type { BehaviourChange } from './control-client/behaviours.ts';
export type { AccountClock } from './control-client/clock.ts';
export type { CollectedEvent, CollectedWebhook } from './control-client/collected-webhook.ts';
export { type ConnectOptions, connectPaddock } from './control-client/connect.ts';
export type { AccountFaults } from './control-client/faults.ts';
export type { AccountKeys, CreatedKey, KeyRequest } from './control-client/keys.ts';
export type {
  AccountCustomers,
  AccountSubscriptions,
  AccountTransactions,
  BoughtSubscription,
  CardToSave,
  Payment,
  SavedPaymentMethod,
  SubscriptionPurchase,
  TriedTransaction,
} from './control-client/payments.ts';
export type { AccountRequests, PastRequest, RequestFilter } from './control-client/requests.ts';
export type { AccountSnapshots, Snapshot } from './control-client/snapshots.ts';
export type { Delivery, DeliveryFilter, RegisteredDestination, Webhooks } from './control-client/webhooks.ts';
export { type BrokenOrder, type Exploration, type ExploreOptions, explore } from './explore/explore.ts';
export type { Scenario, ScenarioName, Stage } from './explore/scenario.ts';
export type { Fault, FaultState } from './faults/fault.ts';
export { FaultsNotHit } from './faults/faults-not-hit.ts';
export type { ExchangeFacts } from './http/output/exchange-facts.ts';
export type { ImportNote, ImportReport, RefusedRow } from './imports/report.ts';
export type { SeedCounts } from './imports/seeds.ts';
export type { ImportSource } from './imports/source.ts';
export { type ExpectedRequest, RequestsDiffer } from './journal/expect-requests.ts';
export type { WebhookDestination } from './resources/notification-settings/register.ts';
export { defineConfig, type PaddockConfig } from './server/config.ts';
export type { PaddockOptions } from './server/paddock-options.ts';
export { type Paddock, startPaddock } from './server/start-paddock.ts';
export type { BehaviourName, Behaviours, Evidence, ProfileName } from './spec/behaviours.ts';
export { behaviourTable, profile } from './spec/behaviours.ts';
export type { ClockStart, Duration } from './time/clock.ts';
