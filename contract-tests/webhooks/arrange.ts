import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Notification, NotificationSetting } from '../contract/operations.ts';
import { createDestination } from '../nouns/notification-settings/arrange.ts';
import { walk } from '../nouns/walk.ts';
import type { TestContext } from '../suite/laws.ts';
import type { Account } from '../targets/account.ts';
import type { Receiver } from '../targets/receiver.ts';
import type { Clock } from '../targets/target.ts';

/** Capabilities for laws about deliveries; skips the law if the target lacks them. */
export function webhooks({ target, skip }: TestContext): {
  receiver: Receiver;
  settle: (account: Account) => Promise<void>;
} {
  return {
    receiver: target.can.receiver ?? skip('webhooks of the target cannot reach this machine'),
    settle: target.can.settle ?? skip('the target cannot report when its deliveries are done'),
  };
}

/** Start time of accounts with a stopped clock. */
export const startOfTime = '2026-07-01T00:00:00Z';

/** Stops the account's clock at `startOfTime`; skips the law if the target has no clock. */
export async function stoppedClock(account: Account, { skip }: TestContext): Promise<Clock> {
  const clock = account.target.can.clock ?? skip('the clock of the target cannot be moved');
  await clock.set(account, { now: startOfTime, frozen: true });
  return clock;
}

/** Opens an account with a stopped clock and a destination that returns 500. */
export async function failingDestination(context: TestContext) {
  const { receiver, settle } = webhooks(context);
  const account = context.target.newAccount();
  const clock = await stoppedClock(account, context);
  const destination = receiver.newDestination();
  destination.answer(500);
  const setting = await createDestination(account, { destination: destination.url });
  return { account, clock, destination, setting, settle };
}

/** All notifications for a destination, oldest first. */
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

/** Logs of a notification's attempts, oldest first. */
export async function logsOf(account: Account, { id }: Notification) {
  const path = { notification_id: id };
  const logs = await walk((start) => account.call('listNotificationLogs', { path, query: { ...start } }));
  return logs.toReversed();
}

/** Skips a law about connections if a tunnel ends them in its own way. */
export function directly({ target, skip }: TestContext): void {
  if (!target.can.receiver?.isDirect) skip('the tunnel hides how connections end');
}

/** A local URL that refuses connections. */
export async function deadUrl(context: TestContext): Promise<string> {
  directly(context);
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // `address()` is an `AddressInfo` for a server that listens on a port.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}/webhooks`;
}
