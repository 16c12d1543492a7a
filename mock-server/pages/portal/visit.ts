import type { Request } from 'express';
import type { Account } from '../../account/account.ts';
import type { Accounts } from '../../account/accounts.ts';
import type { Customer } from '../../resources/customers/kind.ts';
import { queryOf } from '../../wire/target.ts';

/** A customer in the portal. */
export type Visit = {
  account: Account;
  customer: Customer;
  /** Base URL of the server. */
  baseUrl: string;
  /** Makes the address of one of the customer's pages, with the token of the visit. */
  url(path: string, query?: Readonly<Record<string, string>>): string;
};

/** Path of the portal. */
export const portalRoot = '/customer-portal';

/** Milliseconds on the account's clock after which a visit ends. @evidence official: a token works that long; assumed: so does a visit */
const lifetimeMs = 24 * 3_600_000;

/** Starts a visit of a customer, whose pages need no further link. */
export function beginVisit(account: Account, customer: Customer, baseUrl: string): Visit {
  const link = { account: account.id, expiresAt: account.clock.now() + lifetimeMs };
  return visitOf(account, customer, baseUrl, account.store.signedLinks.sign(link, subjectOf(customer.id)));
}

/** Continues the visit that a request's token is of; otherwise says why not. */
export async function continueVisit(
  accounts: Accounts,
  customerId: string,
  request: Request,
  baseUrl: string,
): Promise<Visit | 'unknown' | 'ended'> {
  const token = queryOf(request.originalUrl).get('token') ?? '';
  const link = accounts.signedLinks.find(token, subjectOf(customerId));
  const account = link && accounts.byId(link.account);
  if (account?.isHeld) await account.whole();
  const customer = account?.store.customers.find(customerId);
  if (!link || !account || !customer) return 'unknown';
  return account.clock.now() >= link.expiresAt ? 'ended' : visitOf(account, customer, baseUrl, token);
}

function subjectOf(customerId: string): string {
  return `portal of ${customerId}`;
}

function visitOf(account: Account, customer: Customer, baseUrl: string, token: string): Visit {
  return {
    account,
    customer,
    baseUrl,
    url: (path, query = {}) =>
      `${baseUrl}${portalRoot}/customers/${customer.id}${path}?${new URLSearchParams({ ...query, token })}`,
  };
}
