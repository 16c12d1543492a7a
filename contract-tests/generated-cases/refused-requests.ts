import type { Operation } from '../contract/document.ts';
import { adjustmentRefusals } from '../nouns/adjustments/refused-adjustments.ts';
import { createCustomer } from '../nouns/arrange.ts';
import { createDestination, ownDescription } from '../nouns/notification-settings/arrange.ts';
import { fillReports } from '../nouns/reports/arrange.ts';
import { fillWithUnknownIds } from '../nouns/unknown-ids.ts';
import type { Account, RequestParts } from '../targets/account.ts';
import type { Target } from '../targets/target.ts';
import { arrangeArchived, arrangePath, toNothing } from './arrange-path.ts';
import { parameterCasesOf } from './enumeration/parameter-cases.ts';
import { catalogueRequests } from './refused-catalogue-requests.ts';
import { simulationRequests } from './refused-simulations.ts';
import { refusedOfSubscriptions as ofSubscriptions } from './refused-subscriptions.ts';
import { refusedTransactions } from './refused-transactions.ts';
import type { Arrange, RefusedRequest } from './rule.ts';

/** Requests for codes that all operations share. */
const general: Readonly<Record<string, Arrange>> = {
  authentication_missing: sending({ headers: { authorization: null } }),
  authentication_malformed: sending({ headers: { authorization: 'Bearer key' } }),
  invalid_token: sending({
    headers: { authorization: `Bearer pdl_live_apikey_${'0'.repeat(26)}_${'0'.repeat(22)}_${'0'.repeat(3)}` },
  }),
  not_found: async (operation, { target }) => toNothing(target.contract, operation),
  invalid_json: sending({ rawBody: '{' }),
  unsupported_media_type: sending({ rawBody: '{}', headers: { 'content-type': 'text/plain' } }),
  request_body_too_large: sending({ rawBody: `{"name":"${'x'.repeat(12_000_000)}"}` }),
  unexpected_request_body: sending({ rawBody: '[]' }),
  request_headers_too_large: async ({ path }) => ({ path: `${fillWithUnknownIds(path)}?x=${'x'.repeat(40_000)}` }),
  bad_request: badRequest,
  invalid_field: parameterOf('enums'),
  entity_archived: onArchived,
  invalid_time_query_parameter: parameterOf('types', 'yesterday'),
};

/** Requests for codes of single operations, by operation and code. */
const specific: Readonly<Record<string, Arrange>> = {
  ...ofAdjustments(),
  ...refusedTransactions,
  'createCustomer/customer_email_invalid': sending({ body: { email: 'zoë@example.com' } }),
  'updateCustomer/customer_email_invalid': onNewEntity({ email: 'zoë@example.com' }),
  'createCustomer/customer_already_exists': async (operation, account) => {
    const { email } = await createCustomer(account);
    return { path: operation.path, parts: { body: { email } } };
  },
  'updateCustomer/customer_already_exists': async (operation, account) => {
    const { email } = await createCustomer(account);
    return { path: await arrangePath(operation, account), parts: { body: { email } } };
  },
  'updateCustomer/invalid_field': onNewEntity({ import_meta: { imported_from: 'crm' } }),
  'createAddress/address_location_not_allowed': onNewEntity({ country_code: 'KP' }),
  'updateAddress/address_location_not_allowed': onNewEntity({ country_code: 'KP' }),
  'createAddress/invalid_field': onNewEntity({ country_code: 'US' }),
  'updateAddress/invalid_field': onNewEntity({ postal_code: null }),
  'createCustomerPortalSession/invalid_field': onNewEntity({ subscription_ids: ['sub_01h00000000000000000000000'] }),
  'createNotificationSetting/url_notification_setting_incorrect': onNewEntity(({ target }) =>
    destination(target, 'url', 'nowhere'),
  ),
  'createNotificationSetting/email_notification_setting_incorrect': onNewEntity(({ target }) =>
    destination(target, 'email', 'nowhere'),
  ),
  'createNotificationSetting/notification_setting_cannot_be_duplicate': async ({ path }, account) => {
    const { destination: taken } = await createDestination(account);
    return { path, parts: { body: destination(account.target, 'url', taken) } };
  },
  'createNotificationSetting/notification_maximum_active_settings_reached': async ({ path }, account) => {
    await fillDestinations(account, 10);
    return { path, parts: { body: destination(account.target, 'url', 'https://example.com/one-more') } };
  },
  'createReport/concurrent_report_generation_not_allowed': async ({ path }, account) => {
    const body = { type: 'discounts' as const };
    await account.call('createReport', { body });
    return { path, parts: { body } };
  },
  'createReport/report_creation_limit_exceeded': async ({ path }, account) => {
    await fillReports(account);
    return { path, parts: { body: { type: 'discounts' } } };
  },
  'createApiKeyRotation/api_key_cannot_be_rotated': async (_, account) => ({
    path: `/api-keys/${/apikey_[a-z\d]{26}/.exec(account.apiKey)?.[0]}/rotations`,
    parts: { body: { grace_period_seconds: 0 } },
  }),
  'getReportCsv/report_not_ready': ofReport(0),
  'getReportCsv/report_empty': ofReport(1),
  'getReportCsv/report_expired': ofReport(30),
  ...catalogueRequests,
  // The destination is unreachable, so the notification stays pending.
  'replayNotification/notification_cannot_replay': ofReplay('https://hooks.example.com/nobody', async () => {}),
  'replayNotification/notification_replay_invalid_origin_type': async (operation, account) => {
    const { receiver, settle } = account.target.can;
    const url = receiver?.newDestination().url ?? '';
    const arrange = ofReplay(url, async (_, notification_id) => {
      await settle?.(account);
      await account.call('replayNotification', { path: { notification_id } });
      await settle?.(account);
    });
    return arrange(operation, account);
  },
  ...simulationRequests,
  ...ofSubscriptions,
  'updateNotificationSetting/url_notification_setting_incorrect': onNewEntity({ destination: 'nowhere' }),
  'updateNotificationSetting/email_notification_setting_incorrect': async (_, account) => {
    const { id } = await createDestination(account, { type: 'email', destination: 'sam@example.com' });
    return { path: `/notification-settings/${id}`, parts: { body: { destination: 'nowhere' } } };
  },
  'updateNotificationSetting/notification_setting_cannot_be_duplicate': async (_, account) => {
    const [first, second] = await fillDestinations(account, 2);
    return { path: `/notification-settings/${second?.id}`, parts: { body: { destination: first?.destination } } };
  },
  'updateBalanceCurrency/invalid_field': sending({ body: { preferred: 'AUD' } }),
  'updateStatementDescriptorSettings/statement_descriptor_invalid_name': sending({ body: { name: '1234' } }),
  'updateStatementDescriptorSettings/statement_descriptor_in_use': sending({ body: { name: 'PADDLE' } }),
  'updateCheckoutPaymentMethodSettings/checkout_payment_method_unknown': sending({
    body: { payment_methods: { cheque: { enabled: true } } },
  }),
  'updateCheckoutPaymentMethodSettings/checkout_payment_method_not_available': sending({
    body: { payment_methods: { naver_pay: { enabled: true } } },
  }),
  'updateNotificationSetting/notification_maximum_active_settings_reached': async (_, account) => {
    const resting = await createDestination(account);
    const path = `/notification-settings/${resting.id}`;
    await account.request('PATCH', path, { body: { active: false } });
    await fillDestinations(account, 10);
    return { path, parts: { body: { active: true } } };
  },
};

/** Asks for the file of an empty report, so many days after it was made. */
function ofReport(days: number): Arrange {
  return async (_, account) => {
    const { id } = (await account.call('createReport', { body: { type: 'discounts' } })).data;
    if (days > 0) await account.target.can.clock?.advance(account, { days });
    return { path: `/reports/${id}/download-url` };
  };
}

/** Adjusts sales for which the API refuses it. */
function ofAdjustments(): Record<string, Arrange> {
  const entries = Object.entries(adjustmentRefusals).map(([code, refused]): [string, Arrange] => [
    `createAdjustment/${code}`,
    async ({ path }, account) => ({ path, parts: { body: await refused(account) } }),
  ]);
  return Object.fromEntries(entries);
}

/** Replays a notification of a new customer. `before` runs first, with the notification's ID. */
function ofReplay(url: string, before: (account: Account, id: string) => Promise<void>): Arrange {
  return async (_, account) => {
    const subscribed_events = ['customer.created'];
    const setting = await createDestination(account, { destination: url, subscribed_events });
    await createCustomer(account);
    const query = { notification_setting_id: setting.id, per_page: 1 };
    const newest = async () => (await account.call('listNotifications', { query })).data[0]?.id ?? '';
    await before(account, await newest());
    return { path: `/notifications/${await newest()}/replay` };
  };
}

/** Returns the request that provokes a code of an operation, or `null` if none is known. */
export function requestFor({ id }: Operation, code: string): Arrange | null {
  return specific[`${id}/${code}`] ?? general[code] ?? null;
}

/** Tests whether there is a request for this code of this operation in particular. */
export function isSpecific({ id }: Operation, code: string): boolean {
  return `${id}/${code}` in specific;
}

function sending(parts: RequestParts): Arrange {
  return async ({ path }) => ({ path: fillWithUnknownIds(path), parts });
}

function onNewEntity(body: object | ((account: Account) => object)): Arrange {
  return async (operation, account) => ({
    path: await arrangePath(operation, account),
    parts: { body: typeof body === 'function' ? body(account) : body },
  });
}

/** The document's example, for something archived, or below it. */
async function onArchived(operation: Operation, account: Account): Promise<RefusedRequest> {
  const { parts } = toNothing(account.target.contract, operation);
  return { path: await arrangeArchived(operation, account), parts };
}

/** Provokes `bad_request` with a malformed parameter, or else with an unknown field. */
async function badRequest(operation: Operation, { target }: Account): Promise<RefusedRequest> {
  const known = parameterCasesOf(target.contract, operation).find(({ isValid, kind }) => !isValid && kind === 'types');
  if (!known) return { path: operation.path, parts: { body: { nickname: 'Sam' } } };
  const { place, name, value } = known;
  if (place === 'path')
    return { path: fillWithUnknownIds(operation.path.replace(`{${name}}`, encodeURIComponent(value))) };
  return { path: `${fillWithUnknownIds(operation.path)}?${new URLSearchParams({ [name]: value })}` };
}

function parameterOf(kind: string, wanted?: string): Arrange {
  return async (operation, { target }) => {
    const cases = parameterCasesOf(target.contract, operation).filter(
      ({ isValid, place }) => !isValid && place === 'query',
    );
    const one =
      cases.find((known) => known.kind === kind && (wanted ?? known.value) === known.value) ??
      cases.find(({ value }) => value === '-1');
    if (!one)
      throw new Error(
        `Could not provoke a refusal of ${operation.id}: it has no such parameter. List the code as unreachable.`,
      );
    return { path: `${fillWithUnknownIds(operation.path)}?${new URLSearchParams({ [one.name]: one.value })}` };
  };
}

function destination(target: Target, type: 'url' | 'email', place: string) {
  return { description: ownDescription(target), type, destination: place, subscribed_events: ['customer.created'] };
}

function fillDestinations(account: Account, count: number) {
  return Promise.all(Array.from({ length: count }, () => createDestination(account)));
}
