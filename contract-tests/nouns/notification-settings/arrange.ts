import type { NotificationSetting } from '../../contract/operations.ts';
import { onTestFinished } from '../../law/current-law.ts';
import type { Account } from '../../targets/account.ts';
import { markOf } from '../../targets/run-name.ts';
import type { Target } from '../../targets/target.ts';
import { eventTypeNames } from './arbitrary.ts';

let made = 0;

/** Description of the destinations that laws create. It marks those of a run, so that leftovers can be found. */
export function ownDescription({ run }: Target): string {
  return run === undefined ? 'Contract test' : markOf(run);
}

/** Creates a destination, by default for all event types and with an unreachable URL. */
export async function createDestination(account: Account, fields: object = {}): Promise<NotificationSetting> {
  const { run, contract, can } = account.target;
  const ours = run === undefined ? '' : `${markOf(run)}/`;
  const body = {
    description: ownDescription(account.target),
    type: 'url',
    destination: `https://hooks.example.com/${ours}${++made}`,
    subscribed_events: eventTypeNames(contract),
    ...fields,
  };
  const setting = (await account.call('createNotificationSetting', { body })).data;
  // At most ten may be active at once, so a law on a shared account deletes its own.
  if (!can.isolate)
    onTestFinished(async () => void (await account.request('DELETE', `/notification-settings/${setting.id}`)));
  return setting;
}

export async function updateDestination(
  account: Account,
  { id }: NotificationSetting,
  body: object,
): Promise<NotificationSetting> {
  return (await account.call('updateNotificationSetting', { path: { notification_setting_id: id }, body })).data;
}

export async function removeDestination(account: Account, { id }: NotificationSetting): Promise<void> {
  await account.call('deleteNotificationSetting', { path: { notification_setting_id: id } });
}

/** Names of the event types that a destination subscribes to, sorted. */
export function subscriptionsOf({ subscribed_events }: NotificationSetting): string[] {
  return subscribed_events.map(({ name }): string => name).toSorted();
}
