import { defineKind, type Entity } from '../kind.ts';

export type NotificationSetting = Entity<'notification-setting'>;

export const notification_settings = defineKind({
  schema: 'notification-setting',
  idPrefix: 'ntfset',
  keys: ['active', 'traffic_source', 'destination'],
  times: [],
  searched: [],
  isArchivable: false,
  // Destinations are created through the API or the control plane.
  isSeedable: false,
});
