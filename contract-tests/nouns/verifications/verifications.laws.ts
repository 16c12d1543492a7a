import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { unknownId } from '../arrange.ts';

export default laws(({ target, test }) => {
  test('verifications: an account of the sandbox has none', async ({ skip }) => {
    if (!target.can.isolate) skip('the account may be of another environment');
    const account = target.newAccount();
    expect((await account.call('listVerifications')).data).toEqual([]);
    for (const verification_type of ['onboarding', 'domain'])
      expect((await account.call('listVerifications', { query: { verification_type } })).data).toEqual([]);
  });

  test('verifications: those of a live account are listed by type, newest first', async ({ skip }) => {
    const seed = target.can.seed ?? skip('verifications cannot be put into the target');
    const account = target.newAccount();
    const steps = [{ status: 'in_review', expires_at: null }];
    const verifications = (['onboarding', 'domain', 'domain'] as const).map((verification_type, index) => ({
      id: `slrvrf_01k${'0'.repeat(22)}${index}`,
      status: 'in_review',
      verification_type,
      steps,
    }));
    await seed(account, { verifications });
    const [onboarding, first, second] = verifications;
    expect((await account.call('listVerifications')).data).toEqual([second, first, onboarding]);
    const query = { verification_type: 'domain' };
    expect((await account.call('listVerifications', { query })).data).toEqual([second, first]);
    const path = { verification_id: onboarding?.id ?? '' };
    expect((await account.call('getVerification', { path })).data).toEqual(onboarding);
  });

  test('get-404: a verification that does not exist is not found', async () => {
    const path = { verification_id: unknownId('slrvrf') };
    const refusal = await target.newAccount().refusal('getVerification', { path });
    expect(refusal).toMatchObject({ status: 404, code: 'not_found' });
  });
});
