import { answerOf, createControlClient } from '#openapi/control-plane/control-client.ts';
import type { operations } from '#openapi/generated/control.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from './account.ts';
import { reasonOf } from './fetch-errors.ts';
import type { Capabilities } from './target.ts';

/** Body of a control request; laws use plain strings where the document has enums. */
type Body<Operation extends { requestBody?: { content: { 'application/json': unknown } } }> = NonNullable<
  Operation['requestBody']
>['content']['application/json'];

/**
 * The capabilities of a Paddock, through its control plane.
 *
 * @param url URL of the Paddock.
 * @param direct `fetch` without the checks, which are for the API only.
 * @param accountOf opens the account of a key.
 */
export function controlPlaneOf(
  url: string,
  direct: typeof fetch,
  accountOf: (apiKey: string) => Account,
): Capabilities {
  const clientOf = ({ apiKey }: Account) => createControlClient({ url, apiKey, fetch: direct });
  return {
    clock: {
      set: async (account, time) => void (await clientOf(account).PUT('/_paddock/clock', { body: time })),
      advance: async (account, duration) =>
        void (await clientOf(account).POST('/_paddock/clock/advance', { body: duration })),
    },
    seed: async (account, entities) =>
      void (await clientOf(account).POST('/_paddock/seed', { body: entities as Body<operations['seedAccount']> })),
    reset: async (account) => void (await clientOf(account).POST('/_paddock/reset')),
    settle: async (account) => {
      const state = await answerOf(clientOf(account).POST('/_paddock/deliveries/settle'));
      if (!state.settled) throw new Error(`Could not wait for the deliveries: ${JSON.stringify(state)}.`);
    },
    trigger: async (account, event_type) =>
      void (await clientOf(account).POST('/_paddock/trigger/{event_type}', { params: { path: { event_type } } })),
    pay: async (account, transaction_id, body) =>
      void (await clientOf(account).POST('/_paddock/transactions/{transaction_id}/pay', {
        params: { path: { transaction_id } },
        body,
      })),
    subscribe: async (account, purchase) => {
      const body = purchase as Body<operations['createSubscription']>;
      const { id, transaction_id } = await answerOf(clientOf(account).POST('/_paddock/subscriptions', { body }));
      return { id, transaction_id };
    },
    savePaymentMethod: async (account, customer_id, body) => {
      const call = { params: { path: { customer_id } }, body };
      return (await answerOf(clientOf(account).POST('/_paddock/customers/{customer_id}/payment-methods', call))).id;
    },
    chaos: async (account, notification_setting_id, plan) =>
      void (await clientOf(account).PUT('/_paddock/chaos/{notification_setting_id}', {
        params: { path: { notification_setting_id } },
        body: plan,
      })),
    rotateSecret: async (account, notification_setting_id, overlap_seconds) => {
      const call = { params: { path: { notification_setting_id } }, body: { overlap_seconds } };
      return (await answerOf(clientOf(account).POST('/_paddock/secrets/{notification_setting_id}/rotate', call)))
        .endpoint_secret_key;
    },
    behave: async (account, behaviours) =>
      void (await clientOf(account).PUT('/_paddock/behaviours', { body: { behaviours } })),
    keys: {
      create: async (account, key) =>
        accountOf(
          (await answerOf(clientOf(account).POST('/_paddock/keys', { body: key as Body<operations['createKey']> })))
            .api_key,
        ),
      revoke: async (account) =>
        void (await clientOf(account).POST('/_paddock/keys/revoke', { body: { api_key: account.apiKey } })),
      with: (_, apiKey) => accountOf(apiKey),
    },
    visit: async (link) => {
      const response = await direct(link, { redirect: 'manual', headers: { accept: 'text/html' } });
      return { status: response.status, text: await response.text() };
    },
    submit: async (form, headers = {}) => {
      const body = new URLSearchParams();
      const { status } = await direct(form, { method: 'POST', redirect: 'manual', headers, body });
      return { status };
    },
    checkout: async ({ baseUrl, apiKey }, method, path, body, clientToken) => {
      const headers = {
        // Names the account that changes, and is not checked.
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        ...(clientToken !== undefined && { 'paddle-clienttoken': clientToken }),
      };
      const init = { method, headers, body: JSON.stringify(body) };
      const response = await direct(`${baseUrl}/_paddock/checkout${path}`, init);
      return { status: response.status, ...Object(await response.json()) };
    },
  };
}

/**
 * Checks for a Paddock with an open control plane at a URL.
 *
 * @throws UsageError if nothing responds there.
 */
export async function hasControlPlane(url: string, direct: typeof fetch): Promise<boolean> {
  const response = await direct(`${url}/_paddock/health`).catch((error: unknown) => {
    throw new UsageError(`Could not reach ${url}: ${reasonOf(error)}. Start the target, or check its URL.`);
  });
  const body: unknown = response.ok ? await response.json().catch(() => null) : null;
  return typeof body === 'object' && body !== null && 'status' in body && body.status === 'ok';
}
