import { unknownId } from './arrange.ts';

/** Fills the parameters of a path with well-formed IDs of no entity. */
export function fillWithUnknownIds(path: string): string {
  const prefixes = {
    customer_id: 'ctm',
    address_id: 'add',
    business_id: 'biz',
    subscription_id: 'sub',
    transaction_id: 'txn',
    notification_id: 'ntf',
    notification_setting_id: 'ntfset',
  } as const;
  return Object.entries(prefixes).reduce(
    (filled, [name, prefix]) => filled.replace(`{${name}}`, unknownId(prefix)),
    path,
  );
}
