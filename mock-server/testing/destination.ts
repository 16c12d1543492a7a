import { buildNotificationSetting } from '#fixtures/index.ts';

/** Makes a destination for `customer.created`. By default an email, whose deliveries are recorded and not sent. */
export function destinationOf(seed: number, destination = 'ops@example.com') {
  const type = destination.includes('@') ? ('email' as const) : ('url' as const);
  const subscribed_events = [
    { name: 'customer.created' as const, description: '', group: 'Customer', available_versions: [1] },
  ];
  return buildNotificationSetting({ seed, overrides: { type, destination, active: true, subscribed_events } });
}

/** Makes a notification that was never attempted. */
export function waitingFor(setting: { readonly id: string }) {
  return {
    id: 'ntf_1',
    event_id: 'evt_1',
    event_type: 'customer.created',
    notification_setting_id: setting.id,
    payload: '{}',
    times_attempted: 0,
  };
}
