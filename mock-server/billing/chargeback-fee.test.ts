import { expect, test } from 'vitest';
import { addChargebackFees, chargebackFeeOf, noChargebackFee } from './chargeback-fee.ts';
import { ExchangeRates } from './money/exchange-rates.ts';
import { openSums, settleSums } from './settlement.ts';

const exchangeRates = new ExchangeRates({ base: 'USD', rates: { EUR: '0.8', GBP: '0.75', JPY: '150' } });
const sums = { subtotal: '10000', discount: '0', tax: '0', total: '10000' };

function feeOf(sold: 'USD' | 'EUR' | 'JPY', paid: 'USD' | 'GBP', isPaypal = false) {
  const payout = { currency: paid, exchangeRates };
  const { payout_totals } = settleSums(openSums(sums, sold), 'automatic', payout);
  if (!payout_totals) throw new Error('Nothing is paid out.');
  return chargebackFeeOf({ currency: sold, isPaypal, paidOut: payout_totals }, payout);
}

test('the fee is 15 of the currency of the sale, and 20 for PayPal', () => {
  expect(feeOf('USD', 'USD')).toEqual({ amount: '1500', original: null });
  expect(feeOf('USD', 'USD', true)).toEqual({ amount: '2000', original: null });
});

test('the fee is converted to the currency of the payout', () => {
  expect(feeOf('EUR', 'USD')).toEqual({ amount: '1875', original: { amount: '1500', currency_code: 'EUR' } });
  expect(feeOf('JPY', 'USD')).toEqual({ amount: '1500', original: null });
  expect(feeOf('JPY', 'GBP')).toEqual({ amount: '1125', original: { amount: '1500', currency_code: 'USD' } });
});

test('the fees of several chargebacks add up', () => {
  expect(addChargebackFees([])).toEqual(noChargebackFee);
  expect(addChargebackFees([feeOf('EUR', 'USD'), feeOf('EUR', 'USD')])).toEqual({
    amount: '3750',
    original: { amount: '3000', currency_code: 'EUR' },
  });
});
