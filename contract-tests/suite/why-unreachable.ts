import { ContractViolation } from '../checks/contract-violation.ts';
import { Outage } from '../law/no-verdict.ts';
import type { Account } from '../targets/account.ts';
import { isNetworkError, reasonOf } from '../targets/fetch-errors.ts';
import type { Target } from '../targets/target.ts';

/** Reads that every target supports. A target that fails all of them is considered down. */
const reads = ['/event-types', '/ips', '/customers?per_page=1'];

/**
 * Checks that the target responds, with something other than server errors.
 *
 * @returns the reason why laws can have no verdict, or `null` if the target responds.
 */
export async function whyUnreachable(target: Target): Promise<string | null> {
  const account = target.newAccount();
  for (const path of reads) {
    const outcome = await probe(account, path);
    if (outcome !== 'failed') return outcome && `the target could not be reached, ${outcome}`;
  }
  return `the target kept failing: it answered ${reads.join(', ')} with a server error`;
}

/** The reason for a missing response, or `failed` for a server error; `null` for any other response. */
async function probe(account: Account, path: string): Promise<string | null> {
  try {
    await account.request('GET', path);
    return null;
  } catch (error) {
    if (error instanceof Outage) return error.message;
    if (error instanceof ContractViolation && error.claim === 'no-server-error') return 'failed';
    return isNetworkError(error) ? reasonOf(error) : null;
  }
}
