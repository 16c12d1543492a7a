import type { Account } from '../../account/account.ts';

/** Returns the ID of another customer with the email address, if addresses must be unique. */
export function findConflict({ store, behaviours }: Account, email: string | undefined): string | undefined {
  return email !== undefined && behaviours['duplicate-emails'] === 'reject'
    ? store.customers.findIdBy('email', email)
    : undefined;
}
