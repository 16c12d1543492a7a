import { officialBehaviours } from '../../contract/behaviours.ts';
import { createdKindsOf } from '../../contract/created-kinds.ts';
import { contractOf } from '../../contract/document.ts';
import { createCaller } from '../account.ts';
import { startOfRun } from '../run-name.ts';
import { createGovernor } from '../sending/governor.ts';
import { createPacedFetch } from '../sending/paced-fetch.ts';
import { createPatientFetch } from '../sending/patient-fetch.ts';
import { findMarked } from './find-marked.ts';
import { type Leftover, remove } from './remove.ts';
import { fetchFromSandbox, machineTimer, sandboxPace, sandboxUrl } from './sandbox-connection.ts';
import { readSandboxKey } from './sandbox-key.ts';

export type SweepOptions = { readonly olderThanMs: number; readonly allowLegacyKey: boolean };

/**
 * Removes from the sandbox what runs have left that began some time ago.
 *
 * @returns paths of what is gone, and what is still there.
 * @throws UsageError before any request, see `readSandboxKey`.
 */
export async function sweepSandbox({ olderThanMs, allowLegacyKey }: SweepOptions) {
  const apiKey = readSandboxKey(process.env, allowLegacyKey);
  const paced = createPacedFetch(fetchFromSandbox(fetch), createGovernor(sandboxPace, machineTimer));
  const contract = contractOf(officialBehaviours);
  const kinds = createdKindsOf(contract.document);
  const account = createCaller({
    baseUrl: sandboxUrl,
    apiKey,
    contract,
    fetch: createPatientFetch(paced, machineTimer, (method) => method !== 'POST'),
  });
  const latest = Date.now() - olderThanMs;
  const removed: string[] = [];
  const marked = await findMarked(account, kinds, (run) => startOfRun(run) <= latest);
  const leftovers: Leftover[] = await remove(account, kinds, marked, (path) => removed.push(path));
  return { removed, leftovers };
}
