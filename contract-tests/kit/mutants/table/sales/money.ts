import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { changeRequests } from '../../define-defect.ts';
import { changeBody } from '../../edit-message.ts';
import { amountIn, detailsChanged, linesComputed, sumsTimes, sumsWith, taxOn, totalsChanged } from '../../edit-sums.ts';
import type { Mutant } from '../../mutant.ts';

const settled = ['totals', 'adjusted_totals', 'payout_totals', 'adjusted_payout_totals'];

/** Mutants of the arithmetic of transactions and previews. */
export const moneyMutants: readonly Mutant[] = [
  {
    name: 'tax-per-unit',
    description: 'the tax of a line is that of a unit, multiplied',
    breaks: ['money-lines'],
    start: linesComputed(({ unit, line, quantity }) => ({ line: sumsWith(line, { tax: unit.tax * quantity }) })),
  },
  {
    name: 'line-of-rounded-units',
    description: 'a line is its rounded unit, multiplied',
    breaks: ['money-lines'],
    start: linesComputed(({ unit, quantity }) => ({ line: sumsTimes(unit, quantity) })),
  },
  {
    name: 'unit-of-line',
    description: 'a unit has the totals of its line',
    breaks: ['money-lines'],
    start: linesComputed(({ line }) => ({ unit: line })),
  },
  {
    name: 'rounds-half-up',
    description: 'an exact half of a tax goes up',
    breaks: ['money-lines'],
    start: linesComputed((one) => {
      const { subtotal, discount } = one.line;
      return { line: sumsWith(one.line, { tax: taxOn(subtotal - discount, one, 'half-up') }) };
    }),
  },
  {
    name: 'rounds-tax-down',
    description: 'parts of a cent of tax are cut off',
    breaks: ['money-lines'],
    start: linesComputed((one) => {
      const { subtotal, discount } = one.line;
      return { line: sumsWith(one.line, { tax: taxOn(subtotal - discount, one, 'down') }) };
    }),
  },
  {
    name: 'rounds-tax-up',
    description: 'parts of a cent of tax are a cent',
    breaks: ['money-lines'],
    start: linesComputed((one) => {
      const { subtotal, discount } = one.line;
      return { line: sumsWith(one.line, { tax: taxOn(subtotal - discount, one, 'up') }) };
    }),
  },
  {
    name: 'tax-on-inclusive-total',
    description: 'tax is added to prices that include it',
    breaks: ['money-lines'],
    start: linesComputed((one) => {
      const { price } = one.json;
      if (!isObject(price) || price['tax_mode'] !== 'internal') return {};
      const { total } = one.line;
      return { line: sumsWith(one.line, { subtotal: total, discount: 0n, tax: taxOn(total, one, 'half-down') }) };
    }),
  },
  {
    name: 'tax-doubled',
    description: 'tax is charged twice',
    breaks: ['money-lines'],
    start: linesComputed(({ line, unit }) => ({
      line: sumsWith(line, { tax: line.tax * 2n }),
      unit: sumsWith(unit, { tax: unit.tax * 2n }),
    })),
  },
  {
    name: 'tax-missing',
    description: 'no tax is charged',
    breaks: ['money-lines'],
    start: linesComputed(({ line, unit }) => ({
      line: sumsWith(line, { tax: 0n }),
      unit: sumsWith(unit, { tax: 0n }),
    })),
  },
  {
    name: 'quantity-in-unit',
    description: 'a unit has the subtotal of all units',
    breaks: ['money-lines'],
    start: linesComputed(({ line, unit }) => ({ unit: sumsWith(unit, { subtotal: line.subtotal }) })),
  },
  {
    name: 'discount-after-tax',
    description: 'tax is of the price before the discount',
    breaks: ['money-discounts'],
    start: linesComputed((one) => ({
      line: sumsWith(one.line, { tax: taxOn(one.line.subtotal, one, 'half-down') }),
    })),
  },
  {
    name: 'discount-of-total',
    description: 'a discount is of the price with tax',
    breaks: ['money-discounts'],
    start: linesComputed((one) => {
      const discount = one.line.discount + taxOn(one.line.discount, one, 'half-up');
      return { line: sumsWith(one.line, { discount }) };
    }),
  },
  {
    name: 'discount-a-cent-less',
    description: 'a discount is a cent less than it is',
    breaks: ['money-discounts'],
    start: linesComputed(({ line }) => {
      return line.discount > 0n ? { line: sumsWith(line, { discount: line.discount - 1n }) } : {};
    }),
  },
  {
    name: 'discount-twice',
    description: 'a discount is taken off twice',
    breaks: ['money-discounts'],
    start: linesComputed(({ line }) => ({ line: sumsWith(line, { discount: line.discount * 2n }) })),
  },
  {
    name: 'unit-without-discount',
    description: 'units have no discount',
    breaks: ['money-discounts', 'money-lines'],
    start: linesComputed(({ unit }) => ({ unit: sumsWith(unit, { discount: 0n }) })),
  },
  {
    name: 'discount-per-seat-once',
    description: 'a flat discount per seat counts once',
    breaks: ['money-discounts'],
    start: discountsAs('flat_per_seat', 'flat'),
  },
  {
    name: 'flat-discount-per-seat',
    description: 'a flat discount counts for each unit',
    breaks: ['money-discounts'],
    start: discountsAs('flat', 'flat_per_seat'),
  },
  {
    name: 'converts-the-total',
    description: 'a line is converted and rounded, rather than its unit price',
    breaks: ['money-currencies'],
    start: linesComputed(({ json, entity, line, quantity }) => {
      const { price } = json;
      const listed = isObject(price) && isObject(price['unit_price']) ? price['unit_price']['currency_code'] : null;
      if (listed === null || listed === entity['currency_code'] || quantity === 1n) return {};
      return { line: sumsWith(line, { subtotal: line.subtotal + quantity / 5n }) };
    }),
  },
  {
    name: 'yen-with-cents',
    description: 'yen have a hundredth part',
    breaks: ['money-currencies'],
    start: linesComputed(({ entity, line, unit }) =>
      entity['currency_code'] === 'JPY' ? { line: sumsTimes(line, 100n), unit: sumsTimes(unit, 100n) } : {},
    ),
  },
  {
    name: 'tax-of-the-sum',
    description: 'the tax of a transaction is computed from its subtotal',
    breaks: ['money-previews', 'money-adds-up'],
    start: totalsChanged(['totals'], (_, of, __, { tax_rates_used: rates }) => {
      const [first] = Array.isArray(rates) ? rates.filter(isObject) : [];
      const millionths = BigInt(Math.round(Number(first?.['tax_rate'] ?? 0) * 1_000_000));
      const tax = ((of('subtotal') - of('discount')) * millionths + 500_000n) / 1_000_000n;
      const total = String(of('subtotal') - of('discount') + tax);
      return { tax: String(tax), total, grand_total: total, grand_total_tax: String(tax) };
    }),
  },
  {
    name: 'tax-rates-empty',
    description: 'a transaction lists no tax rates',
    breaks: ['money-previews'],
    start: detailsChanged((details) => ('tax_rates_used' in details ? { ...details, tax_rates_used: [] } : details)),
  },
  {
    name: 'preview-taxes-differ',
    description: 'a transaction has a cent more than its preview',
    breaks: ['money-previews'],
    start: linesComputed(({ entity, line }) =>
      'id' in entity ? { line: sumsWith(line, { tax: line.tax + 1n }) } : {},
    ),
  },
  {
    name: 'adjusted-before-discount',
    description: 'adjusted totals are before the discount',
    breaks: ['transaction-discounts'],
    start: totalsChanged(['adjusted_totals'], (_, __, ___, { totals }) =>
      isObject(totals) ? { subtotal: totals['subtotal'] ?? '0' } : {},
    ),
  },
  {
    name: 'balance-after-payment',
    description: 'a paid transaction is still to be paid',
    breaks: ['money-fees'],
    start: totalsChanged(['totals'], ({ grand_total = '0' }) => ({ balance: grand_total })),
  },
  {
    name: 'grand-total-tax-missing',
    description: 'the grand total has no tax',
    breaks: ['money-previews'],
    start: totalsChanged(['totals'], () => ({ grand_total_tax: '0' })),
  },
  {
    name: 'fee-on-net',
    description: "Paddle's fee is of the price before tax",
    breaks: ['money-fees'],
    start: feesOf((of) => share(of('total') - of('tax'), 50n) + 50n),
  },
  {
    name: 'fee-without-fixed-part',
    description: "Paddle's fee has no fixed part",
    breaks: ['money-fees'],
    start: feesOf((of) => share(of('total'), 50n)),
  },
  {
    name: 'fee-rounded-down',
    description: "parts of a cent of Paddle's fee are cut off",
    breaks: ['money-fees'],
    start: feesOf((of) => (of('total') * 50n) / 1000n + 50n),
  },
  {
    name: 'fee-of-invoices-automatic',
    description: 'an invoice costs as much as a card payment',
    breaks: ['money-fees'],
    start: feesOf((of, entity) => (entity['collection_mode'] === 'manual' ? share(of('total'), 50n) + 50n : of('fee'))),
  },
  {
    name: 'fee-doubled',
    description: "Paddle's fee is ten percent",
    breaks: ['money-fees'],
    start: feesOf((of) => share(of('total'), 100n) + 50n),
  },
  {
    name: 'fee-before-completion',
    description: 'the fee of an open transaction is zero rather than unknown',
    breaks: ['money-previews'],
    start: totalsChanged(['totals'], ({ fee = null }) => (fee === null ? { fee: '0', earnings: '0' } : {})),
  },
  {
    name: 'money-earnings-with-tax',
    description: 'tax counts as earnings',
    breaks: ['money-fees'],
    start: totalsChanged(settled, ({ fee = null }, of) =>
      fee === null ? {} : { earnings: String(of('total') - of('fee')) },
    ),
  },
  {
    name: 'earnings-before-fee',
    description: 'the fee counts as earnings',
    breaks: ['money-fees'],
    start: totalsChanged(settled, ({ fee = null }, of) =>
      fee === null ? {} : { earnings: String(of('total') - of('tax')) },
    ),
  },
  {
    name: 'fee-rate-missing',
    description: 'the fee of a payout has no rate',
    breaks: ['money-fees'],
    start: totalsChanged(['payout_totals'], () => ({ fee_rate: '0' })),
  },
  {
    name: 'payout-in-sold-currency',
    description: 'a payout is in the currency of the sale',
    breaks: ['money-payouts'],
    start: totalsChanged(['payout_totals'], (_, __, ___, { totals }) =>
      isObject(totals) ? { ...totals, exchange_rate: '1' } : {},
    ),
  },
  {
    name: 'payout-rate-inverted',
    description: 'the exchange rate of a payout is the other way round',
    breaks: ['money-payouts'],
    start: totalsChanged(['payout_totals'], ({ exchange_rate }) => ({
      exchange_rate: (1 / Number(exchange_rate)).toFixed(6),
    })),
  },
  {
    name: 'payout-tax-rounded-up',
    description: 'parts of a cent of tax are a cent in the currency of the payout',
    breaks: ['money-payouts'],
    start: totalsChanged(['payout_totals'], ({ exchange_rate }, of) =>
      exchange_rate === '1' ? {} : { tax: String(of('tax') + 1n), subtotal: String(of('subtotal') - 1n) },
    ),
  },
  {
    name: 'payout-unconverted',
    description: 'the amounts of a payout are those of the sale',
    breaks: ['money-payouts'],
    start: totalsChanged(
      ['payout_totals'],
      ({ currency_code = null, exchange_rate = null, fee_rate = null }, _, __, { totals }) =>
        isObject(totals) ? { ...totals, currency_code, exchange_rate, fee_rate } : {},
    ),
  },
  {
    name: 'adjusted-fee-kept',
    description: 'an adjustment gives no part of the fee back',
    breaks: ['money-adjusted'],
    start: totalsChanged(['adjusted_totals'], (adjusted, of, __, { totals }) => {
      const fee = isObject(totals) ? totals['fee'] : null;
      if (typeof fee !== 'string' || fee === adjusted['fee']) return {};
      return { fee, earnings: String(of('total') - of('tax') - amountIn(fee)) };
    }),
  },
  {
    name: 'adjusted-totals-settle-sale',
    description: 'an adjustment changes the totals of the sale itself',
    breaks: ['money-adjusted'],
    start: detailsChanged((details) => {
      const { totals, adjusted_totals: adjusted } = details;
      if (!isObject(totals) || !isObject(adjusted) || totals['fee'] === null) return details;
      const { subtotal = '0', tax = '0', total = '0', fee = '0', earnings = '0' } = adjusted;
      return { ...details, totals: { ...totals, subtotal, tax, total, fee, earnings, grand_total: total } };
    }),
  },
];

/** Charges another fee for completed transactions. */
function feesOf(fee: (of: (name: string) => bigint, entity: JsonObject) => bigint): Mutant['start'] {
  return totalsChanged(settled, (totals, of, entity) => {
    if ((totals['fee'] ?? null) === null || totals['fee'] === '0') return {};
    const charged = fee(of, entity);
    return { fee: String(charged), earnings: String(of('total') - of('tax') - charged) };
  });
}

/** Returns thousandths of an amount, with a half up. */
function share(amount: bigint, thousandths: bigint): bigint {
  return (amount * thousandths + 500n) / 1000n;
}

/** Creates discounts of one type as those of another. */
function discountsAs(type: string, other: string): Mutant['start'] {
  return changeRequests('POST /discounts', (request) =>
    changeBody(request, (body) => (body['type'] === type ? { ...body, type: other } : body)),
  );
}
