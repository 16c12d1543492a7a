import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';
import { startReceiver } from '../listen/receiver.ts';
import { destinationOf } from '../testing/destination.ts';
import { openAccounts } from '../testing/open-accounts.ts';
import { UsageError } from '../usage-error.ts';

const now = '2027-03-31T12:00:00Z';

/** An account whose clock stands, with destinations, each with a delay of a minute if told so, and one customer. */
function waiting(settings: ReturnType<typeof destinationOf>[], delay_seconds: number) {
  const opened = openAccounts({ clock: { now, frozen: true } });
  const account = opened.accounts.default();
  account.store.insertAll({ notification_settings: settings });
  for (const { id } of settings) if (delay_seconds > 0) account.chaos.set(id, { delay_seconds });
  account.store.apply({ kind: 'customers', entity: buildCustomer({ seed: 1 }), events: ['customer.created'] });
  return { ...opened, account, logs: () => account.store.logs.list({ limit: 9 }) };
}

test.each([
  [0, { due: 2, later: 0 }],
  [60, { due: 0, later: 2 }],
])('what waits for %i seconds is counted over all destinations', async (delay, counted) => {
  const { account, logs } = waiting([destinationOf(1), destinationOf(2)], delay);
  expect(account.dispatcher.waiting()).toEqual(counted);
  expect(account.dispatcher.hasWork).toBe(true);
  await account.dispatcher.advance(60_000);
  expect(account.dispatcher.waiting()).toEqual({ due: 0, later: 0 });
  expect(account.dispatcher.hasWork).toBe(false);
  expect(logs()).toMatchObject(
    Array(2).fill({
      status: 'delivered',
      response_code: 200,
      response_body: 'Recorded; Paddock sends no email.',
      signature: null,
      chaos: [],
    }),
  );
});

test('what waits goes out when a clock that runs comes to its time', async () => {
  const { account, accounts } = waiting([destinationOf(1)], 60);
  account.setClock({ now: '2027-03-31T12:00:59.950Z', frozen: false });
  await expect.poll(() => accounts.countWaiting()).toBe(0);
});

test('a clock is not advanced backwards, and nothing goes out by that', () => {
  const { account, accounts } = waiting([destinationOf(1)], 0);
  expect(() => account.dispatcher.advance(-1)).toThrow(UsageError);
  expect([account.clock.now(), accounts.countWaiting()]).toEqual([Date.parse(now), 1]);
});

test('an attempt that cannot be noted is told, and made again when it can be', async () => {
  const { account, database, reports, logs } = waiting([destinationOf(1)], 0);
  database.exec("CREATE TRIGGER broken BEFORE UPDATE ON notifications BEGIN SELECT raise(ABORT, 'disk full'); END");
  await expect(account.dispatcher.advance(1000)).rejects.toThrow('disk full');
  expect(reports.map(String)).toEqual(['SqliteError: disk full']);
  expect([account.clock.now(), logs()]).toEqual([Date.parse(now), []]);
  database.exec('DROP TRIGGER broken');
  expect(await account.dispatcher.settle(10_000)).toEqual({ due: 0, later: 0 });
  expect(logs()).toMatchObject([{ status: 'delivered', attempt: 1 }]);
});

test('nothing is noted of an attempt whose destination was deleted meanwhile', async () => {
  const asked = Promise.withResolvers<ServerResponse>();
  const receiver = await startReceiver((_request, response) => asked.resolve(response));
  const setting = destinationOf(1, receiver.url);
  const { account, accounts, logs } = waiting([setting], 0);
  account.dispatcher.wake();
  const response = await asked.promise;
  account.store.removeSetting(setting.id);
  response.end();
  await account.dispatcher.settle(10_000);
  await accounts.close();
  expect([accounts.countWaiting(), logs()]).toEqual([0, []]);
  await receiver.close();
});
