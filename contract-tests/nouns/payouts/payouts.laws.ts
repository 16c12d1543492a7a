import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { eventsOf } from '../events/arrange.ts';
import { eventTypeNames } from '../notification-settings/arbitrary.ts';

export default laws(({ target, test }) => {
  test('payouts: a payout is unpaid when it is created, and announced again when it is paid', async ({ skip }) => {
    const trigger = target.can.trigger ?? skip('events cannot be triggered on the target');
    const clock = target.can.clock ?? skip('the clock of the target cannot be moved');
    if (target.behaviours['webhook-events'] === 'listed') {
      expect(eventTypeNames(target.contract).filter((name) => name.startsWith('payout.'))).toEqual([]);
      return;
    }
    const account = target.newAccount();
    await clock.set(account, { now: '2026-07-01T00:00:00Z', frozen: true });
    await trigger(account, 'payout.created');
    await clock.advance(account, { days: 14 });
    const [created, paid, ...more] = (await eventsOf(account)).filter((event) =>
      event.event_type.startsWith('payout.'),
    );
    expect(more).toEqual([]);
    expect(created).toMatchObject({
      event_type: 'payout.created',
      data: { status: 'unpaid', remittance_reference: null },
    });
    expect(paid?.event_type).toBe('payout.paid');
    expect(paid?.data).toEqual({ ...created?.data, status: 'paid', remittance_reference: expect.stringMatching(/./) });
  });
});
