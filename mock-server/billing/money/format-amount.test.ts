import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { type CurrencyCode, currencyDecimals } from './currencies.ts';
import { formatAmount } from './format-amount.ts';

// P01 and P05: pricing previews of websideproject/paddle-billing-client and of PaddleHQ/paddle-openapi 2024-02-16.
test.each([
  ['1200', '$12.00'],
  ['0', '$0.00'],
  ['324', '$3.24'],
  ['1524', '$15.24'],
  ['2400', '$24.00'],
  ['648', '$6.48'],
  ['3048', '$30.48'],
  ['600000', '$6,000.00'],
  ['60000', '$600.00'],
  ['540000', '$5,400.00'],
  ['19900', '$199.00'],
  ['1990', '$19.90'],
  ['17910', '$179.10'],
])('%s US cents are %s', (amount, formatted) => {
  expect(formatAmount(amount, 'USD')).toBe(formatted);
});

test.each([
  ['5', 'USD', '$0.05'],
  ['-1394', 'USD', '-$13.94'],
  ['123456789012345678901', 'USD', '$1,234,567,890,123,456,789.01'],
  ['3000', 'EUR', '€30.00'],
  ['200000', 'ZAR', 'R2,000.00'],
  ['123456', 'GBP', '£1,234.56'],
  ['1515', 'JPY', '¥1,515'],
  ['100', 'KRW', '₩100'],
  ['1500', 'CAD', 'CA$15.00'],
  ['1500', 'AUD', 'A$15.00'],
] as const)('%s of the smallest unit of %s are %s', (amount, currency, formatted) => {
  expect(formatAmount(amount, currency)).toBe(formatted);
});

const codes = Object.keys(currencyDecimals) as CurrencyCode[];

property.prop([fc.constantFrom(...codes), fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })])(
  'a formatted amount has all digits of the amount, and those after the point that its currency has',
  (currency, amount) => {
    const formatted = formatAmount(String(amount), currency);
    const decimals = currencyDecimals[currency];
    expect(formatted).toMatch(decimals === 0 ? /^[^.]*$/ : /\.\d\d\D*$/);
    expect(BigInt(formatted.replaceAll(/\D/g, ''))).toBe(amount < 0n ? -amount : amount);
    expect(formatted.startsWith('-')).toBe(amount < 0n);
  },
);
