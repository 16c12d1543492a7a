import { feeOf } from '../billing/settlement.ts';

/** Reads a text by its path from the nearest object around a field that has it. */
type ReadText = (path: string) => string | undefined;

/**
 * Values that an absent field had, worked out from the fields around it; undefined where these do not tell. An
 * `x-import-rule` in the OpenAPI document names one.
 */
export const importRules: Readonly<Record<string, (read: ReadText) => string | undefined>> = {
  'fee-rate': (read) => {
    const total = Number(read('total'));
    return Number.isInteger(total)
      ? feeOf(BigInt(total), read('collection_mode') === 'manual' ? 'manual' : 'automatic').rate
      : undefined;
  },
  // Recorded rates have more digits than two rounded amounts give back.
  'exchange-rate': (read) => {
    const known = read('payout_totals.exchange_rate');
    if (known !== undefined) return known;
    if (read('payout_totals.currency_code') === read('totals.currency_code')) return '1';
    const rate = Number(read('payout_totals.total')) / Number(read('totals.total'));
    return Number.isFinite(rate) ? rate.toFixed(6).replace(/\.?0+$/, '') : undefined;
  },
};
