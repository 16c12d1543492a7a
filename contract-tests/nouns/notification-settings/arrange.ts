import type { NotificationSetting } from '../../contract/operations.ts';
import { onTestFinished } from '../../law/current-law.ts';
import type { Account } from '../../targets/account.ts';
import { markOf } from '../../targets/run-name.ts';
import type { Target } from '../../targets/target.ts';
import { eventTypeNames } from './arbitrary.ts';

let made = 0;

/** The description of all destinations of these laws, by which one is found whose creation was never answered. */
export function ownDescription({ run }: Target): string {
  return run === undefined ? 'Contract test' : markOf(run);
}

/** Creates a destination; without a URL, one that nothing is sent to successfully; for all event types. */
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
  // No more than ten may be active at once, so that in an account of all laws none can leave its own behind.
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

/** Names of the event types that a destination is sent, sorted. */
export function subscriptionsOf({ subscribed_events }: NotificationSetting): string[] {
  return subscribed_events.map(({ name }): string => name).toSorted();
}
