import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Notification, NotificationSetting, PaddleEvent } from '../contract/operations.ts';
import { walk } from '../nouns/walk.ts';
import type { TestContext } from '../suite/laws.ts';
import type { Account } from '../targets/account.ts';
import type { Receiver } from '../targets/receiver.ts';
import type { Clock } from '../targets/target.ts';

/** What a law about deliveries needs of the target: destinations that it reaches, and to know when it is done. */
export function webhooks({ target, skip }: TestContext): {
  receiver: Receiver;
  settle: (account: Account) => Promise<void>;
} {
  return {
    receiver: target.can.receiver ?? skip('webhooks of the target cannot reach this machine'),
    settle: target.can.settle ?? skip('the target cannot report when its deliveries are done'),
  };
}

/** When the accounts of laws about time begin. */
export const startOfTime = '2026-07-01T00:00:00Z';

/** What a law about time needs: a clock, which stands still for the account at first. */
export async function stoppedClock(account: Account, { skip }: TestContext): Promise<Clock> {
  const clock = account.target.can.clock ?? skip('the clock of the target cannot be moved');
  await clock.set(account, { now: startOfTime, frozen: true });
  return clock;
}

/** Every notification for a destination, the oldest first. */
export async function notificationsFor(account: Account, setting: NotificationSetting): Promise<Notification[]> {
  const query = { notification_setting_id: setting.id, order_by: 'id[ASC]' };
  return walk((start) => account.call('listNotifications', { query: { ...query, ...start } }));
}

/** The only notification for a destination. */
export async function notificationFor(account: Account, setting: NotificationSetting): Promise<Notification> {
  const [only, ...others] = await notificationsFor(account, setting);
  if (only && others.length === 0) return only;
  throw new Error(`There are ${others.length + (only ? 1 : 0)} notifications for ${setting.id}, not one.`);
}

/** Logs of a notification's attempts, the first attempt first. */
export async function logsOf(account: Account, { id }: Notification) {
  const path = { notification_id: id };
  const logs = await walk((start) => account.call('listNotificationLogs', { path, query: { ...start } }));
  return logs.toReversed();
}

/** Every event of an account, or those after one, the oldest first. */
export async function eventsOf(account: Account, after?: string): Promise<PaddleEvent[]> {
  const query = { order_by: 'id[ASC]', ...(after === undefined ? {} : { after }) };
  return walk((start) => account.call('listEvents', { query: { ...query, ...start } }));
}

/** ID of the newest event of an account, by which the later ones are told apart; nothing where there is none. */
export async function newestEvent(account: Account): Promise<string | undefined> {
  return (await account.call('listEvents', { query: { per_page: 1 } })).data[0]?.event_id;
}

/** The events after one, of which there will be so many: a target far away may take up to half a minute to list them. */
export async function awaitEvents(account: Account, after: string | undefined, count: number): Promise<PaddleEvent[]> {
  let events = await eventsOf(account, after);
  for (let tries = 30; !account.target.can.isolate && events.length < count && tries > 0; tries -= 1) {
    await sleep(1000);
    events = await eventsOf(account, after);
  }
  return events;
}

/** What a law about connections needs: that nothing between the target and here ends them in its own way. */
export function directly({ target, skip }: TestContext): void {
  if (!target.can.receiver?.isDirect) skip('the tunnel hides how connections end');
}

/** A URL at which nobody listens. */
export async function deadUrl(context: TestContext): Promise<string> {
  directly(context);
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}/webhooks`;
}
