import { expect, test } from 'vitest';
import { openDatabase, statementsOf } from '../database/database.ts';
import { PortalSessions } from './portal-sessions.ts';

test.each([[[]], [['sub_1']], [['sub_1', 'sub_2']]])('a session of %j is found as it was stored', (subscriptionIds) => {
  const sessions = new PortalSessions(statementsOf(openDatabase()));
  const session = { account: 1, portalId: 'cpl_1', customerId: 'ctm_1', subscriptionIds, expiresAt: 9 };
  sessions.add({ token: 'pga_1', session, now: 0 });
  expect(sessions.find('pga_1')).toEqual({ ...session, opened: [] });
  for (const link of ['overview', 'cancel_subscription:sub_10', 'cancel_subscription:sub_1', 'overview'])
    sessions.markOpened('pga_1', link);
  expect(sessions.find('pga_1')?.opened).toEqual([
    'overview',
    'cancel_subscription:sub_10',
    'cancel_subscription:sub_1',
  ]);
  expect(sessions.find('pga_2')).toBeUndefined();
});
