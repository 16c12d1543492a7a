import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { createDestination, updateDestination } from './arrange.ts';

/** @evidence official; observed for the characters of real secrets */
const generated = /^pdl_ntfset_[a-zA-Z0-9]{26}_[a-zA-Z0-9+/]{32}$/;

export default laws(({ target, test }) => {
  const settable = target.behaviours['webhook-secret'] === 'settable';

  test('webhook-secret-config: a destination without a secret of its own gets one that no other has', async () => {
    const account = target.newAccount();
    const secrets = [await createDestination(account), await createDestination(account)].map(
      (one) => one.endpoint_secret_key,
    );
    for (const secret of secrets) expect(secret).toMatch(generated);
    expect(new Set(secrets).size).toBe(2);
  });

  test(`webhook-secret-config: a secret in a request is ${settable ? 'taken, on creation and change' : 'ignored'}`, async () => {
    const account = target.newAccount();
    const endpoint_secret_key = 'a secret of my own';
    const setting = await createDestination(account);
    const created = await createDestination(account, { endpoint_secret_key });
    const updated = await updateDestination(account, setting, { endpoint_secret_key });
    if (settable) {
      expect([created, updated].map((one) => one.endpoint_secret_key)).toEqual([
        endpoint_secret_key,
        endpoint_secret_key,
      ]);
    } else {
      expect(created.endpoint_secret_key).toMatch(generated);
      expect(updated).toEqual(setting);
    }
  });

  test('webhook-secret-config: a secret stays through other changes', async () => {
    const account = target.newAccount();
    const setting = await createDestination(account);
    const changed = await updateDestination(account, setting, { active: false, description: 'Changed' });
    expect(changed.endpoint_secret_key).toBe(setting.endpoint_secret_key);
  });
});
