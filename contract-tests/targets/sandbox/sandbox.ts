import { printError } from '#openapi/text/print.ts';
import { createCheckedSend } from '../../checks/checked-send.ts';
import { createDeliveryCheck } from '../../checks/delivery.ts';
import { createdKindsOf } from '../../contract/created-kinds.ts';
import { contractOf } from '../../contract/document.ts';
import type { Observe } from '../../contract/exchange.ts';
import { readProfile } from '../../contract/read-profile.ts';
import { asSend } from '../../contract/send.ts';
import { endWithoutVerdict } from '../../law/no-verdict.ts';
import { createAccount, createCaller } from '../account.ts';
import { settleByPolling } from '../polling.ts';
import { startReceiver } from '../receiver.ts';
import { makeRunName, markOf } from '../run-name.ts';
import { createBudget } from '../sending/budget.ts';
import { createLenientFetch } from '../sending/lenient-fetch.ts';
import { createPacedFetch } from '../sending/paced-fetch.ts';
import { createRateLimiter } from '../sending/rate-limiter.ts';
import { createRetryingFetch } from '../sending/retrying-fetch.ts';
import type { TargetOptions } from '../start-target.ts';
import type { Target } from '../target.ts';
import { trackCreatedEntities } from './created-entities.ts';
import { findMarked } from './find-marked.ts';
import { type Leftover, remove } from './remove.ts';
import {
  fetchFromSandbox,
  machineTimer,
  type SandboxConnection,
  sandboxPace,
  sandboxUrl,
} from './sandbox-connection.ts';
import { readSandboxKey, refuseLiveKey } from './sandbox-key.ts';

/**
 * Connects to Paddle's sandbox: one account, whose key is in `PADDLE_SANDBOX_API_KEY`, within the documented rate
 * limit. Everything a run creates is marked with its name and removed when the target is closed; an interruption ends
 * the running laws first.
 *
 * @throws UsageError before any request, see `readSandboxKey`.
 */
export async function startSandboxTarget(options: TargetOptions, connection?: SandboxConnection): Promise<Target> {
  const { profile = 'official', allowLegacyKey = false, budget: limit = Number.POSITIVE_INFINITY, observe } = options;
  const { warn = printError, receiver: url, receiverPort: port, unchecked = false } = options;
  refuseLiveKey(options.apiKey);
  const apiKey = readSandboxKey(process.env, allowLegacyKey);
  const behaviours = await readProfile(profile);
  const contract = contractOf(behaviours);
  const { fetch: direct, pace, timer } = connection ?? { fetch, pace: sandboxPace, timer: machineTimer };
  const kinds = createdKindsOf(contract.document);
  const created = trackCreatedEntities(kinds);
  const budget = createBudget(limit, () => created.paths().length);
  const run = makeRunName();
  const limiter = createRateLimiter(pace, timer);
  let [emails, anyLost, interruptions] = [0, false, 0];

  const wire = fetchFromSandbox(direct);
  const retrying = (counted: typeof fetch, mayRetry: (method: string) => boolean) =>
    createRetryingFetch(createPacedFetch(counted, limiter), timer, mayRetry);
  // Laws retry reads only: a change made twice may be refused or emit two events, which looks like a broken law.
  const sent = createLenientFetch(
    retrying(budget.guard(wire), (method) => method === 'GET'),
    () => {
      anyLost = true;
    },
  );
  // Checks the budget before the rate limiter: a property goes on for thousands of requests after it is spent.
  const forLaws = budget.check(sent);
  const unlessInterrupted: typeof fetch = (input, init) =>
    interruptions > 0 ? endWithoutVerdict('it was interrupted') : forLaws(input, init);
  const record: Observe = (exchange) => {
    created.record(exchange);
    observe?.(exchange);
  };
  const checked = createCheckedSend(sandboxUrl, contract, asSend(unlessInterrupted), record, !unchecked);
  const cleaner = createCaller({
    baseUrl: sandboxUrl,
    apiKey,
    contract,
    send: asSend(retrying(budget.count(wire), (method) => method !== 'POST')),
  });
  const check = createDeliveryCheck(contract, !unchecked);
  const receiver = url === undefined ? null : await startReceiver(check, { url, port });

  function interrupt(): void {
    interruptions += 1;
    if (interruptions === 1) {
      warn('Cleaning up in the sandbox. Interrupt again to stop without cleaning up.');
      return;
    }
    warnOfLeftovers(created.paths().map((path) => ({ path, because: 'it was interrupted' })));
    process.exit(1);
  }

  function warnOfLeftovers(leftovers: readonly Leftover[]): void {
    if (leftovers.length === 0) return;
    warn(`The run ${run} left these in the sandbox; remove them with paddock sweep:`);
    for (const { path, because } of leftovers) warn(`  ${path}: ${because}`);
  }

  async function cleanUp(): Promise<void> {
    const known = await remove(cleaner, kinds, created.paths(), created.forget);
    warnOfLeftovers(known);
    if (!anyLost) return;
    // An entity whose response was lost is found by its mark.
    try {
      const found = await findMarked(cleaner, kinds, (marked) => marked === run);
      const rest = found.filter((path) => !known.some((leftover) => leftover.path === path));
      warnOfLeftovers(await remove(cleaner, kinds, rest));
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      warn(
        `A response was lost, and what it may have created could not be searched for: ${because}. Run paddock sweep later.`,
      );
    }
  }

  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const target: Target = {
    name: 'sandbox',
    baseUrl: sandboxUrl,
    behaviours,
    contract,
    newAccount: () => createAccount(target, apiKey, checked),
    freshEmail: () => `${markOf(run)}.${++emails}@example.com`,
    run,
    limits: { pace, budget },
    can: receiver ? { receiver, settle: (of) => settleByPolling(of, timer) } : {},
    async close() {
      try {
        await cleanUp();
        await receiver?.close();
      } finally {
        process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      }
    },
  };
  return target;
}
