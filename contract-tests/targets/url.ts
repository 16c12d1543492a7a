import { randomInt } from 'node:crypto';
import { UsageError } from '#openapi/text/usage-error.ts';
import { createCheckedSend } from '../checks/checked-send.ts';
import { createDeliveryCheck } from '../checks/delivery.ts';
import { contractOf } from '../contract/document.ts';
import { readProfile } from '../contract/read-profile.ts';
import { asSend } from '../contract/send.ts';
import { type Account, createAccount } from './account.ts';
import { createApiKeys } from './api-keys.ts';
import { controlPlaneOf, hasControlPlane } from './control-plane.ts';
import { startReceiver } from './receiver.ts';
import { makeRunName, markOf } from './run-name.ts';
import { machineTimer } from './sandbox/sandbox-connection.ts';
import { createBudget } from './sending/budget.ts';
import { createPacedFetch } from './sending/paced-fetch.ts';
import { createRateLimiter } from './sending/rate-limiter.ts';
import type { TargetOptions } from './start-target.ts';
import type { Capabilities, Target } from './target.ts';

/**
 * Connects to the target at a URL. A Paddock with an open control plane has its capabilities and opens a new account
 * for each law. With a key, laws share the account of that key and use the API alone, as with any other server.
 *
 * @param baseUrl without a trailing slash.
 * @throws UsageError if nothing responds there, for one of Paddle's own hosts, and for a live or missing key.
 */
export async function startUrlTarget(baseUrl: string, options: TargetOptions): Promise<Target> {
  const { apiKey, profile = 'guide', observe, budget: limit, unchecked = false } = options;
  const { receiver: url, receiverPort: port } = options;
  refuseLive(baseUrl, apiKey);
  const behaviours = await readProfile(profile);
  // Read now, since a law may replace the global one.
  const plainFetch = globalThis.fetch;
  // Following a redirect would send requests and the key to another host than the given one.
  const direct: typeof fetch = (input, init) => plainFetch(input, { ...init, redirect: 'manual' });
  const isPaddock = await hasControlPlane(baseUrl, direct);
  if (apiKey === undefined && !isPaddock)
    throw new UsageError(
      `Could not use ${baseUrl}: it is not a Paddock, so it needs an API key. Give --key, or set PADDOCK_API_KEY.`,
    );
  const contract = contractOf(behaviours);
  const budget = createBudget(limit ?? Number.POSITIVE_INFINITY, () => 0);
  const limiter = createRateLimiter({ requests: 64, windowMs: 0 }, machineTimer);
  // Measuring a Paddock floods an account of its own, to find out its rate limit.
  const burst = unchecked && isPaddock && apiKey === undefined;
  const guarded = budget.guard(direct);
  const paced = burst ? guarded : createPacedFetch(guarded, limiter);
  const checked = createCheckedSend(baseUrl, contract, asSend(paced), observe, !unchecked);
  // Not from the seed: an earlier run with the same seed would have left entities in the accounts.
  const nextKey = createApiKeys(randomInt(2 ** 47));
  const account = (key: string): Account => createAccount(target, key, checked);
  const isHere = isPaddock && isLoopback(baseUrl);
  const check = createDeliveryCheck(contract, !unchecked);
  const tunnel = url === undefined ? undefined : { url, port };
  const receiver = isHere || tunnel ? await startReceiver(check, tunnel) : null;
  const controlled = isPaddock ? controlPlaneOf(baseUrl, direct, account) : {};
  const { settle, visit } = controlled;
  // The account of a key belongs to the caller, so its clock and state are left alone.
  const capabilities: Capabilities =
    apiKey === undefined ? { ...controlled, isolate: true } : { ...(settle && { settle }), ...(visit && { visit }) };
  const run = makeRunName();
  let emails = 0;

  const target: Target = {
    name: baseUrl,
    baseUrl,
    behaviours,
    contract,
    newAccount: () => account(apiKey ?? nextKey()),
    freshEmail: () => `${markOf(run)}.${++emails}@example.com`,
    run,
    ...(limit === undefined ? {} : { limits: { budget } }),
    can: {
      ...capabilities,
      ...(receiver ? { receiver } : {}),
      ...(burst ? { burst } : {}),
    },
    close: async () => receiver?.close(),
  };
  return target;
}

function refuseLive(baseUrl: string, apiKey = ''): void {
  const refuse = (reason: string) => {
    throw new UsageError(`Could not use ${baseUrl}: ${reason}.`);
  };
  if (/(^|\.)paddle\.com\.?$/.test(new URL(baseUrl).hostname))
    refuse("it is one of Paddle's hosts. Give --target sandbox; no other host of Paddle's is ever called");
  if (/^\s*pdl_live_/.test(apiKey)) refuse('the key is a LIVE key. Give a sandbox key');
}

function isLoopback(url: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}
