import { ContractViolation } from '../checks/contract-violation.ts';
import { Outage } from '../law/no-verdict.ts';
import type { Account } from '../targets/account.ts';
import { isLost, reasonOf } from '../targets/lost.ts';
import type { Target } from '../targets/target.ts';

/** What every target has to read. One that fails at all of them fails at everything. */
const reads = ['/event-types', '/ips', '/customers?per_page=1'];

/**
 * Asks the target for something that every one has.
 *
 * @returns in a sentence, why laws can say nothing about it: it does not answer, or all that it answers is that it
 * failed; `null` where it answers. Whether it answers well is for the laws to say.
 */
export async function whyUnreachable(target: Target): Promise<string | null> {
  const account = target.newAccount();
  for (const path of reads) {
    const outcome = await ask(account, path);
    if (outcome !== 'failed') return outcome && `the target could not be reached, ${outcome}`;
  }
  return `the target kept failing: it answered ${reads.join(', ')} with a server error`;
}

/** Why there is no answer, or `failed` for a server error; `null` for any other answer. */
async function ask(account: Account, path: string): Promise<string | null> {
  try {
    await account.request('GET', path);
    return null;
  } catch (error) {
    if (error instanceof Outage) return error.message;
    if (error instanceof ContractViolation && error.claim === 'no-server-error') return 'failed';
    return isLost(error) ? reasonOf(error) : null;
  }
}
