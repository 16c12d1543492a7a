import { buildNotificationSetting } from '#fixtures/index.ts';

/** A destination of what customers are created. Deliveries to an email, which it is by default, are noted and go nowhere. */
export function destinationOf(seed: number, destination = 'ops@example.com') {
  const type = destination.includes('@') ? ('email' as const) : ('url' as const);
  const subscribed_events = [
    { name: 'customer.created' as const, description: '', group: 'Customer', available_versions: [1] },
  ];
  return buildNotificationSetting({ seed, overrides: { type, destination, active: true, subscribed_events } });
}

/** A notification of a destination, as its delivery finds it: never attempted yet. */
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
