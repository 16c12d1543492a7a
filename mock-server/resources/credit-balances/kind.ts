import { defineKind, type Entity } from '../kind.ts';

/** A customer's credit in one currency. Its ID is not published: {@link creditBalanceId}. */
export type CreditBalance = Entity<'credit-balance'> & { id: string };

export const credit_balances = defineKind({
  schema: 'credit-balance',
  idPrefix: 'ctm',
  keys: ['customer_id', 'currency_code'],
  times: [],
  searched: [],
  isArchivable: false,
  isSeedable: false,
});

export function creditBalanceId({ customer_id, currency_code }: Omit<CreditBalance, 'id' | 'balance'>): string {
  return `${customer_id}_${currency_code.toLowerCase()}`;
}
