import { profile as behavioursOf, startPaddock } from '#mock-server/index.ts';
import { createCheckedFetch } from '../checks/checked-fetch.ts';
import { createDeliveryCheck } from '../checks/delivery.ts';
import { type Account, createAccount } from './account.ts';
import { createApiKeys } from './api-keys.ts';
import type { Behaviours } from './behaviours.ts';
import { contractOf } from './document.ts';
import { startReceiver } from './receiver.ts';
import type { TargetOptions } from './start-target.ts';
import type { Capabilities, Target } from './target.ts';

// Taken before a test may put the checks in the place of the global one.
const direct = globalThis.fetch;

export type MockProfile = 'guide' | 'official';

/** Starts a mock in this process. The only file of the suite that knows the mock. */
export async function startMockTarget(profile: MockProfile, options: TargetOptions, limited = false): Promise<Target> {
  const { seed, observe, before } = options;
  const paddock = await startPaddock({ port: 0, profile, seed, ...(limited ? {} : { rateLimit: false }) });
  const front = await before?.(paddock.url);
  const baseUrl = front?.url ?? paddock.url;
  // Also of the mock that most tests share, which does not limit them, lest they hold each other up.
  const behaviours: Behaviours = behavioursOf(profile);
  const contract = contractOf(behaviours);
  const fetch = createCheckedFetch(baseUrl, contract, direct, observe);
  const receiver = await startReceiver(createDeliveryCheck(contract));
  const nextKey = createApiKeys(seed);
  let emails = 0;
  const account = (apiKey: string): Account => createAccount({ baseUrl, apiKey, contract, fetch });

  return {
    name: `mock:${profile}`,
    baseUrl,
    behaviours,
    contract,
    newAccount: () => account(nextKey()),
    freshEmail: () => `sam.${++emails}@example.com`,
    can: {
      ...controlPlaneOf(paddock.url, account),
      isolate: true,
      visit: openLink,
      receiver,
      ...(limited ? {} : { withRateLimit: () => startMockTarget(profile, options, true) }),
    },
    async close() {
      await front?.close();
      await paddock.close();
      await receiver.close();
    },
  };
}

/** Starts a mock as a user would, with its limit of requests and the time of day. */
export async function startMockForUse(
  profile: MockProfile,
): Promise<{ url: string; apiKey: string; close(): Promise<void> }> {
  return startPaddock({ port: 0, profile });
}

function controlPlaneOf(url: string, accountOf: (apiKey: string) => Account): Capabilities {
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
  };
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

async function openLink(url: string): Promise<{ status: number; text: string }> {
  const response = await direct(url, { redirect: 'manual', headers: { accept: 'text/html' } });
  return { status: response.status, text: await response.text() };
}
