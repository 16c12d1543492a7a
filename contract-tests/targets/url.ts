import { randomInt } from 'node:crypto';
import { UsageError } from '#openapi/text/usage-error.ts';
import { createCheckedFetch } from '../checks/checked-fetch.ts';
import { createDeliveryCheck } from '../checks/delivery.ts';
import { contractOf } from '../contract/document.ts';
import { readProfile } from '../contract/read-profile.ts';
import { type Account, createAccount } from './account.ts';
import { createApiKeys } from './api-keys.ts';
import { controlPlaneOf, hasControlPlane } from './control-plane.ts';
import { startReceiver } from './receiver.ts';
import { makeRunName, markOf } from './run-name.ts';
import { machineTimer } from './sandbox/sandbox-connection.ts';
import { createBudget } from './sending/budget.ts';
import { createGovernor } from './sending/governor.ts';
import { createPacedFetch } from './sending/paced-fetch.ts';
import type { TargetOptions } from './start-target.ts';
import type { Capabilities, Target } from './target.ts';

/**
 * Starts the target at a URL. If it is a Paddock that lets itself be steered, it can do all that one can; if not, it has
 * the API and nothing else. Without a key each account of a Paddock is a new one. With a key all are the one that the key
 * opens, which is not steered.
 *
 * @param baseUrl without a slash at the end.
 * @throws UsageError if nothing responds there, it is one of Paddle's own hosts, the key is live, or a key is missing.
 */
export async function startUrlTarget(baseUrl: string, options: TargetOptions): Promise<Target> {
  const { apiKey, profile = 'guide', observe, budget: limit, unchecked = false } = options;
  const { receiver: url, receiverPort: port } = options;
  refuseLive(baseUrl, apiKey);
  const behaviours = await readProfile(profile);
  // Taken now, since a law may replace the global one.
  const plainFetch = globalThis.fetch;
  // Following a redirect would send requests, and the key, to a place that nobody named.
  const direct: typeof fetch = (input, init) => plainFetch(input, { ...init, redirect: 'manual' });
  const isPaddock = await hasControlPlane(baseUrl, direct);
  if (apiKey === undefined && !isPaddock)
    throw new UsageError(
      `Could not use ${baseUrl}: it is not a Paddock, so it needs an API key. Give --key, or set PADDOCK_API_KEY.`,
    );
  const contract = contractOf(behaviours);
  const budget = createBudget(limit ?? Number.POSITIVE_INFINITY, () => 0);
  const governor = createGovernor({ requests: 64, windowMs: 0 }, machineTimer);
  // Whoever measures a Paddock finds out what it does with too many requests, in an account that nobody else uses.
  const burst = unchecked && isPaddock && apiKey === undefined;
  const guarded = budget.guard(direct);
  const paced = burst ? guarded : createPacedFetch(guarded, governor);
  const checked = createCheckedFetch(baseUrl, contract, paced, observe, !unchecked);
  // Not from the seed: whoever was here before with the same one has left entities in its accounts.
  const nextKey = createApiKeys(randomInt(2 ** 47));
  const account = (key: string): Account => createAccount(target, key, checked);
  const isHere = isPaddock && isLoopback(baseUrl);
  const check = createDeliveryCheck(contract, !unchecked);
  const tunnel = url === undefined ? undefined : { url, port };
  const receiver = isHere || tunnel ? await startReceiver(check, tunnel) : null;
  const controlled = isPaddock ? controlPlaneOf(baseUrl, direct, account) : {};
  const { settle, visit } = controlled;
  // Somebody has put the account of a key into the state that it is in; time and all else stay as they are.
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
