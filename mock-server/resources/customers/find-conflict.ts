import type { Account } from '../../account/account.ts';

/** ID of a customer who has an email address already, where no two may have it. */
export function findConflict({ store, behaviours }: Account, email: string | undefined): string | undefined {
  return email !== undefined && behaviours['duplicate-emails'] === 'reject'
    ? store.customers.findIdBy('email', email)
    : undefined;
}
