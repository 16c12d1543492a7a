import { customDataKeys, emailLength, nameLength } from './customer-fields.ts';
import type { Limit } from './limit.ts';
import { at, defaultPageSize, maximumPageSize, ofCustomer } from './page-size.ts';
import { requestRate } from './request-rate.ts';

const lists = {
  customers: at('/customers'),
  addresses: ofCustomer('addresses'),
  businesses: ofCustomer('businesses'),
  subscriptions: at('/subscriptions'),
  transactions: at('/transactions'),
  events: at('/events'),
  notifications: at('/notifications'),
  'notification-settings': at('/notification-settings'),
};

const pageSizes = Object.entries(lists).flatMap(([name, list]): [string, Limit][] => [
  [`${name}.per_page.default`, defaultPageSize(list)],
  [`${name}.per_page.maximum`, maximumPageSize(list)],
]);

/** All limits, in order of execution: those that may block the account come last. */
export const limits: Readonly<Record<string, Limit>> = {
  'customer.name.length': nameLength,
  'customer.email.length': emailLength,
  'customer.custom_data.keys': customDataKeys,
  ...Object.fromEntries(pageSizes),
  'requests-in-a-window': requestRate,
};
