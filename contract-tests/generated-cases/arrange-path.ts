import type { Operation } from '../contract/document.ts';
import { createAddress, createBusiness, createCustomer } from '../nouns/arrange.ts';
import { createDestination } from '../nouns/notification-settings/arrange.ts';
import type { Account } from '../targets/account.ts';

/** Creates the entities in an operation's path. Those that cannot be created, such as subscriptions, are unknown. */
export async function arrangePath({ path }: Operation, account: Account): Promise<string> {
  if (path.includes('{notification_setting_id}'))
    return `/notification-settings/${(await createDestination(account)).id}`;
  if (!path.includes('{customer_id}')) return path;
  const customer = await createCustomer(account);
  const filled = path.replace('{customer_id}', customer.id);
  if (path.includes('{address_id}'))
    return filled.replace('{address_id}', (await createAddress(account, customer, inUnitedStates)).id);
  if (path.includes('{business_id}'))
    return filled.replace('{business_id}', (await createBusiness(account, customer)).id);
  return filled;
}

/** Body in a country with postal codes, which some targets require. */
const inUnitedStates = { country_code: 'US', postal_code: '10021' };
