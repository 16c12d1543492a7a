import { describe, expect, test } from 'vitest';
import { isInEuropeanUnion, taxRateSources } from './standard-tax-rates.ts';
import { defaultTaxRates, TaxRates } from './tax-rates.ts';

const table = [
  { country_code: 'US', rate: '0.01' },
  { country_code: 'US', region: 'NY', rate: '0.04' },
  { country_code: 'US', postal_code: '10021', rate: '0.08875' },
  { country_code: 'US', region: 'NJ', postal_code: '10021', rate: '0.07' },
  { country_code: 'GB', postal_code: 'EC1V 8BT', rate: '0.2' },
];

const rateIn = (rates: TaxRates, place: Parameters<TaxRates['rateFor']>[0]) => rates.rateFor(place).toString();

describe('the most specific rate counts', () => {
  const rates = new TaxRates(table);

  test.each([
    [{ country_code: 'US' }, '0.01'],
    [{ country_code: 'US', region: 'VA' }, '0.01'],
    [{ country_code: 'US', region: null, postal_code: null }, '0.01'],
    [{ country_code: 'US', region: 'NY' }, '0.04'],
    [{ country_code: 'US', region: 'NY', postal_code: '10001' }, '0.04'],
    [{ country_code: 'US', postal_code: '10021' }, '0.08875'],
    [{ country_code: 'US', region: 'NY', postal_code: '10021' }, '0.08875'],
    [{ country_code: 'US', region: 'NJ', postal_code: '10021' }, '0.07'],
    [{ country_code: 'FR' }, '0'],
    [undefined, '0'],
  ])('%j is taxed at %s', (place, rate) => {
    expect(rateIn(rates, place)).toBe(rate);
  });

  test.each([
    { country_code: 'US', postal_code: '10021-1234' },
    { country_code: 'us', postal_code: ' 10021' },
  ])('%j is the place of a ZIP code of five digits', (place) => {
    expect(rateIn(rates, place)).toBe('0.08875');
  });

  test('case and spaces of a postal code do not count, and its end does outside the United States', () => {
    expect(rateIn(rates, { country_code: 'GB', postal_code: 'ec1v8bt' })).toBe('0.2');
    expect(rateIn(rates, { country_code: 'GB', postal_code: 'EC1V 8BA' })).toBe('0');
  });
});

test('a table counts before the built-in rates, also where only they know the postal code', () => {
  const rates = new TaxRates([{ country_code: 'US', rate: '0.05' }], defaultTaxRates);
  expect(rateIn(rates, { country_code: 'US', postal_code: '10021' })).toBe('0.05');
  expect(rateIn(rates, { country_code: 'GB' })).toBe('0.2');
});

test.each([
  ['US', '10021', '0.08875'],
  ['US', undefined, '0'],
  ['GB', undefined, '0.2'],
  ['HU', undefined, '0.27'],
])('the built-in rate in %s %s is the recorded one', (country_code, postal_code, rate) => {
  expect(rateIn(defaultTaxRates, { country_code, postal_code })).toBe(rate);
});

test('each country has one source, which names a day', () => {
  const countries = taxRateSources.flatMap(({ rates }) => Object.keys(rates));
  expect(new Set(countries).size).toBe(countries.length);
  for (const { source, asOf } of taxRateSources) {
    expect(source).not.toBe('');
    expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});

test.each([
  ['CA', 'QC', '0.14975'],
  ['CA', 'NS', '0.14'],
  ['CA', 'AB', '0.05'],
  ['JP', undefined, '0.1'],
  ['CH', undefined, '0.081'],
  ['IL', undefined, '0'],
])('the built-in rate in %s %s is %s', (country_code, region, rate) => {
  expect(rateIn(defaultTaxRates, { country_code, region })).toBe(rate);
});

test('each of the 27 members of the European Union is taxed, at 15 percent at least', () => {
  const members = defaultTaxRates.rates.filter(({ country_code }) => isInEuropeanUnion(country_code));
  expect(members).toHaveLength(27);
  expect(members.filter(({ rate }) => Number(rate) < 0.15)).toEqual([]);
  for (const country of ['GB', 'NO', 'CH', 'US']) expect(isInEuropeanUnion(country), country).toBe(false);
});
