import type { Customer } from '../resources/customers/kind.ts';

export type { Address } from '../resources/addresses/kind.ts';
export type { Business } from '../resources/businesses/kind.ts';
export type { Customer } from '../resources/customers/kind.ts';
export type { Entities, Kind } from '../resources/kinds.ts';
export type { NotificationSetting } from '../resources/notification-settings/kind.ts';
export type { Subscription } from '../resources/subscriptions/kind.ts';
export type { Transaction } from '../resources/transactions/kind.ts';

/** Custom data as stored: `null` or `{}` where there is none, by the behaviour. */
export type CustomData = Customer['custom_data'];
