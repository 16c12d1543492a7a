import type { components as Guide } from '#openapi/generated/guide.ts';
import type { components as Official } from '#openapi/generated/official.ts';

/** Each field may be as in the one document or as in the other. */
type Either<One, Other> = { [Field in keyof One & keyof Other]: One[Field] | Other[Field] };

type Entity<Name extends keyof Guide['schemas'] & keyof Official['schemas']> = Either<
  Guide['schemas'][Name],
  Official['schemas'][Name]
>;

export type Customer = Entity<'customer'>;
export type Address = Entity<'address'>;
export type Business = Entity<'business'>;
export type Subscription = Entity<'subscription'>;
export type Transaction = Entity<'transaction'>;
export type NotificationSetting = Entity<'notification-setting'>;

/** Custom data as stored: `null` or `{}` where there is none, by the behaviour. */
export type CustomData = Customer['custom_data'];

/** What each kind of collection holds. */
export type Entities = {
  customers: Customer;
  addresses: Address;
  businesses: Business;
  subscriptions: Subscription;
  transactions: Transaction;
  notification_settings: NotificationSetting;
};
export type Kind = keyof Entities;
