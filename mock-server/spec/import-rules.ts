import { decodeTime, isValid } from 'ulidx';
import { feeOf } from '../billing/settlement.ts';

/** Reads a string by its path from the nearest enclosing object that has it. */
type ReadText = (path: string) => string | undefined;

/**
 * Rules that derive an absent field from the fields around it; undefined if these do not suffice. An `x-import-rule`
 * in the OpenAPI document names one.
 */
export const importRules: Readonly<Record<string, (read: ReadText) => string | undefined>> = {
  // Responses of 2023 lack times of products and prices.
  'created-at': (read) => read('created_at') ?? timeOfId(read('id')),
  'updated-at': (read) => read('updated_at') ?? read('created_at') ?? timeOfId(read('id')),
  'fee-rate': (read) => {
    const total = Number(read('total'));
    return Number.isInteger(total)
      ? feeOf(BigInt(total), read('collection_mode') === 'manual' ? 'manual' : 'automatic').rate
      : undefined;
  },
  // Recorded rates have more digits than two rounded amounts yield.
  'exchange-rate': (read) => {
    const known = read('payout_totals.exchange_rate');
    if (known !== undefined) return known;
    if (read('payout_totals.currency_code') === read('totals.currency_code')) return '1';
    const rate = Number(read('payout_totals.total')) / Number(read('totals.total'));
    return Number.isFinite(rate) ? rate.toFixed(6).replace(/\.?0+$/, '') : undefined;
  },
};

/** Returns the time in a Paddle ID, which is that of its creation. @evidence official: IDs sort by creation */
function timeOfId(id: string | undefined): string | undefined {
  const ulid = id?.slice(id.indexOf('_') + 1).toUpperCase();
  return ulid !== undefined && isValid(ulid) ? new Date(decodeTime(ulid)).toISOString() : undefined;
}
