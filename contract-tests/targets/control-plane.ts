import { UsageError } from '#openapi/usage-error.ts';
import type { Account } from './account.ts';
import { reasonOf } from './lost.ts';
import type { Capabilities } from './target.ts';

/**
 * What a Paddock can do besides the API, all of it by its control plane.
 *
 * @param url where the Paddock is.
 * @param direct sends requests past the checks, which are about the API.
 * @param accountOf makes the account that a key opens.
 */
export function controlPlaneOf(
  url: string,
  direct: typeof fetch,
  accountOf: (apiKey: string) => Account,
): Capabilities {
  async function control(account: Account, method: string, path: string, body?: object): Promise<unknown> {
    const headers = { authorization: `Bearer ${account.apiKey}`, 'content-type': 'application/json' };
    const response = await direct(`${url}/_paddock/${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`Could not ${method} /_paddock/${path}: ${response.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  }
  return {
    clock: {
      set: async (account, time) => void (await control(account, 'PUT', 'clock', time)),
      advance: async (account, duration) => void (await control(account, 'POST', 'clock/advance', duration)),
    },
    seed: async (account, entities) => void (await control(account, 'POST', 'seed', entities)),
    reset: async (account) => void (await control(account, 'POST', 'reset')),
    settle: async (account) => {
      const state = await control(account, 'POST', 'deliveries/settle');
      if (!isSettled(state)) throw new Error(`Could not wait for the deliveries: ${JSON.stringify(state)}.`);
    },
    trigger: async (account, type) => void (await control(account, 'POST', `trigger/${type}`)),
    chaos: async (account, id, plan) => void (await control(account, 'PUT', `chaos/${id}`, plan)),
    rotateSecret: async (account, id, overlap_seconds) =>
      secretIn(await control(account, 'POST', `secrets/${id}/rotate`, { overlap_seconds })),
    behave: async (account, behaviours) => void (await control(account, 'PUT', 'behaviours', { behaviours })),
    keys: {
      create: async (account, key) => accountOf(apiKeyIn(await control(account, 'POST', 'keys', key))),
      revoke: async (account) => void (await control(account, 'POST', 'keys/revoke', { api_key: account.apiKey })),
    },
    visit: async (link) => {
      const response = await direct(link, { redirect: 'manual', headers: { accept: 'text/html' } });
      return { status: response.status, text: await response.text() };
    },
  };
}

/**
 * Finds out whether there is a Paddock at a URL whose control plane lets us in.
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

function apiKeyIn(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'api_key' in body && typeof body.api_key === 'string')
    return body.api_key;
  throw new Error(`Could not make a key: the control plane answered ${JSON.stringify(body)}.`);
}

function secretIn(body: unknown): string {
  const isSecret = typeof body === 'object' && body !== null && 'endpoint_secret_key' in body;
  if (isSecret && typeof body.endpoint_secret_key === 'string') return body.endpoint_secret_key;
  throw new Error('Could not replace the secret: the control plane answered something else than one.');
}

function isSettled(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'settled' in body && body.settled === true;
}
