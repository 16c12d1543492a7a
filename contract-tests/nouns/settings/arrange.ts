import type { TestContext } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';

/** Opens an account that the law may change the settings of. */
export function ownAccount({ target, skip }: TestContext): Account {
  return target.can.isolate ? target.newAccount() : skip('settings of a shared account are not changed');
}
