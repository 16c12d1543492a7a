import { unknownId } from './arrange.ts';

/** A path of an operation with well-formed IDs that nothing has in the place of its parameters. */
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
