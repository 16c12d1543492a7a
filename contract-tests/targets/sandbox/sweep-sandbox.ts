import { officialBehaviours } from '../../contract/behaviours.ts';
import { createdKindsOf } from '../../contract/created-kinds.ts';
import { contractOf } from '../../contract/document.ts';
import { asSend } from '../../contract/send.ts';
import { createCaller } from '../account.ts';
import { startOfRun } from '../run-name.ts';
import { createPacedFetch } from '../sending/paced-fetch.ts';
import { createRateLimiter } from '../sending/rate-limiter.ts';
import { createRetryingFetch } from '../sending/retrying-fetch.ts';
import { findMarked } from './find-marked.ts';
import { type Leftover, remove } from './remove.ts';
import { fetchFromSandbox, machineTimer, sandboxPace, sandboxUrl } from './sandbox-connection.ts';
import { readSandboxKey } from './sandbox-key.ts';

export type SweepOptions = { readonly olderThanMs: number; readonly allowLegacyKey: boolean };

/**
 * Removes what runs of a minimum age left in the sandbox.
 *
 * @returns paths of the removed entities, and the leftovers.
 * @throws UsageError before any request, see `readSandboxKey`.
 */
export async function sweepSandbox({ olderThanMs, allowLegacyKey }: SweepOptions) {
  const apiKey = readSandboxKey(process.env, allowLegacyKey);
  const paced = createPacedFetch(fetchFromSandbox(fetch), createRateLimiter(sandboxPace, machineTimer));
  const contract = contractOf(officialBehaviours);
  const kinds = createdKindsOf(contract.document);
  const account = createCaller({
    baseUrl: sandboxUrl,
    apiKey,
    contract,
    send: asSend(createRetryingFetch(paced, machineTimer, (method) => method !== 'POST')),
  });
  const latest = Date.now() - olderThanMs;
  const removed: string[] = [];
  const marked = await findMarked(account, kinds, (run) => startOfRun(run) <= latest);
  const leftovers: Leftover[] = await remove(account, kinds, marked, (path) => removed.push(path));
  return { removed, leftovers };
}
