import type { operations } from '#openapi/generated/control.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../account/account.ts';
import type { Accounts } from '../account/accounts.ts';
import { addSeed } from '../imports/add-fixtures.ts';
import { importInto } from '../imports/import.ts';
import type { Measured } from '../monitoring/metrics.ts';
import { expose as exposeKey } from '../resources/api-key-exposures/transitions.ts';
import { create as createKey, revoke as revokeKey, shownKey } from '../resources/api-keys/transitions.ts';
import { ownKey } from '../resources/api-keys/use.ts';
import { schedulePayouts } from '../resources/payouts/schedule.ts';
import { type Behaviours, profileNamed, profileOf, withBehaviours } from '../spec/behaviours.ts';
import { keyIdOf } from '../state/api-keys.ts';
import { version } from '../text/version.ts';
import { type Duration, toMilliseconds } from '../time/clock.ts';
import { adjustmentHandlers } from './handlers/adjustment-handlers.ts';
import { checkoutDomainHandlers } from './handlers/checkout-domain-handlers.ts';
import { deliveryHandlers } from './handlers/delivery-handlers.ts';
import { faultHandlers } from './handlers/fault-handlers.ts';
import { inspectionHandlers } from './handlers/inspection-handlers.ts';
import { paymentHandlers } from './handlers/payment-handlers.ts';
import { rateHandlers } from './handlers/rate-handlers.ts';
import { requestHandlers } from './handlers/request-handlers.ts';
import { snapshotHandlers } from './handlers/snapshot-handlers.ts';
import { trigger } from './handlers/trigger.ts';
import { openApiDocument } from './openapi-documents.ts';
import { ControlError } from './requests/control-error.ts';

type Operation<Id extends keyof operations> = operations[Id];
type PartOf<Source, Key extends string> = Source extends { [Name in Key]?: infer Value }
  ? NonNullable<Value>
  : Record<string, never>;

/** A request that was validated against the document. */
export type ControlRequest<Id extends keyof operations> = {
  params: PartOf<Operation<Id>['parameters'], 'path'>;
  query: PartOf<Operation<Id>['parameters'], 'query'>;
  /** An empty object if none was sent. */
  body: PartOf<PartOf<PartOf<Operation<Id>, 'requestBody'>, 'content'>, 'application/json'>;
};

export type ControlContext = {
  accounts: Accounts;
  account: Account;
  /** Key of the caller. */
  apiKey: string;
  /** Base URL for links. */
  baseUrl: string;
  resetAccount: (account: Account) => void | Promise<void>;
  measured: Measured;
  isDraining: () => boolean;
};

/** Result of a handler: JSON, plain text, a {@link TextAnswer} of another type, a stream of events, or no body. */
export type ControlAnswer = object | string | undefined;

export type ControlHandlers = {
  [Id in keyof operations]: (
    request: ControlRequest<Id>,
    context: ControlContext,
  ) => ControlAnswer | Promise<ControlAnswer>;
};

export const controlHandlers: ControlHandlers = {
  getHealth: (_request, { isDraining }) => {
    if (isDraining()) {
      throw new ControlError(503, 'draining', 'Could not take more requests: the server is shutting down.');
    }
    return { status: 'ok', version };
  },

  // Loaded on demand: most runs do not need it.
  getMetrics: async (_request, { measured }) => (await import('../monitoring/metrics.ts')).printMetrics(measured),

  getOpenApiDocument: ({ params }, { account }) => openApiDocument(params.file, account),

  resetAccount: async (_request, { account, resetAccount }) => {
    await resetAccount(account);
    return undefined;
  },

  getClock: (_request, { account }) => readClock(account),

  setClock: async ({ body }, { account }) => {
    account.setClock(body);
    await account.agenda.catchUp();
    return readClock(account);
  },

  advanceClock: async ({ body: { to, ...lengths } }, { account }) => {
    const length = to === undefined ? toMilliseconds(lengths) : millisecondsUntil(to, lengths, account);
    await account.agenda.advance(length);
    return readClock(account);
  },

  getBehaviours: (_request, { account }) => readBehaviours(account.behaviours),

  setBehaviours: ({ body: { profile: name, behaviours = {} } }, { account }) => {
    const base = name === undefined ? account.behaviours : profileNamed(name);
    account.setBehaviours(withBehaviours(base, behaviours));
    return readBehaviours(account.behaviours);
  },

  createKey: ({ body: { permissions = null, expires_at = null, ...chosen } }, { accounts, account }) => {
    const expiresAt = expires_at === null ? null : Date.parse(expires_at);
    const api_key = accounts.createKey(account, { permissions, expiresAt });
    const terms = { ...chosen, permissions, expires_at };
    account.apply(createKey(shownKey(keyIdOf(api_key), api_key, terms, account.moment().now)));
    return { api_key, permissions, expires_at };
  },

  exposeKey: ({ body: { api_key, ...finding } }, { accounts, account }) => {
    const terms = accounts.termsOf(account, api_key);
    if (!terms) throw noSuchKey('expose');
    const key = ownKey(account, api_key, terms.permissions && new Set(terms.permissions));
    const creation = account.creation('apkexp');
    account.apply(exposeKey(key, finding, creation));
    accounts.forgetKeys();
    return account.store.key_exposures.require(creation.id);
  },

  setPayouts: ({ body }, { account }) => {
    account.apply(schedulePayouts(body.schedule === 'monthly', account));
    account.agenda.wake();
    return body;
  },

  revokeKey: ({ body: { api_key } }, { accounts, account }) => {
    if (!accounts.revokeKey(account, api_key)) throw noSuchKey('revoke');
    const key = account.store.issued_keys.find(keyIdOf(api_key));
    if (key && key.status !== 'revoked') account.apply(revokeKey(key, account.moment()));
    return undefined;
  },

  seedAccount: async ({ body }, { account }) => {
    const added = await addSeed(account, body);
    account.agenda.wake();
    return added;
  },

  importEntities: async ({ body }, { account }) => {
    const { csv, recorded, events } = body;
    if ((csv === undefined) === (recorded === undefined))
      throw new UsageError('Could not import exported or recorded data: give either csv or recorded.');
    const source = csv === undefined ? { recorded } : { csv };
    const report = await importInto(account, { ...source, ...(events && { events }) });
    account.agenda.wake();
    return report;
  },

  ...inspectionHandlers,
  ...adjustmentHandlers,
  ...checkoutDomainHandlers,
  ...rateHandlers,
  ...deliveryHandlers,
  ...faultHandlers,
  ...snapshotHandlers,
  ...requestHandlers,
  ...paymentHandlers,

  triggerEvent: async ({ params, body }, { account, accounts, apiKey }) => {
    const event = await trigger(account, params.event_type, body, apiKey);
    if (params.event_type.startsWith('api_key')) accounts.forgetKeys();
    return event;
  },
};

function noSuchKey(task: string): ControlError {
  return new ControlError(404, 'not_found', `Could not ${task} the key: the account has no such key.`);
}

function readClock({ clock }: Account) {
  return { now: new Date(clock.now()).toISOString(), frozen: clock.frozen };
}

function readBehaviours(behaviours: Behaviours) {
  return { profile: profileOf(behaviours), behaviours };
}

function millisecondsUntil(to: string, lengths: Duration, { clock }: Account): number {
  if (Object.keys(lengths).length > 0) {
    throw new UsageError('Could not advance the clock: give either a time or a duration, not both.');
  }
  const length = Date.parse(to) - clock.now();
  if (length < 0)
    throw new UsageError("Could not advance the clock: to is in the past of the account's clock. Give a later time.");
  return length;
}
