import { settleSums } from '#fixtures/settlement.ts';
import type { Transaction } from '../state/entities.ts';

type Details = Transaction['details'];

/** What is still to pay, in the currency's smallest unit. */
export function amountDue({ totals }: Details): bigint {
  return BigInt(totals.balance);
}

/** The sums of a transaction when all of it is paid. */
export function payOff(details: Details): Details {
  return { ...details, totals: { ...details.totals, balance: '0' } };
}

/** The sums of a transaction when it is completed. @evidence official: fee, earnings and payout are known from then on. */
export function settle({ details, collection_mode }: Pick<Transaction, 'details' | 'collection_mode'>): Details {
  return { ...details, ...settleSums(details, collection_mode) };
}
